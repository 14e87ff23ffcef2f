"""Files of any chart: every mark over unknown, zero and huge values, without rows, with one and with sixty."""

import io
import re
from datetime import datetime
from html import escape
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from analysis.charts import Chart, Heat, Panels
from analysis.exports import (
    Provenance,
    chart_csv,
    chart_file_makers,
    chart_workbook,
    html_report,
    powerpoint_file,
    report_workbook,
    slideshow,
    word_document,
    zip_archive,
)
from analysis.exports.html.embed import embed_page
from analysis.sections import Presentation, ReportContext, Section, Slide
from analysis.sections.model.picture_worth import with_worth
from analysis.sections.pages.regions.measures import MEASURES
from analysis.sections.pages.themes.groups import term_groups
from analysis.sections.presentation.full_sections import full_sections
from analysis.sections.presentation.slides import presentation_of
from analysis.selection import Selection
from analysis.words import translator
from tests.charts.any_chart import EMPTY, KINDS, cells, charts
from tests.exports import chart_numbers as back
from tests.exports.file_texts import Page, document_tables, document_text
from tests.workbooks import shipped

WORDS = translator("fi")
ORIGIN = Provenance("12", "2023-06-24", "Näytetään kaikki.", "Klusteripulssi")
MADE = datetime(2026, 6, 1)
UNKNOWN = re.compile(r">\s*(nan|<na>|&lt;na&gt;|none|inf)\s*<", re.IGNORECASE)
FEW = settings(max_examples=5, deadline=None)
EACH = pytest.mark.parametrize("kind", KINDS)


def section(chart: Chart) -> Section:
    return Section("overview", "Yleiskuva", charts=(chart,))


def slides(chart: Chart) -> Presentation:
    slide = Slide("overview.any", "chart", chart.title, chart.subtitle, chart.sentence or chart.empty, chart)
    return Presentation("Esitys", "fi", (slide,))


def rows(chart: Chart) -> list[list[str]]:
    """The numbers of the chart's table as they are written."""
    return [[back.number(number, WORDS) for number in row] for row in cells(chart)]


def sound(data: bytes) -> bytes:
    """The file, of which no part that is XML says nan."""
    with ZipFile(io.BytesIO(data)) as packed:
        for name in packed.namelist():
            if name.endswith((".xml", ".svg")):
                part = packed.read(name).decode()
                ElementTree.fromstring(part)
                assert not UNKNOWN.search(part), name
                assert not re.search(r'<c:max val="(0|0\.0)"', part), name
    return data


@EACH
@FEW
@given(data=st.data())
def test_workbooks_hold_the_numbers_and_no_cell_for_what_is_unknown(kind: type, data: st.DataObject):
    chart = data.draw(charts(kind))
    known = [float(number) for row in cells(chart) for number in row if number is not None]
    alone = load_workbook(io.BytesIO(sound(chart_workbook(chart, WORDS, ORIGIN))))
    numbers = alone[WORDS("downloads.sheet.numbers")].iter_rows(min_row=2, min_col=2, values_only=True)
    assert [float(value) for row in numbers for value in row if value is not None] == known
    first = [str(cell.value) for row in alone.worksheets[0].iter_rows() for cell in row if cell.value is not None]
    assert (EMPTY in first) is not bool(len(chart.table))
    whole = back.sheets(sound(report_workbook([section(chart)], WORDS, ORIGIN, timestamp=MADE)))
    if len(chart.table):
        assert [[back.number(value, WORDS) for value in row[1:]] for row in whole[0][0][1:]] == rows(chart)


