"""Columns and sheets as they are declared, and the columns that several sheets share."""

from dataclasses import dataclass

from analysis.schema.kinds import Day, Kind, Link, Many, Names, Text, names

ORIGIN_PROPERTY = "Klusteripulssi-revision"
"""The property of a workbook that says from which revision it was taken."""
WORKLIST_PROPERTY = "Klusteripulssi-worklist"
"""The property of a workbook that holds some rows alone, which are to be filled in; it says what they lack."""


@dataclass(frozen=True)
class Column:
    """One column: internal name, headers, kind, whether it must be filled, and further headers that mean it."""

    name: str
    headers: Names
    kind: Kind
    required: bool = False
    synonyms: tuple[str, ...] = ()


def column(name: str, line: str, kind: Kind, *synonyms: str) -> Column:
    """A column from its internal name and a line of headers; a ``*`` after the name marks it required."""
    return Column(name.removesuffix("*"), names(line), kind, name.endswith("*"), synonyms)


@dataclass(frozen=True)
class Table:
    """One sheet: internal name, sheet names, columns in order, the key, and further sheet names that mean it."""

    name: str
    headers: Names
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    synonyms: tuple[str, ...] = ()

    def column(self, name: str) -> Column:
        """The column of an internal name; KeyError if there is none."""
        for each in self.columns:
            if each.name == name:
                return each
        raise KeyError(name)

    @property
    def day(self) -> str | None:
        """The first column of days, by which a row is known beside its name; None if there is none."""
        return next((each.name for each in self.columns if isinstance(each.kind, Day)), None)

    @property
    def label(self) -> str:
        """The column by which a person recognises a row: its name or title, else its key."""
        columns = {each.name for each in self.columns}
        return next((name for name in ("name", "title", "name_fi") if name in columns), self.key[0])


def table(name: str, line: str, *columns: Column, key: tuple[str, ...] = (), synonyms: tuple[str, ...] = ()) -> Table:
    """A table as the declarations of sheets write it.

    - ``name``: its internal name; ``line``: its sheet names as `names` reads them.
    - ``columns``: the columns in order; ``key``: the names of those that are the key, without it the first.
    - ``synonyms``: further names of the sheet.
    """
    return Table(name, names(line), columns, key or (columns[0].name,), synonyms)


ID = column("id*", "Tunnus · ID · ID", Text(code=True), "tunniste", "koodi", "code", "kod", "nro", "no", "nr")
NAME = column("name*", "Nimi · Name · Namn", Text(), "otsikko", "title", "rubrik", "subject")
TITLE = column("title*", "Otsikko · Title · Rubrik", Text(), "nimi", "name", "namn", "subject")
REGIONS = column("regions*", "Maakunnat · Regions · Landskap", Many("regions"), "maakunta", "alue", "alueet", "region")
THEMES = column("themes", "Teemat · Themes · Teman", Many("themes"), "teema", "theme", "tema")
PRIORITIES = column(
    "priorities",
    "Painopisteet · Priorities · Prioriteringar",
    Many("priorities"),
    *("painopiste", "priority", "prioritering"),
)
LINK = column(
    "link",
    "Linkki · Link · Länk",
    Link(),
    *("url", "www", "verkko-osoite", "linkit", "links", "länkar", "website", "verkkosivu", "webbplats"),
)
SUMMARY = column("summary", "Kuvaus · Description · Beskrivning", Text(long=True), "kuvaukset", "descriptions")
SOURCE = column("source", "Lähde · Source · Källa", Text(), "lähteet", "sources", "källor")
NAME_FI = column("name_fi*", "Nimi (fi) · Name (fi) · Namn (fi)", Text())
NAME_EN = column("name_en", "Nimi (en) · Name (en) · Namn (en)", Text())
NAME_SV = column("name_sv", "Nimi (sv) · Name (sv) · Namn (sv)", Text())
LANGUAGE_NAMES = (NAME_FI, NAME_EN, NAME_SV)
LANGUAGE_DESCRIPTIONS = tuple(
    column(f"description_{code}", f"Kuvaus ({code}) · Description ({code}) · Beskrivning ({code})", Text(long=True))
    for code in ("fi", "en", "sv")
)
