"""The marked copy: her own workbook back, faulty cells coloured and commented, and a list of all before the sheets."""

import io
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
import xlsxwriter
import xlwt
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation
from pyxlsbwriter import XlsbWriter

from analysis.intake import AnnotatedCopy, Limits, Upload
from analysis.intake.annotated_copy.annotation import HEADERS as HEADERS_OF_LIST
from analysis.intake.annotated_copy.annotation import annotation_spec
from analysis.intake.annotated_copy.workbook_copy import annotate_workbook
from analysis.schema import LANGUAGES
from analysis.words import translator
from tests.intake.checking import HEADERS, check, event, flat
from tests.making import csv, edited, ods, repacked, saved, xlsx

FAULTY = [event("1", Alkaa="joskus", Osallistujat="noin 50"), event("2", Maakunnat="Lapi"), event("3")]
CODE = "131052-308T"
SOFFICE = shutil.which("soffice")


def copy(name: str, data: bytes, language: str = "fi") -> AnnotatedCopy:
    """The marked copy of one file."""
    checked = check((name, data))
    return annotate_workbook(Upload(name, data), annotation_spec(checked, name, translator(language)), Limits())


def own(change: Callable[[Workbook], None] = lambda book: None) -> bytes:
    """A faulty workbook as a person keeps it."""
    book = edited(xlsx(Tapahtumat=FAULTY))
    change(book)
    return saved(book)


def old(rows: list[dict]) -> bytes:
    """The rows as an xls, written by another program than the one that makes the copy."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("Tapahtumat")
    for place, cells in enumerate(table(rows)):
        for column, cell in enumerate(cells):
            sheet.write(place, column, cell)
    return saved(book)


def binary(rows: list[dict]) -> bytes:
    """The rows as an xlsb."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.xlsb")
        with XlsbWriter(str(path)) as writer:
            writer.add_sheet("Tapahtumat")
            writer.write_sheet(table(rows))
        return path.read_bytes()


def table(rows: list[dict]) -> list[list[str]]:
    """Rows with all headers before them, blank where a row has no such cell."""
    headers = list(dict.fromkeys(name for row in rows for name in row))
    return [headers, *([row.get(name, "") for name in headers] for row in rows)]


