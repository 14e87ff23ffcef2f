"""A chart that has nothing to compare says so in a sentence: one rule for all charts, pages and files."""

import io
import json
import re
from dataclasses import replace
from functools import cache
from itertools import chain
from pathlib import Path

import pandas as pd
import pytest
from pptx import Presentation as read_deck

from analysis.charts import Bars, Chart, Columns, Field, Heat, Panels
from analysis.exports import Provenance, html_report, powerpoint_file, sections_json, slideshow
from analysis.exports.bundles.chart_files import chart_file_makers
from analysis.sections import ReportContext, Section
from analysis.sections.model.picture_worth import with_worth
from analysis.sections.presentation.slides import presentation_of
from analysis.sections.registry import section, section_names
from analysis.selection import Selection
from analysis.words import translator
from tests.sections.pages.test_recount import CASES, TODAY, WORKBOOKS, published, selections

FI = translator("fi")


def bars(*values: int | None) -> Chart:
    table = pd.DataFrame({"name": [f"n{at}" for at in range(len(values))], "n": pd.Series(values, dtype="Int64")})
    fields = (Field("name", "Nimi"), Field("n", "Luku", "number"))
    return Chart("x", "Otsikko", "Aihe", "Lause.", "Kuvaus", table, fields, Bars("name", "n"))


@pytest.mark.parametrize(
    ("values", "picture"),
    [
        *(((2, 1, 0), True), ((7, 3, 0), True), ((None, 5, 2), True)),
        *(
            ((53, 6), False),
            ((7, 0, 0), False),
            ((1, 1, 1), False),
            ((59,), False),
            ((None, 5), False),
            ((0, 0), False),
            ((), False),
        ),
    ],
)
def test_two_numbers_of_which_one_is_above_one_make_a_picture(values: tuple[int | None, ...], picture: bool):
    chart = with_worth(bars(*values))
    assert chart.picture == picture and chart.table is not None and len(chart.table) == len(values)


def test_a_picture_has_no_sentence_that_says_the_same():
    said = [with_worth(replace(bars(*values), restates=True)).sentence for values in ((7, 3, 0), (7, 3))]
    assert said == ["", "Lause."] and with_worth(bars(7, 3, 0)).sentence == "Lause."


def test_a_chart_whose_own_filter_is_set_stays_a_picture():
    chart = replace(bars(5), mark=Bars("name", "n", filters="regions"))
    assert with_worth(chart, ["regions", "years"]).picture and not with_worth(chart, ["years"]).picture


def test_cells_of_a_heat_map_and_years_are_judged_alike():
    table = pd.DataFrame({"name": ["a", "b"], "x": [1, 0], "y": [1, 1], "year": [2020, 2021], "n": [0, 9]})
    fields = tuple(Field(name, name) for name in table)
    heat = Chart("x", "t", "s", "l", "a", table, fields, Heat("name", ("x", "y")))
    years = Chart("x", "t", "s", "", "Kuvaus", table, fields, Columns("year", "n"))
    assert not with_worth(heat).picture and not with_worth(years).picture
    assert with_worth(years).sentence == "Kuvaus"


@cache
def sections(path: Path, selection: Selection) -> tuple[Section, ...]:
    context = ReportContext(published(path), FI, TODAY, "12", "2026-06-24")
    names = (section(name, context, selection) for name in section_names(context.tables, FI))
    return tuple(each for each in names if each)


def drawn(chart: Chart) -> list[int]:
    """The known numbers that a chart would draw, read plainly from its table."""
    names = chart.mark.columns if isinstance(chart.mark, Heat | Panels) else (chart.mark.value,)
    return [int(value) for name in names for value in chart.table[name].tolist() if not pd.isna(value)]


@pytest.mark.parametrize(("path", "number"), CASES, ids=lambda value: getattr(value, "stem", value))
def test_no_section_shows_a_picture_of_one_number_or_of_ones(path: Path, number: int):
    selection = selections(path)[number]
    charts = list(chain(*(each.charts for each in sections(path, selection))))
    assert charts
    for chart in charts:
        numbers, own = drawn(chart), chart.mark.filters or ()
        worth = max(numbers, default=0) > 1 and sum(each > 0 for each in numbers) > 1
        # A second click on a mark takes its filter away, so the mark stays.
        is_set = any(getattr(selection, name) for name in ((own,) if isinstance(own, str) else own))
        assert worth or is_set or not chart.picture, chart.title
        assert chart.picture or chart.sentence or chart.empty, chart.title


@pytest.mark.parametrize("path", WORKBOOKS, ids=lambda path: path.stem)
def test_every_file_says_the_sentence_and_the_data_keeps_the_rows(path: Path):
    selection, origin = Selection(), Provenance("12", "2026-06-24", "Kaikki.", "Lähde")
    context = ReportContext(published(path), FI, TODAY, "12", "2026-06-24")
    places = ((each, chart) for each in sections(path, selection) for chart in each.charts)
    # Not of a group of terms that has a name of its own.
    own = {
        each: [chart.title for chart in section(each, context, selection).charts] for each in ("overview", "stories")
    }
    whole, chart = next(
        (each, chart)
        for each, chart in places
        if not chart.picture and len(chart.table) and chart.title in own.get(each.key, ())
    )
    document = json.loads(sections_json([whole], FI, origin))
    assert next(each["rows"] for each in document["sections"][0]["charts"] if each["key"] == chart.key)
    report = html_report([whole], FI, origin).decode()
    assert report.count("<figure>") == sum(each.picture for each in whole.charts) and chart.sentence in report
    slides = presentation_of((whole.key,), context, selection)
    assert chart.sentence in slideshow(slides, FI)
    deck = read_deck(io.BytesIO(powerpoint_file(slides, FI, origin)))
    pages = [page for page in deck.slides if page.shapes.title.text_frame.text.replace("\u00a0", " ") == chart.title]
    assert [any(shape.has_chart for shape in page.shapes) for page in pages] == [False]
    assert any(chart.sentence in shape.text_frame.text for shape in pages[0].shapes if shape.has_text_frame)
    files = chart_file_makers([whole], FI, origin)
    name = chart.key.replace("_", "-")
    drawing = next(make() for path, make in files.items() if path.endswith(f"{whole.key}-{name}.svg")).decode()
    # A picture breaks its sentence into lines.
    assert chart.sentence in re.sub(r"</text>\s*<text[^>]*>", " ", drawing) and drawing.count("<rect") == 1
