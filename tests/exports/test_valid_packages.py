"""Files for Office are valid against the transitional schemas of ISO/IEC 29500, as the Open XML SDK checks them.

openxml-audit bears the SDK's schemas, and its rules on what the parts of a package say of each other.
"""

import io
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from zipfile import ZipFile

import pytest
from openxml_audit import OpenXmlValidator

from analysis.changes import compare
from analysis.exports import blank_workbook, chart_workbook, data_workbook, report_workbook, rows_workbook
from analysis.exports.excel.changes_workbook import changes_workbook
from analysis.schema import TABLES, all_tables
from analysis.sections.presentation.full_sections import ALL_SECTIONS, full_sections
from analysis.sections.records.source_rows import rows_behind_chart
from analysis.selection import Selection
from analysis.words import translator
from tests.exports.presentations import ORIGIN, basis
from tests.exports.test_element_order import made
from tests.intake.annotated_copy.test_workbook_copy import FAULTY, copy, own
from tests.making import csv
from tests.workbooks import sample

FI, TABLES_NOW = translator("fi"), sample.tables()


@cache
def sections() -> list:
    """All sections of the sample, without any filter."""
    return full_sections(ALL_SECTIONS, basis("fi"), Selection())


def charts() -> dict[str, Callable[[], bytes]]:
    """A workbook of a chart of each mark, with the rows behind it."""
    one_of_each = {type(chart.mark).__name__: chart for section in sections() for chart in section.charts}
    return {
        f"{name}.xlsx": lambda chart=chart: chart_workbook(
            chart, FI, ORIGIN, rows_behind_chart(TABLES_NOW, Selection(), FI, chart)
        )
        for name, chart in one_of_each.items()
    }


FILES: dict[str, Callable[[], bytes]] = {
    "report.docx": lambda: made("docx"),
    "slides.pptx": lambda: made("pptx"),
    "report.xlsx": lambda: report_workbook(sections(), FI, ORIGIN),
    "data.xlsx": lambda: data_workbook(TABLES_NOW, FI),
    "blank.xlsx": lambda: blank_workbook(FI, TABLES_NOW),
    "rows.xlsx": lambda: rows_workbook(next(each.rows[0] for each in sections() if each.rows), FI, ORIGIN),
    "changes.xlsx": lambda: changes_workbook(compare(TABLES_NOW, all_tables({}, TABLES)), FI, (TABLES_NOW,)),
    "marked.xlsx": lambda: copy("own.xlsx", own()).data,
    "rebuilt.xlsx": lambda: copy("other.csv", csv(FAULTY)).data,
    **charts(),
}
made_once = cache(lambda name: FILES[name]())


ALLOWED = re.compile(r"inline-string cell|^/xl/styles.xml: Unexpected element '(color|u)'")
"""What the standard allows and the SDK does not: openpyxl's order within a font (CT_Font), text within its cell."""


def faults(data: bytes, name: str, folder: Path) -> list[str]:
    """What is not valid in a file; its name tells its format."""
    (folder / name).write_bytes(data)
    found = [f"{each.part_uri}: {each.description}" for each in OpenXmlValidator().validate(folder / name).errors]
    return [each for each in found if not ALLOWED.search(each)]


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_valid(name: str, tmp_path: Path):
    assert faults(made_once(name), name, tmp_path) == []


def test_every_mark_has_its_workbook():
    assert {"Bars.xlsx", "Columns.xlsx", "Heat.xlsx", "Map.xlsx", "Panels.xlsx"} <= set(FILES)


def test_the_workbooks_within_charts_of_slides_are_valid(tmp_path: Path):
    with ZipFile(io.BytesIO(made_once("slides.pptx"))) as packed:
        books = [packed.read(each) for each in packed.namelist() if each.endswith(".xlsx")]
    assert books
    assert [faults(book, "book.xlsx", tmp_path) for book in books] == [[]] * len(books)


DAMAGES = [
    ("report.docx", "word/styles.xml", r"(<w:tblBorders>)(<w:top [^>]*/>)(.*?)(</w:tblBorders>)", r"\1\3\2\4"),
    ("report.docx", "word/document.xml", r"(<w:tblW [^>]*/>)(<w:jc [^>]*/>)", r"\2\1"),
    ("slides.pptx", "ppt/charts/chart1.xml", r'<c:axId val="', r'<c:axId val="-'),
    ("slides.pptx", "ppt/slides/slide2.xml", r"(<p:nvSpPr>.*?</p:nvSpPr>)(<p:spPr.*?(?:/>|</p:spPr>))", r"\2\1"),
    ("report.xlsx", "xl/worksheets/sheet2.xml", r"(<pageSetup [^>]*/>)(<headerFooter>.*?</headerFooter>)", r"\2\1"),
    ("data.xlsx", "xl/worksheets/sheet1.xml", r"(<dimension [^>]*/>)(<sheetViews>.*?</sheetViews>)", r"\2\1"),
]


@pytest.mark.parametrize(("name", "part", "pattern", "instead"), DAMAGES)
def test_a_damaged_file_is_not(name: str, part: str, pattern: str, instead: str, tmp_path: Path):
    buffer = io.BytesIO()
    with ZipFile(io.BytesIO(made_once(name))) as whole, ZipFile(buffer, "w") as damaged:
        for each in whole.namelist():
            text = whole.read(each)
            if each == part:
                text, count = re.subn(pattern.encode(), instead.encode(), text, count=1, flags=re.DOTALL)
                assert count == 1
            damaged.writestr(each, text)
    assert faults(buffer.getvalue(), name, tmp_path)