def drawn(draw: Callable[[xlsxwriter.Workbook, xlsxwriter.worksheet.Worksheet], None]) -> bytes:
    """A faulty workbook with something drawn into it."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Tapahtumat")
        for row, cells in enumerate([HEADERS, ("1", "Avaus", "joskus", "muu", "Lappi")]):
            sheet.write_row(row, 0, cells)
        draw(book, sheet)
    return file.getvalue()


def chart(book: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet) -> None:
    made = book.add_chart({"type": "bar"})
    made.add_series({"values": "=Tapahtumat!$A$1:$A$2"})
    sheet.insert_chart("H2", made)


ALL = [
    ("a.xlsx", own()),
    ("a.csv", csv(FAULTY)),
    ("a.ods", ods(Tapahtumat=FAULTY)),
    ("a.xls", old(FAULTY)),
    ("a.xlsb", binary(FAULTY)),
]
"""A faulty file in each format."""


def test_faulty_cells_are_coloured_and_commented_and_all_else_is_left():
    made = copy("toiminta.xlsx", own())
    sheet = edited(made.data)["Tapahtumat"]
    assert made.reason == ""
    colours = {cell.coordinate: cell.fill.fgColor.rgb for row in sheet for cell in row if cell.fill.patternType}
    assert colours == {"C2": "FFFFC7CE", "F2": "FFDDEBF7", "E3": "FFFFC7CE"}
    assert "ei ole päivämäärä" in sheet["C2"].comment.text
    assert sheet["E3"].comment.text.endswith("→ Lappi")
    assert [cell.coordinate for row in sheet for cell in row if cell.comment] == ["C2", "F2", "E3"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_list_stands_before_the_sheets_with_links_to_the_cells(language: str):
    book = edited(copy("toiminta.xlsx", own(), language).data)
    say = translator(language)
    assert book.sheetnames == [say("marked.sheet"), "Tapahtumat"]
    listing = book.worksheets[0]
    assert listing["A1"].value == say("marked.title", file="toiminta.xlsx")
    rows = [[cell.value for cell in row] for row in listing.iter_rows(min_row=4)]
    assert rows[0] == [say(f"marked.head.{each}") for each in HEADERS_OF_LIST]
    assert [row[1:4] for row in rows[1:]] == [
        ["Tapahtumat", "C2", "joskus"],
        ["Tapahtumat", "F2", "noin 50"],
        ["Tapahtumat", "E3", "Lapi"],
    ]
    assert [listing.cell(row, 3).hyperlink.location for row in (5, 6, 7)] == [
        "'Tapahtumat'!C2",
        "'Tapahtumat'!F2",
        "'Tapahtumat'!E3",
    ]
    assert [sheet.sheet_view.tabSelected for sheet in book.worksheets] == [True, False]


def test_what_a_person_made_of_the_workbook_is_kept():
    def dress(book: Workbook) -> None:
        sheet = book["Tapahtumat"]
        sheet["C2"].font = Font(bold=True, name="Verdana")
        sheet["B4"].fill = PatternFill("solid", fgColor="FF00FF00")
        sheet["D2"].comment = Comment("Oma huomio", "Aino")
        sheet["C2"].comment = Comment("Kysy Ainolta", "Aino")
        sheet["C4"] = datetime(2023, 3, 12)
        sheet["C4"].number_format = "ddd d.m.yyyy"
        sheet["H2"], sheet["H3"] = "=1+1", "teksti"
        sheet.column_dimensions["B"].width = 44
        sheet.freeze_panes, sheet.auto_filter.ref = "B2", "A1:F4"
        choices = DataValidation(type="list", formula1='"muu,seminaari"')
        choices.add("D2:D50")
        sheet.add_data_validation(choices)
        sheet.conditional_formatting.add("F2:F9", CellIsRule(operator="greaterThan", formula=["9"]))
        sheet.merge_cells("H3:I3")
        sheet.row_dimensions[4].hidden = True
        book.create_sheet("Muistio")["A1"] = "muista"
        book.properties.title = "Toiminta"

    book = edited(copy("toiminta.xlsx", own(dress)).data)
    sheet = book["Tapahtumat"]
    assert (sheet["C2"].font.name, sheet["C2"].font.bold) == ("Verdana", True)
    assert sheet["B4"].fill.fgColor.rgb == "FF00FF00"
    assert (sheet["C4"].value, sheet["C4"].number_format) == (datetime(2023, 3, 12), "ddd d.m.yyyy")
    assert sheet["D2"].comment.text == "Oma huomio"
    assert sheet["C2"].comment.text.startswith("Kysy Ainolta\n\nVirhe: ")
    assert (sheet["H2"].value, sheet.column_dimensions["B"].width) == ("=1+1", 44)
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("B2", "A1:F4")
    assert [str(each.sqref) for each in sheet.data_validations.dataValidation] == ["D2:D50"]
    assert len(sheet.conditional_formatting) == 1
    assert [str(each) for each in sheet.merged_cells.ranges] == ["H3:I3"]
    assert sheet.row_dimensions[4].hidden
    assert (book["Muistio"]["A1"].value, book.properties.title) == ("muista", "Toiminta")


EXTENSION = b"""<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"
 xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
 xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision">
