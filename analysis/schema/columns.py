"""A column of a sheet, and the columns that several sheets share."""

from dataclasses import dataclass, replace

from analysis.schema.kinds import Kind, Link, Many, Text
from analysis.schema.names import Names, names


@dataclass(frozen=True)
class Column:
    """One column: internal name, headers, kind, whether it must be filled, and further headers it is known by."""

    name: str
    headers: Names
    kind: Kind
    required: bool = False
    synonyms: tuple[str, ...] = ()


def column(name: str, line: str, kind: Kind, *synonyms: str) -> Column:
    """A column from its internal name and a line of headers; a ``*`` after the name marks it required."""
    return Column(name.removesuffix("*"), names(line), kind, name.endswith("*"), synonyms)


def required(column: Column) -> Column:
    """The same column, to be filled in every row."""
    return replace(column, required=True)


ID = column("id*", "Tunnus · ID · ID", Text(code=True), "tunniste", "koodi", "code", "kod")
NAME = column("name*", "Nimi · Name · Namn", Text(), "otsikko", "title", "rubrik")
TITLE = column("title*", "Otsikko · Title · Rubrik", Text(), "nimi", "name", "namn")
REGIONS = column("regions*", "Maakunnat · Regions · Landskap", Many("regions"), "maakunta", "alue", "alueet", "region")
THEMES = column("themes", "Teemat · Themes · Teman", Many("themes"), "teema", "theme", "tema")
PRIORITIES = column(
    "priorities",
    "Painopisteet · Priorities · Prioriteringar",
    Many("priorities"),
    *("painopiste", "priority", "prioritering"),
)
LINK = column("link", "Linkki · Link · Länk", Link(), "url", "www", "verkko-osoite", "linkit", "links", "länkar")
SUMMARY = column("summary", "Kuvaus · Description · Beskrivning", Text(long=True), "kuvaukset", "descriptions")
SOURCE = column("source", "Lähde · Source · Källa", Text(), "lähteet", "sources", "källor")
NAME_FI = column("name_fi*", "Nimi (fi) · Name (fi) · Namn (fi)", Text())
NAME_EN = column("name_en", "Nimi (en) · Name (en) · Namn (en)", Text())
NAME_SV = column("name_sv", "Nimi (sv) · Name (sv) · Namn (sv)", Text())
NAMED = (NAME_FI, NAME_EN, NAME_SV)
DESCRIBED = tuple(
    column(f"description_{code}", f"Kuvaus ({code}) · Description ({code}) · Beskrivning ({code})", Text(long=True))
    for code in ("fi", "en", "sv")
)
