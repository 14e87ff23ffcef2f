"""One thing with all that the data says of it."""

from dataclasses import dataclass, replace

from analysis.sections.section import ItemList
from analysis.sections.typed_values import Value
from analysis.words import Translator


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
