"""Workbooks of every kind: the sheet's own addresses, and what stands beside the text of a cell."""

import datetime as dt
import io
import re

import pytest
import xlsxwriter
import xlwt
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from pyxlsbwriter import XlsbWriter

from analysis.intake import Limits
from tests.intake.checking import HEADERS, check, check_sheets, event, flat, values
from tests.making import ods, repacked, xlsx

ROW = ["1", "Avajaiset", "12.3.2023", "seminaari", "Lappi"]


def saved(book: Workbook) -> bytes:
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def edited(data: bytes) -> Workbook:
    return load_workbook(io.BytesIO(data))


@pytest.mark.parametrize("make", [xlsx, ods])
def test_addresses_are_the_sheets_own(make):
    gap = [None, None]
    rows = [
        [],
        ["Toiminta 2023"],
        [],
        [*gap, *HEADERS],
        [],
        [*gap, *ROW],
        [],
        [*gap, "2", "B", "huomenna", "muu", "Lappi"],
    ]
    checked = check(("toiminta", make(Tapahtumat=rows)))
    assert flat(checked) == [("bad-date", "Tapahtumat", "E8")]
    read = checked.tables["events"]
    assert read.place(0, "starts") == ("toiminta", "Tapahtumat", "E6")
    assert read.place(0, "link") == ("toiminta", "Tapahtumat", None)


def test_an_old_workbook_is_read():
    book = xlwt.Workbook()
    sheet = book.add_sheet("Tapahtumat")
    day = xlwt.easyxf(num_format_str="D.M.YYYY")
    for column, (header, cell) in enumerate(zip(HEADERS, [18, "A", dt.date(2023, 3, 12), "muu", "Lapi"], strict=True)):
        sheet.write(3, column + 1, header)
        sheet.write(5, column + 1, cell, *([day] if isinstance(cell, dt.date) else []))
    book.add_sheet("Muistio").visibility = 1
    book.get_sheet(1).write(0, 0, "Salassa")
    checked = check(("toiminta.xls", saved(book)))
    assert flat(checked) == [
        ("unknown-region", "Tapahtumat", "F6"),
        ("extra-sheet", "Muistio", None),
        ("hidden-content", "Muistio", None),
    ]
    assert checked.tables["events"].held_keys == (("18",),)


def test_a_binary_workbook_is_read(tmp_path):
    path = tmp_path / "toiminta.xlsb"
    with XlsbWriter(str(path)) as writer:
        writer.add_sheet("Tapahtumat")
        writer.write_sheet(
            [list(HEADERS), [18, "A", dt.date(2023, 3, 12), "muu", "Lappi"], [2, "B", 2023, "muu", "Lapi"]]
        )
        writer.add_sheet("Muistio", hidden=True)
        writer.write_sheet([["Salassa"]])
    checked = check(("toiminta.xlsb", path.read_bytes()))
    assert flat(checked) == [
        ("unknown-region", "Tapahtumat", "E3"),
        ("extra-sheet", "Muistio", None),
        ("hidden-content", "Muistio", None),
    ]
    assert (values(checked, "id"), values(checked, "starts")) == (["18"], ["2023-03-12"])


def test_a_merged_value_stands_in_its_first_cell_only():
    book = edited(xlsx(Tapahtumat=[event("1", Paikka="Kemi"), event("2", Paikka="Oulu")]))
    book["Tapahtumat"].merge_cells("F2:F3")
    assert values(check(("a.xlsx", saved(book))), "place") == ["Kemi", None]


def test_formulas_count_by_their_stored_value():
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet("Tapahtumat")
        sheet.write_row(0, 0, [*HEADERS, "Osallistujat", "Paikka", "Linkki"])
        for row, value in enumerate((40, "#DIV/0!"), 1):
            sheet.write_row(row, 0, [str(row), *ROW[1:]])
            sheet.write_formula(row, 5, "=20+20", None, value)
            sheet.write_formula(row, 6, '=IF(1,"","")', None, "")
            sheet.write_formula(row, 7, '=HYPERLINK("https://example.org/1","Tästä")', None, "Tästä")
    # Excel marks an empty text as text; XlsxWriter leaves the mark out.
    data = repacked(file.getvalue(), lambda name, part: re.sub(rb'<c r="(G.)">', rb'<c r="\1" t="str">', part))
    checked = check(("a.xlsx", data))
    assert [(issue.cell, issue.value, issue.severity) for issue in checked.issues] == [("F3", "#DIV/0!", "warning")]
    assert values(checked, "participants") == [40, None]
    assert values(checked, "link") == ["https://example.org/1"] * 2


