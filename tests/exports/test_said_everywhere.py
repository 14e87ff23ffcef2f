"""One test over all exporters: each file says what is chosen, from which revision and day, how it is counted, whose it
is and under which licence; and the numbers are those of the page."""

import json
from datetime import UTC, datetime
from functools import cache
from random import Random

import pandas as pd
import pytest

from analysis.exports import (
    Origin,
    calendar,
    deck,
    document,
    report,
    sections_csv,
    sections_json,
    sections_workbook,
)
from analysis.exports.told import counting
from analysis.schema import LANGUAGES, Language
from analysis.schema.aliases import SEVEN, SHORT_THEMES
from analysis.sections import EVERY, Basis, agenda, presentation_of, said, told, whole
from analysis.selection import Selection
from analysis.words import words
from pages.parts.table import cell
from tests.exports.decks import LICENCE, basis
from tests.exports.read_back import TEXTS, Page, Table, document_tables

MADE = datetime(2023, 6, 24, 9, tzinfo=UTC)
CHOSEN = Selection(regions=("19", "17"), years=(2020, 2024))
QUICK = 2
"""So many of the random selections are tried each time; all of them by `make test-all`."""


def chances(number: int = 20) -> list[tuple[Selection, Language]]:
    """Selections drawn by chance, the same every time, the languages in turn."""
    chance = Random(2024)
    made = []
    for at in range(number):
        first = chance.choice([None, *range(2019, 2027)])
        regions = tuple(sorted(chance.sample(list(SEVEN), chance.choice([0, 1, 2, 5]))))
        themes = tuple(sorted(chance.sample(list(SHORT_THEMES), chance.choice([0, 0, 1, 2]))))
        kinds = tuple(chance.sample(["seminar", "webinar", "workshop"], chance.choice([0, 0, 1])))
        selection = Selection((first, first + chance.choice([0, 3])) if first else None, regions, themes, (), kinds)
        made.append((selection, LANGUAGES[at % len(LANGUAGES)]))
    return made


def origin(given: Basis, selection: Selection) -> Origin:
    coverage = said(given.tables, "coverage", given.words).text
    return Origin("12", "2023-06-24", told(given, selection), given.source, coverage, LICENCE)


@cache
def files(selection: Selection, language: Language) -> dict[str, bytes]:
    given, w = basis(language), words(language)
    mine, sections = origin(given, selection), whole(EVERY, given, selection)
    return {
        "pptx": deck(presentation_of(("overview", "regions"), given, selection), w, mine),
        "xlsx": sections_workbook(sections, w, mine),
        "html": report(sections, w, mine),
        "docx": document(whole(("overview", "regions"), given, selection), w, mine),
        "csv": sections_csv(sections, w, mine),
        "ics": calendar(agenda(given, selection), w, mine, made=MADE),
        "json": sections_json(sections, w, mine),
    }


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize(
    "language", [*LANGUAGES[:1], *(pytest.param(x, marks=pytest.mark.full) for x in LANGUAGES[1:])]
)
def test_every_file_says_what_it_is_made_from(name: str, language: Language):
    w, mine = words(language), origin(basis(language), CHOSEN)
    text = TEXTS[name](files(CHOSEN, language)[name])
    day = "2023-06-24" if name == "json" else w.day("2023-06-24")
    version = "12" if name == "json" else w("workbook.revision", revision="12")
    for each in (mine.chosen, version, day, mine.source, LICENCE, mine.coverage, counting(w)):
        assert each in text, each


def page_tables(selection: Selection, language: Language, names: tuple[str, ...] = EVERY) -> list[Table]:
    """The tables of all charts as the page writes them."""
    w = words(language)
    return [
        [[field.label for field in chart.fields], *_rows(chart, w)]
        for section in whole(names, basis(language), selection)
        for chart in section.charts
        if len(chart.table)
    ]


def _rows(chart, w) -> Table:
    cells = [[cell(row, field, w) for field in chart.fields] for row in chart.table.to_dict("records")]
    return [[w("panel.unknown") if each["text"] is None else each["text"] for each in row] for row in cells]


@pytest.mark.parametrize(
    ("selection", "language"),
    [each if at < QUICK else pytest.param(*each, marks=pytest.mark.full) for at, each in enumerate(chances())],
)
def test_the_numbers_of_every_file_are_those_of_the_page(selection: Selection, language: Language):
    given, w = basis(language), words(language)
    sections, mine = whole(EVERY, given, selection), origin(given, selection)
    wanted = page_tables(selection, language)
    assert [each for each in Page(report(sections, w, mine).decode()).tables if each in wanted] == wanted
    some = whole(("overview",), given, selection)
    mine_of_some = page_tables(selection, language, ("overview",))
    assert [each for each in document_tables(document(some, w, mine)) if each in mine_of_some] == mine_of_some
    held = json.loads(sections_json(sections, w, mine))
    charts = [chart for section in sections for chart in section.charts]
    for chart, told_of in zip(charts, (c for s in held["sections"] for c in s["charts"]), strict=True):
        assert [row[chart.fields[0].name] for row in told_of["rows"]] == list(chart.table[chart.fields[0].name])
        for field in (each for each in chart.fields if each.kind == "number"):
            values = [None if pd.isna(value) else value for value in chart.table[field.name]]
            assert [row[field.name] for row in told_of["rows"]] == values
