"""A section: what a page and an export show."""

from dataclasses import dataclass, replace

import pandas as pd

from analysis.charts.chart import Chart, CountedRows, Field
from analysis.sections.model.typed_values import Days, Position, Value
from analysis.words import Translator


@dataclass(frozen=True)
class TextSpan:
    """A stretch of a sentence; ``strong`` where it is what the reader looks for, ``filter`` names the filter that it
    tells of."""

    text: str
    strong: bool = False
    filter: str = ""


@dataclass(frozen=True)
class FilterRemoval:
    """A way out of a selection that leaves nothing: the filters that have to go, and how that is said."""

    filters: tuple[str, ...]
    text: str


@dataclass(frozen=True)
class FilterSummary:
    """What is chosen, in words: what is counted under which filters, and how much of all that is ("12 / 31").

    ``limits`` says what filters leave whole and what has no year; ``emptied`` which filters leave nothing, and ``ways``
    what helps then.
    """

    spans: tuple[TextSpan, ...] = ()
    counted: str = ""
    limits: str = ""
    emptied_by: str = ""
    removals: tuple[FilterRemoval, ...] = ()

    def __str__(self) -> str:
        said = f"{''.join(part.text for part in self.spans)}: {self.counted}." if self.spans else ""
        return f"{said} {self.limits}".strip()


@dataclass(frozen=True)
class Metric:
    """One number at a glance: label, value (None if unknown), change on the year before in words, columns by year.

    ``spark``: the values of the years shown (None where unknown); ``mark`` is the position of the compared year in it.
    ``change_parts`` is ``change`` in stretches. ``counted`` tells which rows stand behind it, ``rule`` how they count.
    """

    key: str
    label: str
    value: int | None
    change: str = ""
    spark: tuple[int | None, ...] = ()
    mark: int | None = None
    change_spans: tuple[TextSpan, ...] = ()
    counted_rows: CountedRows | None = None
    rule: str = ""


@dataclass(frozen=True)
class Item:
    """One entry of a list: its days or its place in an order (None if it has neither), what it is (with the language
    it is in, if that is known), a line on it, and where it leads (an address, or None).

    ``row`` is the row that it stands for, as table and key; ``summary`` what the row says of itself.
    """

    when: Days | Position | None
    what: str
    meta: str
    link: str | None = None
    language: str | None = None
    row: tuple[str, str] | None = None
    summary: str = ""


@dataclass(frozen=True)
class ItemList:
    """A list with its heading; ``empty`` stands where it has no entries, ``more`` where it holds only some of them.

    ``note`` says what the list is and how it is ordered; ``total`` how many entries there are, where these are some
    of them.
    """

    key: str
    title: str
    items: tuple[Item, ...]
    empty: str = ""
    more: str = ""
    note: str = ""
    total: int = 0


@dataclass(frozen=True)
class ThemeCard:
    """A way into a theme: its code, its name, what the name means at length (with its language where that is not the
    reader's), how much there is of it in words, and whether it is what is chosen."""

    code: str
    name: str
    long: str
    counts: tuple[str, ...]
    open: bool = False
    name_language: str | None = None
    long_language: str | None = None


@dataclass(frozen=True)
class RecordTable:
    """Rows of a table as they are shown, text written out: some of ``total``, from position ``first`` on.

    ``rule`` says what is shown and how it counts; ``empty`` stands where there are no rows. ``items`` are the same rows
    as entries, where they can be read so.
    """

    key: str
    title: str
    table: pd.DataFrame
    fields: tuple[Field, ...]
    total: int
    first: int = 0
    rule: str = ""
    empty: str = ""
    items: tuple[Item, ...] = ()


@dataclass(frozen=True)
class Section:
    """Heading, numbers, sentences (the first one can stand alone), charts, lists, and the owner's words on coverage.

    ``choice`` says what is chosen. ``coverage_language`` is the language of ``coverage`` where it is not the reader's.
    ``doors`` are the ways into the themes, ``subtitle`` is a line below the heading.
    """

    key: str
    title: str
    filter_summary: FilterSummary = FilterSummary()
    metrics: tuple[Metric, ...] = ()
    sentences: tuple[str, ...] = ()
    charts: tuple[Chart, ...] = ()
    lists: tuple[ItemList, ...] = ()
    coverage: str = ""
    rows: tuple[RecordTable, ...] = ()
    coverage_language: str | None = None
    theme_cards: tuple[ThemeCard, ...] = ()
    subtitle: str = ""

    @property
    def sentence(self) -> str:
        """All sentences as one text."""
        return " ".join(self.sentences)

    @property
    def filter_text(self) -> str:
        """What is chosen, as every export says it."""
        return str(self.filter_summary)


@dataclass(frozen=True)
class FactValue:
    """A value, where it leads, and the language of its text if that is not the reader's."""

    value: Value
    link: str | None = None
    language: str | None = None


@dataclass(frozen=True)
class Fact:
    """What is told under a label: one value or several; none where nothing is known."""

    label: str
    values: tuple[FactValue, ...] = ()


@dataclass(frozen=True)
class Detail:
    """One row (table and key): its name, what must be known before all else, facts, description, lists."""

    row: tuple[str, str]
    title: str
    facts: tuple[Fact, ...]
    notice: str = ""
    summary: str = ""
    listings: tuple[ItemList, ...] = ()


def fact(label: str, *values: Value | None) -> Fact:
    """Values under a label; missing ones and empty texts are left out."""
    return Fact(label, tuple(FactValue(each) for each in values if each is not None and each != ""))


def sources(source: str | None, words: Translator) -> Fact | None:
    """The row's sources: each address a link named by its site, numbered if a site comes twice; other text as it is."""
    if not source:
        return None
    links = [(site_of(text), text) for text in source.split("; ")]
    sites = [site for site, _ in links]
    values = []
    for at, (site, text) in enumerate(links):
        label = f"{site} ({sites[: at + 1].count(site)})" if sites.count(site) > 1 else site
        values.append(replace(address(text), value=label))
    return Fact(words("items.source"), tuple(values))


def address(text: str) -> FactValue:
    """An address as a link named by its site; any other text as it is."""
    return FactValue(site_of(text), text if _is_web(text) else None)


def site_of(text: str) -> str:
    """The site of a web address; any other text as it is."""
    return text.split("/")[2].removeprefix("www.") if _is_web(text) else text


def _is_web(text: str) -> bool:
    return text.startswith(("https://", "http://"))