@EACH
@FEW
@given(data=st.data())
def test_slides_of_powerpoint_show_the_numbers_and_gaps(kind: type, data: st.DataObject):
    chart = data.draw(charts(kind))
    if isinstance(chart.mark, Panels) and len(chart.table) == 60:
        chart = data.draw(charts(kind).filter(lambda each: len(each.table) < 60))  # sixty workbooks take long
    (page,) = back.of_slides(sound(powerpoint_file(slides(chart), WORDS, ORIGIN, timestamp=MADE)))
    slide_rows = back.on_slide(page, chart, WORDS) if len(chart.table) else []
    if not isinstance(chart.mark, Heat):
        assert bool(slide_rows) is bool(len(chart.table))
    if slide_rows is not None and not (isinstance(chart.mark, Heat) and len(chart.table)):
        assert [row[len(row) - len(wanted) :] for row, wanted in zip(slide_rows, rows(chart), strict=False)] == rows(
            chart
        )[: len(slide_rows)]


@EACH
@FEW
@given(data=st.data())
def test_pages_of_html_hold_picture_and_table(kind: type, data: st.DataObject):
    chart = with_worth(data.draw(charts(kind)))
    pages = (
        html_report([section(chart)], WORDS, ORIGIN).decode(),
        slideshow(slides(chart), WORDS),
        embed_page(section(chart), WORDS, ORIGIN, "https://klusterit.example/", charts=(chart,)),
    )
    for page in pages:
        assert not UNKNOWN.search(page)
        assert ('role="img"' in page) is bool(chart.picture and len(chart.table))
        assert (escape(EMPTY) in page) is not bool(len(chart.table))
        if len(chart.table):
            table = Page(page).tables[0]
            assert [[text or WORDS("panel.unknown") for text in row[1:]] for row in table[1:]] == rows(chart)


@EACH
@FEW
@given(data=st.data())
def test_documents_of_word_hold_picture_and_table(kind: type, data: st.DataObject):
    chart = data.draw(charts(kind))
    file = sound(word_document([section(chart)], WORDS, ORIGIN, timestamp=MADE))
    if len(chart.table):
        (table,) = document_tables(file)
        assert [row[1:] for row in table[1:]] == rows(chart)
    else:
        assert EMPTY in document_text(file)


@EACH
@FEW
@given(data=st.data())
def test_archives_hold_sound_pictures_and_csv(kind: type, data: st.DataObject):
    chart = with_worth(data.draw(charts(kind)))
    file = sound(zip_archive(chart_file_makers([section(chart)], WORDS, ORIGIN), timestamp=MADE))
    with ZipFile(io.BytesIO(file)) as packed:
        assert {name.rpartition(".")[2] for name in packed.namelist()} == {"csv", "svg", "png"}
        assert all(packed.read(name) for name in packed.namelist())
    assert not re.search(r"\bnan\b|<NA>", chart_csv(chart, WORDS, ORIGIN).decode("utf-8-sig"))


TABLES = shipped.tables()
VARIANTS = (*(f"regions:{each}" for each in MEASURES), *(f"themes:{each.key}" for each in term_groups(TABLES, WORDS)))


@pytest.mark.parametrize("name", VARIANTS)
def test_every_variant_of_a_section_becomes_every_file(name: str):
    basis, selection = ReportContext(TABLES, WORDS, "2026-06-01", "12", "2023-06-24"), Selection(years=(2024, 2024))
    all_sections = full_sections([name], basis, selection)
    deck = presentation_of([name], basis, selection)
    assert all_sections and len(deck.slides) > 2
    sound(powerpoint_file(deck, WORDS, ORIGIN, timestamp=MADE))
    sound(report_workbook(all_sections, WORDS, ORIGIN, timestamp=MADE))
    sound(word_document(all_sections, WORDS, ORIGIN, timestamp=MADE))
    sound(zip_archive(chart_file_makers(all_sections, WORDS, ORIGIN), timestamp=MADE))
    pages = [html_report(all_sections, WORDS, ORIGIN).decode(), slideshow(deck, WORDS)]
    pages += [
        embed_page(each, WORDS, ORIGIN, "https://klusterit.example/", charts=each.charts) for each in all_sections
    ]
    assert not [page for page in pages if UNKNOWN.search(page)]