def test_a_formula_without_a_stored_value_is_an_error_of_excel():
    book = edited(xlsx(Tapahtumat=[event("1", Osallistujat=1), event("2", Osallistujat=2)]))
    book["Tapahtumat"]["C2"] = "=TODAY()"
    book["Tapahtumat"]["F3"] = "=A1&A2"
    checked = check(("a.xlsx", saved(book)))
    assert [(issue.code, issue.severity, issue.cell, issue.value) for issue in checked.issues] == [
        ("excel-error", "error", "C2", "=TODAY()"),
        ("excel-error", "warning", "F3", "=A1&A2"),
    ]
    assert values(checked, "id") == ["2"]


def test_a_row_of_errors_alone_is_not_blank():
    book = edited(xlsx(Tapahtumat=[event("1")]))
    book["Tapahtumat"]["A3"] = "#REF!"
    codes = [(issue.code, issue.cell) for issue in check(("a.xlsx", saved(book))).issues]
    assert codes[0] == ("excel-error", "A3")
    assert codes[1:] == [("missing-value", f"{column}3") for column in "BCDE"]


def test_an_address_behind_a_cell_is_its_link_where_the_text_is_none():
    rows = [
        event("1", Linkki="Tästä"),
        event("2", Linkki="www.oma.fi"),
        event("3", Linkki=""),
        event("4", Linkki="Tästä"),
    ]
    book = edited(xlsx(Tapahtumat=rows))
    sheet = book["Tapahtumat"]
    for row in (2, 3, 4):
        sheet[f"F{row}"].hyperlink = f"https://example.org/{row}"
    checked = check(("a.xlsx", saved(book)))
    assert values(checked, "link") == ["https://example.org/2", "https://www.oma.fi", "https://example.org/4", None]
    assert flat(checked) == [("bad-link", "Tapahtumat", "F5")]


def test_a_names_address_serves_where_the_column_of_links_is_empty():
    book = edited(xlsx(Tapahtumat=[event("1", Linkki="www.oma.fi"), event("2", Linkki="")], Klusterit=[CLUSTER]))
    for row in (2, 3):
        book["Tapahtumat"][f"B{row}"].hyperlink = f"https://example.org/{row}"
    book["Klusterit"]["B2"].hyperlink = "file:///C:/klusteri.docx"
    checked = check(("a.xlsx", saved(book)))
    assert values(checked, "link") == ["https://www.oma.fi", "https://example.org/3"]
    assert flat(checked) == [("unsafe-link", "Klusterit", "B2")]
    assert checked.issues[0].column == "website"


CLUSTER = {"Tunnus": "k1", "Nimi": "Keksitty klusteri", "Maakunnat": "Lappi"}


def test_hidden_sheets_rows_and_columns_are_read_and_named():
    rows = [event("1", Paikka="Kemi", Kuvaus=""), event("2", Paikka="Oulu", Kuvaus="")]
    book = edited(xlsx(Tapahtumat=rows, Klusterit=[CLUSTER]))
    book["Klusterit"].sheet_state = "veryHidden"
    book["Tapahtumat"].row_dimensions[3].hidden = True
    book["Tapahtumat"].row_dimensions[9].hidden = True
    book["Tapahtumat"].column_dimensions["F"].hidden = True
    book["Tapahtumat"].column_dimensions["J"].hidden = True
    checked = check(("a.xlsx", saved(book)))
    assert flat(checked) == [
        ("hidden-content", "Tapahtumat", "F1"),
        ("hidden-content", "Tapahtumat", "A3"),
        ("hidden-content", "Klusterit", None),
    ]
    assert (values(checked, "place"), checked.status) == (["Kemi", "Oulu"], "ok")


