"""One thing with all that the data says of it."""

from dataclasses import dataclass, replace

from analysis.sections.section import Listing
from analysis.words import Words


@dataclass(frozen=True)
class Told:
    """A value as it is written, where it leads, and what language it is in where that is not the reader's."""

    text: str
    link: str | None = None
    language: str | None = None


@dataclass(frozen=True)
class Fact:
    """What is told under a label: one value or several; none where nothing is known."""

    label: str
    values: tuple[Told, ...] = ()


@dataclass(frozen=True)
class Detail:
    """One row (table and key): its name, what must be known before all else, facts, description, lists."""

    row: tuple[str, str]
    title: str
    facts: tuple[Fact, ...]
    notice: str = ""
    summary: str = ""
    listings: tuple[Listing, ...] = ()


def sources(source: str | None, words: Words) -> Fact | None:
    """The row's sources: each address a link that tells its site, numbered where one has several; other text as is."""
    if not source:
        return None
    told = [address(each) for each in source.split("; ")]
    names = [each.text for each in told]
    numbered = [
        replace(each, text=f"{each.text} ({names[: at + 1].count(each.text)})") if names.count(each.text) > 1 else each
        for at, each in enumerate(told)
    ]
    return Fact(words("items.source"), tuple(numbered))


def address(text: str) -> Told:
    """An address told by its site; any other text as it is."""
    if not text.startswith(("https://", "http://")):
        return Told(text)
    return Told(text.split("/")[2].removeprefix("www."), text)
