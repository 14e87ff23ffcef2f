"""Every text with hard values in three languages, for reading: `make texts` writes one file under build/.

First each text of the catalogues, its values filled in, in the plural forms of 0, 1, 2, 5 and 1,204; then each section
on no row, one row, two and five of each table, with each filter in turn.
"""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from itertools import product

import pandas as pd
from babel.messages.pofile import read_po

from analysis.schema import LANGUAGES, Language, Tables
from analysis.sections.context.section_context import ReportContext
from analysis.sections.registry import section, section_names
from analysis.selection import Selection
from analysis.settings import ROOT
from analysis.words import translator
from analysis.words.language import FOLDER
from tests.measures.table_rows import Row, tables

OUT = ROOT / "build" / "texts.txt"
TODAY = "2026-11-30"
NUMBERS = (0, 1, 2, 5, 1204)
SIZES = (0, 1, 2, 5)
VALUE = re.compile(r"(?<!{){(\w+)[^}]*}")
REGIONS = (
    ("11", "Pohjois-Savo"),
    ("12", "Pohjois-Karjala"),
    ("17", "Pohjois-Pohjanmaa"),
    ("18", "Kainuu"),
    ("19", "Lappi"),
)
THEMES = ("johtaminen", "palvelut", "rahoitus", "kansainvalistyminen", "osaaminen")
KINDS = ("seminar", "workshop", "webinar", "networking", "conference")


def catalogue_texts(language: Language) -> Iterator[tuple[str, str]]:
    """Key and text of each text of the catalogues, names of values in place of the values, each plural form once."""
    words = translator(language)
    for path in sorted((FOLDER / language).glob("*.po")):
        with path.open("rb") as file:
            messages = [message for message in read_po(file, locale=language) if message.id]
        for message in messages:
            plural = isinstance(message.id, tuple)
            key, forms = (message.id[0], message.string) if plural else (message.id, (message.string,))
            values = {name: name for form in forms for name in VALUE.findall(form) if name != "n" or not plural}
            composed = (words.plural(key, n, **values) for n in NUMBERS) if plural else (words(key, **values),)
            yield from ((key, text) for text in composed)


def some_tables(size: int) -> Tables:
    """Tables of so many events, stories, materials, clusters and targets; the words of the lists are always five."""
    when = [f"{2026 - n}-0{n + 1}-1{n}" for n in range(size)]
    bears: list[Row] = [
        {"regions": (REGIONS[n][0],), "themes": (THEMES[n],), "priorities": ("puhtaat",)} for n in range(size)
    ]
    rows: dict[str, list[Row]] = {
        "events": [
            {
                "id": f"e{n}",
                "name": f"E{n}",
                "starts": when[n],
                "kind": KINDS[n],
                "form": "online",
                "participants": n + 1,
            }
            | bears[n]
            for n in range(size)
        ],
        "stories": [{"id": f"s{n}", "title": f"S{n}", "published": when[n]} | bears[n] for n in range(size)],
        "materials": [
            {"id": f"m{n}", "title": f"M{n}", "kind": "guide", "published": when[n], "themes": (THEMES[n],)}
            for n in range(size)
        ],
        "clusters": [
            {"id": f"c{n}", "name": f"C{n}", "founded": 2015 + n, "members": 1 + n} | bears[n] for n in range(size)
        ],
        "targets": [{"year": 2025, "measure": "events", "region": REGIONS[n][0], "target": n + 1} for n in range(size)],
    }
    lists: dict[str, list[Row]] = {
        "regions": [{"code": code, "name_fi": name, "population": 200_000} for code, name in REGIONS],
        "themes": [{"id": id, "order": n, "name_fi": id.capitalize()} for n, id in enumerate(THEMES)],
        "priorities": [{"id": "puhtaat", "name_fi": "Puhtaat ratkaisut", "period": "2024–"}],
    }
    return tables(**rows, **lists)


def selections() -> tuple[Selection, ...]:
    """Nothing chosen, then each region, each theme and each type alone, a year, and what leaves nothing."""
    return (
        Selection(),
        *(Selection(regions=(code,)) for code, _ in REGIONS),
        *(Selection(themes=(id,)) for id in THEMES),
        *(Selection(kinds=(kind,)) for kind in KINDS),
        *(Selection(years=years) for years in ((2025, 2025), (2001, 2002))),
    )


def section_texts(language: Language, size: int, selection: Selection) -> Iterator[tuple[str, str]]:
    """Where it stands, and the text, for each text of each section of so many rows."""
    held, words = some_tables(size), translator(language)
    context = ReportContext(held, words, TODAY, "1", TODAY)
    for name in section_names(held, words):
        made = section(name, context, selection)
        yield from ((f"{name} {place}", text) for place, text in texts_in(made))


def texts_in(value: object, place: str = "") -> Iterator[tuple[str, str]]:
    """The texts of a section and of all that it holds, but for the tables of charts."""
    if isinstance(value, str):
        if " " in value:
            yield place, value
    elif is_dataclass(value):
        for each in (field for field in fields(value) if not field.name.endswith("spans")):
            yield from texts_in(getattr(value, each.name), f"{place}.{each.name}".lstrip("."))
    elif isinstance(value, tuple | list):
        for each in value:
            yield from texts_in(each, place)
    elif isinstance(value, pd.DataFrame) or value is None:
        return


def every_text() -> Iterator[str]:
    """The lines of the file: language, place and text, each text of a place once."""
    for language in LANGUAGES:
        found = dict.fromkeys(catalogue_texts(language))
        for size, selection in product(SIZES, selections()):
            found |= dict.fromkeys(section_texts(language, size, selection))
        yield from (f"{language}\t{place}\t{text}" for place, text in found)


if __name__ == "__main__":
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text("\n".join(every_text()) + "\n", encoding="utf-8")
    print(OUT.relative_to(ROOT))
