"""Sections as a workbook and as a Word document, read back by libraries: native charts, numbers, headers, texts."""

import io
import re
from xml.etree import ElementTree

import pandas as pd
from docx import Document
from docx.oxml.ns import qn

from analysis.exports import report_workbook, word_document
from analysis.exports.excel.report_workbook import sheet_name
from analysis.sections.presentation.full_sections import full_sections
from analysis.selection import Selection
from analysis.words import translator
from tests.exports.presentations import ORIGIN, basis
from tests.exports.workbook_checks import opened, unpacked

CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
SECTIONS = full_sections(("overview", "regions", "events"), basis("fi"), Selection())
CHARTS = [chart for section in SECTIONS for chart in section.charts]


def book() -> bytes:
    return report_workbook(SECTIONS, translator("fi"), ORIGIN)


def test_there_is_a_sheet_of_contents_with_a_way_to_each_sheet():
    read = opened(book())
    assert read.sheetnames == ["Sisältö", SECTIONS[0].title[:31], "Maakunnat", "Tapahtumat", "Tapahtumat rivit"]
    links = [cell.hyperlink.location for row in read["Sisältö"].iter_rows() for cell in row if cell.hyperlink]
    assert links == [f"'{name}'!A1" for name in read.sheetnames[1:]]


def test_charts_are_native_with_their_text_and_take_their_numbers_from_the_sheet():
    parts, read = unpacked(book()), opened(book())
    drawings = "".join(data.decode() for name, data in parts.items() if name.startswith("xl/drawings/drawing"))
    native = [data for name, data in parts.items() if name.startswith("xl/charts/chart")]
    assert len(native) >= 6 and len(re.findall(r'descr="[^"]+"', drawings)) == len(native)
    for data in native:
        for series in ElementTree.fromstring(data).iter(f"{CHART}ser"):
            name, place = series.find(f"{CHART}val/{CHART}numRef/{CHART}f").text.rsplit("!", 1)
            cells = [cell.value for row in read[name.strip("'")][place.replace("$", "")] for cell in row]
            assert cells and all(cell is None or isinstance(cell, int) for cell in cells)


def test_tables_have_filters_and_their_numbers_are_numbers():
    sheet = opened(book())["Maakunnat"]
    tables = sorted(sheet.tables.values(), key=lambda each: int(re.findall(r"\d+", each.ref)[0]))
    assert all(each.autoFilter is not None for each in tables)
    for chart, table in zip(SECTIONS[1].charts, tables, strict=True):
        rows = [[cell.value for cell in row] for row in sheet[table.ref]]
        assert rows[0] == [field.label for field in chart.fields]
        for at, field in enumerate(chart.fields):
            held = [None if pd.isna(value) else value for value in chart.table[field.name]]
            assert [row[at] for row in rows[1:]] == held


def test_rows_stand_on_a_sheet_with_a_frozen_header_and_filters():
    sheet = opened(book())["Tapahtumat rivit"]
    assert (sheet.freeze_panes, sheet.max_row) == ("B2", SECTIONS[2].rows[0].total + 1)
    assert sheet.auto_filter.ref.startswith("A1:")


def test_names_of_sheets_are_such_as_excel_takes():
    taken: set[str] = set()
    names = [sheet_name("Maakunnat: [kaikki]/osa? ja vielä pitempi nimi", taken, " rivit") for _ in range(3)]
    assert len(set(names)) == 3 and all(len(name) <= 31 and not set("[]:*?/\\") & set(name) for name in names)


def test_a_document_has_headings_texts_of_pictures_and_headers_of_tables():
    read = Document(io.BytesIO(word_document(SECTIONS, translator("fi"), ORIGIN)))
    headings = [each.text for each in read.paragraphs if each.style.name in ("Heading 1", "Heading 2")]
    assert next(title for title in headings if title in {section.title for section in SECTIONS}) == SECTIONS[0].title
    assert {chart.title for chart in CHARTS} <= set(headings)
    described = [each._inline.docPr.get("descr") for each in read.inline_shapes]
    assert described == [chart.alt for chart in CHARTS if len(chart.table)]
    assert all(table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None for table in read.tables)
    assert {each.get(qn("w:val")) for each in read.styles.element.iter(qn("w:lang"))} == {"fi-FI"}
    assert (read.core_properties.language, read.core_properties.title) == ("fi-FI", translator("fi")("exports.title"))
    assert (round(read.sections[0].page_width.mm), round(read.sections[0].page_height.mm)) == (210, 297)
