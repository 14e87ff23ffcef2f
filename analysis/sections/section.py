"""A section: what a page and an export show."""

from dataclasses import dataclass

from analysis.charts.chart import Chart


@dataclass(frozen=True)
class Number:
    """One number at a glance: label, value as it is written, change on the year before in words, columns by year.

    ``spark``: the values of the years shown (None where unknown); ``mark`` is the position of the compared year in it.
    """

    key: str
    label: str
    value: str
    change: str = ""
    spark: tuple[int | None, ...] = ()
    mark: int | None = None


@dataclass(frozen=True)
class Item:
    """One entry of a list: when (as it is written), what (with the language it is in, where that is known), a line on
    it, and where it leads (an address, or None)."""

    when: str
    what: str
    meta: str
    link: str | None = None
    language: str | None = None


@dataclass(frozen=True)
class Listing:
    """A list with its heading; ``empty`` stands where it has no entries."""

    key: str
    title: str
    items: tuple[Item, ...]
    empty: str = ""


@dataclass(frozen=True)
class Section:
    """Heading, numbers, one sentence, charts, lists, and the owner's words on what the rows are a part of."""

    key: str
    title: str
    chosen: str
    numbers: tuple[Number, ...] = ()
    sentence: str = ""
    charts: tuple[Chart, ...] = ()
    listings: tuple[Listing, ...] = ()
    coverage: str = ""
