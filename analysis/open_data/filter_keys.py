"""What the values of filters mean: keys, names in any language, NUTS codes of regions."""

from collections.abc import Iterable, Iterator, Mapping

from analysis.open_data.faults import ApiFault
from analysis.schema import LANGUAGES, TABLES, Tables
from analysis.schema.aliases import REGION_ALIASES, SEVEN, SHORT_THEMES
from analysis.schema.kinds import Choice
from analysis.schema.nuts import NUTS_3

SOURCES = {"region": "regions", "theme": "themes", "priority": "priorities"}
"""By filter: the table whose keys are its values."""


def filter_keys(tables: Tables, filter: str, values: Iterable[str]) -> tuple[str, ...]:
    """The keys that the ``values`` of a filter mean, each once, in any case; ApiFault for one that means nothing.

    ``filter``: one of `SOURCES`, or "kind" (of events). Values that make up a name with commas are that name.
    """
    written = tuple(values)
    if not written:
        return ()
    names = {name.casefold(): key for name, key in _names(tables, filter)}
    if (whole := ", ".join(written).casefold()) in names:
        return (names[whole],)
    for each in written:
        if each.casefold() not in names:
            raise ApiFault("unknown-value", parameter=filter, value=each)
    return tuple(dict.fromkeys(names[each.casefold()] for each in written))


def _names(tables: Tables, filter: str) -> Iterator[tuple[str, str]]:
    """Whatever a value is known by, and its key; a key goes before a name, so it comes after it."""
    if filter not in SOURCES:
        kind = TABLES["events"].column(filter).kind
        options: Mapping[str, Iterable[str]] = kind.names if isinstance(kind, Choice) else {}
        yield from ((name, key) for key, names in options.items() for name in (*names, key))
        return
    frame, key = tables[SOURCES[filter]], TABLES[SOURCES[filter]].key[0]
    aliases: dict[str, list[Mapping[str, Iterable[str]]]] = {"region": [SEVEN, REGION_ALIASES], "theme": [SHORT_THEMES]}
    known = {*frame[key], *(SEVEN if filter == "region" else ())}
    yield from (
        (name, code)
        for each in aliases.get(filter, ())
        for code, names in each.items()
        if code in known
        for name in names
    )
    for language in LANGUAGES:
        named = frame.dropna(subset=[f"name_{language}"])
        yield from zip(named[f"name_{language}"], named[key], strict=True)
    if filter == "region":
        yield from ((nuts, code) for code, nuts in NUTS_3.items() if code in known)
    yield from ((each, each) for each in known)
