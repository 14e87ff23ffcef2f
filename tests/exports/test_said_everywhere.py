"""One test over all exporters: each file says what is chosen, from which revision and day, how it is counted, whose it
is and under which licence; and the numbers are those of the page."""

import json
from datetime import UTC, datetime
from functools import cache
from random import Random
from xml.etree import ElementTree

import pandas as pd
import pytest

from analysis.charts import Chart
from analysis.exports import (
    Origin,
    calendar,
    chart_csv,
    chart_svg,
    chart_workbook,
    deck,
    document,
    one_file,
    report,
    sections_csv,
    sections_json,
    sections_workbook,
)
from analysis.exports.embed import embedded
from analysis.exports.told import counting, of, rule
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
        "story": one_file(presentation_of(("overview",), given, selection), w).encode(),
    }


def charts_alone(selection: Selection, language: Language) -> dict[str, tuple[Chart, str]]:
    """A chart as each of the files of one chart: what they say."""
    given, w = basis(language), words(language)
    section = whole(("overview",), given, selection)[0]
    chart = next(each for each in section.charts if each.key == "regions")
    mine = of(section, origin(given, selection))
    page = embedded(section, w, mine, "https://klusteripulssi.example/", charts=(chart,))
    return {
        "svg": (chart, "".join(ElementTree.fromstring(chart_svg(chart, w, mine)).itertext())),
        "csv": (chart, TEXTS["csv"](chart_csv(chart, w, mine))),
        "xlsx": (chart, TEXTS["xlsx"](chart_workbook(chart, w, mine))),
        "embed": (chart, Page(page).text),
    }


@pytest.mark.parametrize("name", ["svg", "csv", "xlsx", "embed"])
def test_every_file_of_one_chart_says_what_it_is_made_from(name: str):
    w, mine = words("fi"), origin(basis("fi"), CHOSEN)
    chart, text = charts_alone(CHOSEN, "fi")[name]
    told_of = whole(("overview",), basis("fi"), CHOSEN)[0].chosen
    plain = "".join(text.split())
    for each in (told_of, w("workbook.revision", revision="12"), w.day("2023-06-24"), mine.source, LICENCE):
        assert "".join(each.split()) in plain, each
    assert "".join(rule(chart, w).split()) in plain


@pytest.mark.parametrize("name", [*TEXTS, "story"])
@pytest.mark.parametrize(
    "language", [*LANGUAGES[:1], *(pytest.param(x, marks=pytest.mark.full) for x in LANGUAGES[1:])]
)
def test_every_file_says_what_it_is_made_from(name: str, language: Language):
    w, mine = words(language), origin(basis(language), CHOSEN)
    text = TEXTS.get(name, TEXTS["html"])(files(CHOSEN, language)[name])
    day = "2023-06-24" if name == "json" else w.day("2023-06-24")
    version = "12" if name == "json" else w("workbook.revision", revision="12")
    licence = said(basis(language).tables, "licence", w).text if name == "story" else LICENCE
    for each in (mine.chosen, version, day, mine.source, licence, mine.coverage, counting(w)):
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