@pytest.mark.parametrize("hidden", [True, False])
def test_sheets_of_an_open_document_tell_that_they_are_hidden(hidden):
    display = b'table:display="false"' if hidden else b'table:display="true"'
    style = b'<office:automatic-styles><style:style style:name="ta1" style:family="table"><style:table-properties '
    style += display + b"/></style:style></office:automatic-styles>"
    data = _changed_content(ods(Tapahtumat=[event("1")]), style)
    assert flat(check(("a.ods", data))) == ([("hidden-content", "Tapahtumat", None)] if hidden else [])


def _changed_content(data: bytes, style: bytes) -> bytes:
    def change(name: str, part: bytes) -> bytes:
        if name != "content.xml":
            return part
        part = part.replace(b"<office:automatic-styles/>", style)
        return part.replace(b"<table:table ", b'<table:table table:style-name="ta1" ')

    return repacked(data, change)


def test_days_of_the_1904_system_are_counted_from_1904():
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"date_1904": True}) as book:
        sheet = book.add_worksheet("Tapahtumat")
        sheet.write_row(0, 0, HEADERS)
        sheet.write_row(1, 0, ["1", "A", 43535, "muu", "Lappi"])
        sheet.write_row(2, 0, ["2", "B", "", "muu", "Lappi"])
        sheet.write_datetime(2, 2, dt.datetime(2023, 3, 12), book.add_format({"num_format": "d.m.yyyy"}))
    assert values(check(("a.xlsx", file.getvalue())), "starts") == ["2023-03-12", "2023-03-12"]


@pytest.mark.parametrize("corner", ["XFD1048576", "A1048576", "XFD2", "CW60000"])
def test_a_stray_cell_in_a_far_corner_makes_no_large_sheet(corner):
    book = edited(xlsx(Tapahtumat=[event("1", Alkaa=dt.date(2023, 3, 12), Osallistujat=40), event("2", Tyyppi="muuu")]))
    book["Tapahtumat"][corner] = "x"
    checked = check(("a.xlsx", saved(book)))
    assert ("bad-choice", "Tapahtumat", "D3") in flat(checked)
    assert (values(checked, "starts"), values(checked, "participants")) == (["2023-03-12"], [40])
    beyond = {"XFD1048576": "XFD1", "XFD2": "XFD1", "CW60000": "CW1"}.get(corner)
    assert [cell for code, _, cell in flat(checked) if code == "extra-column"] == ([beyond] if beyond else [])


def test_columns_past_the_hundredth_are_not_read():
    wide = [[*HEADERS, *(f"Lisä {n}" for n in range(95)), "Paikka", "Ala"], [*ROW, *[""] * 95, "Kemi", "x"]]
    checked = check_sheets(Tapahtumat=wide)
    extra = [cell for code, _, cell in flat(checked) if code == "extra-column"]
    assert (len(extra), extra[-1]) == (96, "CW1")
    assert values(checked, "place") == [None]


def test_a_workbook_without_a_known_sheet_or_without_cells_says_so():
    assert flat(check(("a.xlsx", xlsx(Muistio=[["Asia"]])))) == [("no-known-sheet", None, None)]
    assert flat(check(("a.xlsx", xlsx(Taul1=[])))) == [("no-known-sheet", None, None)]
    assert flat(check(("a.ods", ods(Taul1=[])))) == [("no-known-sheet", None, None)]


def test_an_identity_code_in_a_comment_keeps_the_file_out():
    book = edited(xlsx(Tapahtumat=[event("1")]))
    book["Tapahtumat"]["B2"].comment = Comment("Puhujana 131052-308T", "Laatija")
    checked = check(("a.xlsx", saved(book)))
    assert [(issue.code, issue.severity, issue.cell) for issue in checked.issues] == [("personal-data", "error", None)]
    assert [file.keep for file in checked.files] == [False]


def test_what_is_too_much_to_lay_out_is_read_row_by_row():
    data = xlsx(Tapahtumat=[event("1", Alkaa=dt.date(2023, 3, 12), Osallistujat=40), event("2", Tyyppi="muuu")])
    quick, slow = (check(("a.xlsx", data), limits=limits) for limits in (Limits(), Limits(sheet_cells=1)))
    assert flat(quick) == flat(slow) == [("bad-choice", "Tapahtumat", "D3")]
    assert quick.tables["events"].frame.equals(slow.tables["events"].frame)
    assert quick.tables["events"].rows.equals(slow.tables["events"].rows)
