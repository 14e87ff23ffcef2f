"""What a page compares, or the step in which it tells of time: a choice of its own that the address names."""

from analysis.sections.charts.parts_of_years import STEPS
from analysis.sections.pages.gaps.page import MEASURES as GAP_MEASURES
from analysis.sections.pages.regions.measures import MEASURES
from analysis.sections.registry import VARIANTS
from analysis.selection import Address
from analysis.words import Translator

CHOICES = {"overview": STEPS, "regions": MEASURES, "gaps": GAP_MEASURES}
"""By key of the page: what can be chosen; the first is what an address without the parameter means."""


def page_choice(key: str, address: Address) -> str:
    """The choice of the page of a ``key`` of `CHOICES`: what the address names if there is that, else the first.

    The parameter is the one by which the page's section has variants (`VARIANTS`). KeyError for a page without choice.
    """
    options, name = CHOICES[key], address.of(VARIANTS[key])
    return name if name in options else options[0]


def step_labels(words: Translator, step: str, possible: tuple[str, ...]) -> dict[str, str]:
    """The steps of time that can be chosen, with their labels; none if the year is the only one.

    ``step``: the one that is chosen; ``possible``: those for which enough months are known (`overview_steps`).
    """
    steps = [each for each in STEPS if each == step or each in possible]
    return {each: words(f"overview.step_{each}") for each in steps} if len(steps) > 1 else {}
