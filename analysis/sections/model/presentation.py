"""A presentation: slides that each say one thing, made from the same sections that the pages show."""

from dataclasses import dataclass
from typing import Literal

from analysis.charts.chart import Chart
from analysis.schema import Language
from analysis.sections.model.model import ItemList, Metric

Kind = Literal["cover", "numbers", "chart", "listing", "end"]


@dataclass(frozen=True)
class Slide:
    """One slide. By its kind it shows a chart (its table beside it), numbers or a list; cover and end show words alone.

    ``key`` is "section.part" ("cover", "end"), ``headline`` a sentence with the number, ``eyebrow`` what is counted,
    ``sentence`` the same numbers as running text, ``chosen`` the selection in words, ``rule`` how it is counted,
    ``coverage`` the owner's words on what the rows are a part of (``coverage_language`` where that is not the
    reader's), ``source``, ``revision`` and ``published`` (an ISO day) where the numbers come from, ``licence`` under
    which they may be used. ``notes`` are the presenter's own.
    """

    key: str
    kind: Kind
    headline: str
    eyebrow: str = ""
    sentence: str = ""
    chart: Chart | None = None
    numbers: tuple[Metric, ...] = ()
    listing: ItemList | None = None
    chosen: str = ""
    rule: str = ""
    coverage: str = ""
    coverage_language: Language | None = None
    source: str = ""
    revision: str = ""
    published: str = ""
    licence: str = ""
    notes: str = ""


@dataclass(frozen=True)
class Presentation:
    """Slides in order, cover first and end last; ``address`` is the query of the live view (no notes in it)."""

    title: str
    language: Language
    slides: tuple[Slide, ...]
    address: str = ""
