"""A section and its parts: what a page and an export show."""

import re
from dataclasses import dataclass, replace

import pandas as pd

from analysis.charts.chart import Chart, CountedRows, Field
from analysis.sections.model.picture_worth import with_worth
from analysis.sections.model.typed_values import Days, Position, Value
from analysis.words import Translator

STRONG = "\ue000{}\ue001"
"""Around a value in a sentence that becomes a strong part (`spans`): ``STRONG.format(value)``."""


@dataclass(frozen=True)
class TextSpan:
    """A part of a sentence: ``strong`` if the reader looks for it; ``filter``: the filter that it is about, if any."""

    text: str
    strong: bool = False
    filter: str = ""


@dataclass(frozen=True)
class FilterRemoval:
    """A way out of a selection without rows: the filters to remove, and the text of the link."""

    filters: tuple[str, ...]
    text: str


@dataclass(frozen=True)
class FilterSummary:
    """The selection in words: what is counted under which filters, and how much of all that is ("12 / 31").

    - ``short``: the values of the filters alone, in one line.
    - ``limits``: what the filters do not limit, and what has no year.
    - ``idle``: the filters that limit nothing of the section and are not set.
    - ``emptied_by``: which filters leave nothing; ``removals``: what helps then.
    """

    spans: tuple[TextSpan, ...] = ()
    counted: str = ""
    limits: str = ""
    idle: tuple[str, ...] = ()
    emptied_by: str = ""
    removals: tuple[FilterRemoval, ...] = ()
    short: str = ""

    def __str__(self) -> str:
        counted = f"{''.join(span.text for span in self.spans)}: {self.counted}." if self.spans else ""
        return f"{counted} {self.limits}".strip()


@dataclass(frozen=True)
class Metric:
    """One number at a glance.

    - ``value``: None if unknown.
    - ``change``: the change on the year before in words; ``change_spans``: the same in parts.
    - ``spark``: the values of the latest years, None if unknown; ``mark``: the position of the compared year in it.
    - ``counted_rows``: the rows that it counts; ``rule``: how.
    - ``period``: the name of the period that is compared, empty if none is, and ``earlier`` its value there, None if
      that is unknown; ``change`` then is that comparison.
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
    period: str = ""
    earlier: int | None = None


@dataclass(frozen=True)
class ItemOrigin:
    """What an entry comes from: its name, and its row as table and key."""

    text: str
    row: tuple[str, str]


@dataclass(frozen=True)
class Item:
    """One entry of a list.

    - ``when``: its days or its position in an order, None if it has neither.
    - ``what``: its name, in ``language`` if that is known; ``meta``: a line about it.
    - ``link``: the address that it leads to.
    - ``row``: its row as table and key; ``summary``: the description in that row.
    - ``origin``: the event that it comes from, if that is known.
    - ``value``: the filter and its value that the entry is about, if it is about one.
    """

    when: Days | Position | None
    what: str
    meta: str
    link: str | None = None
    language: str | None = None
    row: tuple[str, str] | None = None
    summary: str = ""
    origin: ItemOrigin | None = None
    value: tuple[str, str] | None = None

    @property
    def line(self) -> str:
        """The line about it with what it comes from, for files, in which that is no link."""
        parts = [self.meta]
        if self.origin:
            parts.append(self.origin.text)
        return " · ".join(filter(None, parts))


@dataclass(frozen=True)
class ItemList:
    """A list with its heading.

    - ``empty``: the text in place of entries; ``more``: the text under a list that has only some of them.
    - ``note``: what the list is and how it is ordered.
    - ``total``: how many entries there are if these are some of them.
    - ``is_closed``: a page shows the heading alone until it is opened; ``boxes``: each entry can be ticked off.
    """

    key: str
    title: str
    items: tuple[Item, ...]
    empty: str = ""
    more: str = ""
    note: str = ""
    total: int = 0
    is_closed: bool = False
    boxes: bool = False


@dataclass(frozen=True)
class ThemeCard:
    """A link to a theme: its code, its name, its full name, how much there is of it in words, whether it is selected.

    The languages are those of name and full name if they are not the reader's.
    """

    code: str
    name: str
    long: str
    counts: tuple[str, ...]
    open: bool = False
    name_language: str | None = None
    long_language: str | None = None


@dataclass(frozen=True)
class RecordTable:
    """Rows of a table as text: some of ``total``, from position ``first`` on.

    - ``rule``: what the rows are and how they count; ``empty``: the text in place of rows.
    - ``items``: the same rows as entries of a list, if they can be read so.
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
    """A section: heading (``subtitle`` is a line under it), metrics, sentences, charts, lists and rows.

    The first sentence can be read alone. A chart that is not worth a picture has none (`with_worth`). ``coverage``: the
    owner's text on the coverage of the data, with its language if that is not the reader's. ``one_page``: alone in a
    file or on paper it is one A4, with tables in place of pictures.
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
    one_page: bool = False

    def __post_init__(self) -> None:
        """Judge each chart once, wherever the section is made."""
        filters = [span.filter for span in self.filter_summary.spans if span.filter]
        charts = tuple(with_worth(each, filters) for each in self.charts)
        # How a frozen class sets a field of its own.
        object.__setattr__(self, "charts", charts)

    @property
    def sentence(self) -> str:
        """All sentences as one text."""
        return " ".join(self.sentences)

    @property
    def filter_text(self) -> str:
        """The selection in words, as every export has it."""
        return str(self.filter_summary)


@dataclass(frozen=True)
class FactValue:
    """A value, its link if it has one, the language of its text if that is not the reader's, and the row (table and
    key) that it is the name of, if any."""

    value: Value
    link: str | None = None
    language: str | None = None
    row: tuple[str, str] | None = None


@dataclass(frozen=True)
class Fact:
    """The values under a label; none if nothing is known."""

    label: str
    values: tuple[FactValue, ...] = ()


@dataclass(frozen=True)
class Detail:
    """One row (table and key): its name, facts, a notice to read first, description, lists.

    ``language`` is that of its name, if it is not the reader's.
    """

    row: tuple[str, str]
    title: str
    facts: tuple[Fact, ...]
    notice: str = ""
    summary: str = ""
    listings: tuple[ItemList, ...] = ()
    language: str | None = None


def fact(label: str, *values: Value | None) -> Fact:
    """Values under a label; missing ones and empty texts are left out."""
    return Fact(label, tuple(FactValue(each) for each in values if each is not None and each != ""))


def sources(source: str | None, words: Translator) -> Fact | None:
    """The sources of a row: each address a link (`address`), numbered if several lead to one site; other text as it is.

    None if the row has no source.
    """
    if not source:
        return None
    links = [address(text) for text in source.split("; ")]
    sites, values = [link.value for link in links], []
    for at, link in enumerate(links):
        site = link.value
        numbered = f"{site} ({sites[: at + 1].count(site)})" if sites.count(site) > 1 else site
        values.append(replace(link, value=numbered))
    return Fact(words("items.source"), tuple(values))


def address(text: str) -> FactValue:
    """A web address as a link whose text is its site; any other text as it is."""
    if not text.startswith(("https://", "http://")):
        return FactValue(text)
    return FactValue(text.split("/")[2].removeprefix("www."), text)


def spans(text: str) -> tuple[TextSpan, ...]:
    """A sentence in parts, so that a page can set in bold what is inside of `STRONG`."""
    parts = re.split("[\ue000\ue001]", text)
    return tuple(TextSpan(part, strong=number % 2 == 1) for number, part in enumerate(parts) if part)
