"""A presentation: slides made from the same sections that the pages show."""

from dataclasses import dataclass
from typing import Literal

from analysis.charts.chart import Chart
from analysis.schema import Language
from analysis.sections.model.model import ItemList, Metric

Kind = Literal["cover", "numbers", "chart", "listing", "end"]


@dataclass(frozen=True)
class Slide:
    """One slide. By its kind it shows a chart with its table, metrics or a list; cover and end show texts alone.

    - ``key``: "section.part" ("cover", "end").
    - ``headline``: a sentence with the number; ``eyebrow``: what is counted; ``sentence``: the numbers as running text.
    - ``filter_text``: the selection in words; ``filter_line``: the values of its filters alone.
    - ``rule``: how it is counted.
    - ``coverage``: the owner's text on the coverage of the data, in ``coverage_language`` if not in the reader's.
    - ``source``, ``revision``, ``published`` (an ISO day), ``licence``: where the numbers come from.
    - ``notes``: the presenter's own.
    """

    key: str
    kind: Kind
    headline: str
    eyebrow: str = ""
    sentence: str = ""
    chart: Chart | None = None
    numbers: tuple[Metric, ...] = ()
    listing: ItemList | None = None
    filter_text: str = ""
    filter_line: str = ""
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
    """Slides in order, cover first and end last; ``address``: the query of the live view, without notes."""

    title: str
    language: Language
    slides: tuple[Slide, ...]
    address: str = ""
