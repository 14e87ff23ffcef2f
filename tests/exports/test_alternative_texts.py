"""What a chart, table or picture shows stands in words that stay when LibreOffice saves the file."""

import io
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from pptx import Presentation

from analysis.charts import Heat, Panels
from analysis.exports import chart_workbook, powerpoint_file, report_workbook
from analysis.schema import LANGUAGES, Language
from analysis.selection import Selection
from analysis.words import translator
from tests.exports.presentations import ORIGIN, whole
from tests.exports.test_every_chart import CHOSEN, charts, sections
from tests.office import SOFFICE, converted


def notes(data: bytes) -> list[tuple[list[str], str]]:
    """The alternative texts of each slide, and its notes."""
    pages = Presentation(io.BytesIO(data)).slides
    return [
        ([str(each) for each in page.shapes.element.xpath(".//p:cNvPr/@descr")], page.notes_slide.notes_text_frame.text)
        for page in pages
    ]


def cells(sheet: Worksheet) -> set[object]:
    return {cell.value for row in sheet.iter_rows() for cell in row}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_notes_of_a_slide_hold_every_alternative_text(language: Language):
    deck = whole(Selection(), language)
    for slide, (alternatives, text) in zip(
        deck.slides, notes(powerpoint_file(deck, translator(language), ORIGIN)), strict=True
    ):
        assert not slide.chart or not len(slide.chart.table) or slide.chart.alt in text
        for each in alternatives:
            assert each.rstrip(".") in text
        lines = text.split("\n")
        assert len(lines) == len(set(lines))


def test_a_line_below_each_chart_of_a_workbook_holds_its_alternative_text():
    """Or, of a chart that is drawn nowhere, its sentence."""
    for chart in (chart for chart in charts(CHOSEN, "fi") if len(chart.table)):
        book = load_workbook(io.BytesIO(chart_workbook(chart, translator("fi"), ORIGIN)))
        assert (chart.alt if chart.picture else chart.sentence) in cells(book.worksheets[0])


def test_a_line_below_each_chart_of_a_report_holds_its_alternative_text():
    contents = sections(Selection(), "sv")
    book = load_workbook(io.BytesIO(report_workbook(contents, translator("sv"), ORIGIN)))
    every = set().union(*(cells(sheet) for sheet in book.worksheets))
    native = [
        chart
        for section in contents
        for chart in section.charts
        if chart.picture and len(chart.table) and not isinstance(chart.mark, Heat)
    ]
    assert native
    assert {chart.alt for chart in native} <= every


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is installed by make")
def test_the_words_stay_when_libreoffice_saves(tmp_path: Path):
    deck = whole(Selection(), keys=("overview",))
    panels = next(chart for chart in charts(Selection(), "fi") if isinstance(chart.mark, Panels))
    (tmp_path / "a.pptx").write_bytes(powerpoint_file(deck, translator("fi"), ORIGIN))
    (tmp_path / "b.xlsx").write_bytes(chart_workbook(panels, translator("fi"), ORIGIN))
    (slides,) = converted([tmp_path / "a.pptx"], "pptx", "fi-FI", tmp_path)
    for slide, (_, text) in zip(deck.slides, notes(slides.read_bytes()), strict=True):
        assert not slide.chart or slide.chart.alt in text
    (book,) = converted([tmp_path / "b.xlsx"], "xlsx", "fi-FI", tmp_path)
    assert panels.alt in cells(load_workbook(book).worksheets[0])