<x14:dataValidations count="1" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">
<x14:dataValidation type="list" allowBlank="1" xr:uid="{11111111-2222-3333-4444-555555555555}">
<x14:formula1><xm:f>Muut!$A$1:$A$2</xm:f></x14:formula1><xm:sqref>D2:D9</xm:sqref>
</x14:dataValidation></x14:dataValidations></ext></extLst>"""


def test_lists_that_take_their_words_from_another_sheet_are_kept():
    def extended(name: str, part: bytes) -> bytes:
        return part.replace(b"</worksheet>", EXTENSION + b"</worksheet>") if name.endswith("sheet1.xml") else part

    made = copy("a.xlsx", repacked(xlsx(Tapahtumat=FAULTY, Muut=[["muu"], ["seminaari"]]), extended))
    with zipfile.ZipFile(io.BytesIO(made.data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    holding = [xml for xml in parts.values() if b"x14:dataValidation " in xml]
    assert (made.reason, len(holding)) == ("", 1)
    assert b"<xm:f>Muut!$A$1:$A$2</xm:f>" in holding[0]
    assert b":uid" not in holding[0] and b"C2" in holding[0]
    again = [each for each in flat(check(("a.xlsx", made.data))) if each[0] != "extra-sheet"]
    assert again == flat(check(("a.xlsx", own())))


def test_a_fault_in_a_merged_cell_is_marked_where_its_value_stands():
    def merge(book: Workbook) -> None:
        book["Tapahtumat"].merge_cells("A3:B3")

    data = own(merge)
    assert ("missing-value", "Tapahtumat", "B3") in flat(check(("a.xlsx", data)))
    sheet = edited(copy("a.xlsx", data).data)["Tapahtumat"]
    assert sheet["A3"].fill.fgColor.rgb == "FFFFC7CE" and sheet["A3"].comment


@pytest.mark.parametrize(
    "data",
    [
        drawn(chart),
        drawn(lambda book, sheet: sheet.insert_textbox("H2", "Muista")),
        drawn(lambda book, sheet: sheet.insert_button("H2", {"caption": "Paina"})),
        drawn(lambda book, sheet: sheet.add_sparkline("H2", {"range": "Tapahtumat!A1:A2"})),
        drawn(lambda book, sheet: sheet.conditional_format("A1:A2", {"type": "data_bar", "data_bar_2010": True})),
    ],
    ids=["chart", "text box", "button", "sparkline", "data bar"],
)
def test_where_a_copy_would_lose_something_she_gets_the_list_and_is_told_why(data: bytes):
    made = copy("toiminta.xlsx", data)
    book = edited(made.data)
    assert (made.reason, book.sheetnames) == ("parts", ["Korjattavaa"])
    cells = [cell.value for row in book.worksheets[0] for cell in row if cell.value]
    assert translator("fi")("marked.reason.parts") in cells
    assert "C2" in cells


def test_a_workbook_with_macros_is_listed_and_told_so():
    file = io.BytesIO(own())
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"macros")
    made = copy("toiminta.xlsm", file.getvalue())
    assert (made.reason, edited(made.data).sheetnames) == ("macros", ["Korjattavaa"])


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("tapahtumat.csv", csv(FAULTY)),
        ("tapahtumat.ods", ods(Tapahtumat=FAULTY)),
        ("tapahtumat.xls", old(FAULTY)),
        ("tapahtumat.xlsb", binary(FAULTY)),
    ],
    ids=["csv", "ods", "xls", "xlsb"],
)
def test_other_formats_come_back_as_a_workbook_of_the_same_cells(name: str, data: bytes):
    made = copy(name, data)
    assert made.reason == "rebuilt"
    sheet = edited(made.data).worksheets[1]
    assert [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2, max_col=3)] == [
        ["1", "Avajaiset", "joskus"],
        ["2", "Avajaiset", "12.3.2023"],
        ["3", "Avajaiset", "12.3.2023"],
    ]
    assert sheet["C2"].comment and sheet["C2"].fill.fgColor.rgb == "FFFFC7CE"


def test_days_and_numbers_of_other_formats_stay_what_they_are():
    rows = [event("1", Alkaa=date(2023, 3, 12), Osallistujat=12, Maakunnat="Lapi")]
    sheet = edited(copy("a.ods", ods(Tapahtumat=rows)).data).worksheets[1]
    assert (sheet["C2"].value, sheet["C2"].number_format, sheet["F2"].value) == (datetime(2023, 3, 12), "d.m.yyyy", 12)


def test_what_begins_as_a_formula_is_text_in_the_list_and_in_a_new_workbook():
    data = csv([event("1", Tyyppi='=HYPERLINK("x")'), event("2", Tyyppi="+1", Nimi="@a")])
    book = edited(copy("tapahtumat.csv", data).data)
    texts = [cell for sheet in book.worksheets for row in sheet for cell in row if str(cell.value)[:1] in "=+@"]
    assert {cell.value for cell in texts} == {'=HYPERLINK("x")', "+1", "@a"}
    assert {(cell.data_type, cell.quotePrefix) for cell in texts} == {("s", True)}


def test_an_identity_code_is_not_told_again():
    made = copy("toiminta.xlsx", xlsx(Tapahtumat=[event("1", Kuvaus=f"Ilmoittautui {CODE}")]))
    book = edited(made.data)
    told = [str(cell.value) for row in book.worksheets[0] for cell in row]
    assert CODE not in "".join([*told, book["Tapahtumat"]["F2"].comment.text])
    assert any("******-****" in each for each in told)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"PK\x03\x04" + bytes(40)])
def test_what_is_refused_is_listed(data: bytes):
    made = copy("a.xlsx", data)
    assert (made.reason, edited(made.data).sheetnames) == ("refused", ["Korjattavaa"])


def test_what_is_more_than_listed_is_told():
    made = copy("a.xlsx", xlsx(Tapahtumat=[event(str(n), Alkaa="joskus") for n in range(150)]))
    assert edited(made.data).worksheets[0]["A3"].value == "Lisäksi on 50 huomiota, joita ei ole luetteloitu."


@pytest.mark.parametrize(("name", "data"), ALL, ids=[name for name, _ in ALL])
def test_a_second_reader_finds_the_same_issues_in_the_copy(name: str, data: bytes):
    before, after = check((name, data)), check(("copy.xlsx", copy(name, data).data))
    assert [(each.code, each.cell, each.value) for each in after.issues if each.code != "extra-sheet"] == [
        (each.code, each.cell, each.value) for each in before.issues
    ]
    assert [each.sheet for each in after.issues if each.code == "extra-sheet"] == ["Korjattavaa"]


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_every_copy_and_finds_its_cells(tmp_path: Path):
    asked = [*ALL, ("b.xlsx", drawn(chart)), ("office.xls", office(tmp_path, "xls", {"a.xlsx": own()})["a.xls"])]
    made = {f"{place}.xlsx": copy(name, data) for place, (name, data) in enumerate(asked)}
    again = office(tmp_path, "ods", {name: each.data for name, each in made.items()})
    found = {name: check((f"{name[:-5]}.ods", again[f"{name[:-5]}.ods"])).issues for name in made}
    assert [each.reason for each in made.values()] == ["", *["rebuilt"] * 4, "parts", "rebuilt"]
    for name, each in made.items():
        if each.reason == "parts":
            assert [issue.code for issue in found[name]] == ["no-known-sheet"]
        else:
            assert [issue.cell for issue in found[name] if issue.code != "extra-sheet"] == ["C2", "F2", "E3"]


def office(folder: Path, ending: str, files: dict[str, bytes]) -> dict[str, bytes]:
    """Files as LibreOffice opens them and saves them again in another format; all of them in one run."""
    here, there = folder / f"before-{ending}", folder / f"after-{ending}"
    here.mkdir()
    for name, data in files.items():
        (here / name).write_bytes(data)
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    command = [str(SOFFICE), profile, "--headless", "--convert-to", ending, "--outdir", str(there), *files]
    subprocess.run(command, cwd=here, check=True, capture_output=True, timeout=200)
    return {path.name: path.read_bytes() for path in there.iterdir()}


KEYLESS = [*(event("", Nimi="Avajaiset \N{NO-BREAK SPACE}2") for _ in range(120)), event("-"), event("7")]
MADE = ["avajaiset-2-2023", *(f"avajaiset-2-2023-{n}" for n in range(2, 121)), "avajaiset-2023", "7"]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.xlsx", xlsx(Tapahtumat=KEYLESS)),
        ("a.csv", csv(KEYLESS)),
        ("a.ods", ods(Tapahtumat=KEYLESS)),
        ("a.xls", old(KEYLESS)),
        ("a.xlsb", binary(KEYLESS)),
    ],
)
def test_keys_that_were_made_stand_in_their_cells(name: str, data: bytes):
    sheet = edited(copy(name, data).data).worksheets[1]
    assert [cell.value for cell in sheet["A"][1:]] == MADE
    assert sheet["A2"].comment.text.endswith("→ avajaiset-2-2023")
    assert sheet["A2"].fill.fgColor.rgb == "FFDDEBF7" and sheet["A123"].comment is None


def test_the_marked_copy_uploaded_again_has_the_same_keys():
    again = check(("a.xlsx", copy("a.xlsx", xlsx(Tapahtumat=KEYLESS)).data))
    assert (list(again.tables["events"].frame["id"]), again.counts["info"]) == (MADE, 1)
    assert [issue.code for issue in again.issues] == ["extra-sheet"]


def test_keys_stand_in_the_copy_of_their_own_file_and_sheet():
    files = [(f"{name}.xlsx", xlsx({"Tapahtumat 1": [event("1")], "Tapahtumat 2": [event("")]})) for name in "ab"]
    checked = check(*files)
    copies = [
        annotate_workbook(Upload(name, data), annotation_spec(checked, name, translator("en")), Limits())
        for name, data in files
    ]
    cells = [[sheet["A2"].value for sheet in edited(each.data).worksheets[1:]] for each in copies]
    assert cells == [["1", "avajaiset-2023"], ["1", "avajaiset-2023-2"]]
