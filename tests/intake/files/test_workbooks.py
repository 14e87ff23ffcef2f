"""Workbooks of every kind: the sheet's own addresses, and what stands beside the text of a cell."""

import datetime as dt
import io

import pytest
import xlsxwriter
import xlwt
from pyxlsbwriter import XlsbWriter

from analysis.intake import Limits
from analysis.intake.files.workbooks import workbook
from tests.intake.checking import HEADERS, check, check_sheets, event, flat, values
from tests.making import edited, ods, repacked, saved, xlsx

ROW = ["1", "Avajaiset", "12.3.2023", "seminaari", "Lappi"]


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


@pytest.mark.parametrize(("top", "left"), [(0, 0), (0, 2), (3, 0)])
def test_every_cell_is_in_its_column_whether_texts_repeat_or_not(top, left):
    mixed = ["1", 1.0, True, dt.date(2023, 3, 12), "", "Ä", "x"]
    rows = [[f"Nimi {at}", "Sama nimi", mixed[at % len(mixed)], f"a{at % 3}", at + 0.5] for at in range(2600)]
    placed = [[], *[[None] * 5] * (top - 1)][:top] + [[*[None] * left, *row] for row in rows]
    (grid,) = workbook("a.xlsx", xlsx(Tapahtumat=placed), "xlsx", Limits()).grids
    assert (grid.left, grid.numbers) == (left + 1, range(top + 1, top + 2601))
    columns = [list(column) for column in zip(*rows, strict=True)]
    assert grid.columns == columns
    assert [list(map(type, column)) for column in grid.columns] == [list(map(type, column)) for column in columns]


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
    assert checked.tables["events"].keys_with_errors == (("18",),)


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


@pytest.mark.parametrize("corner", ["CZ300", "A300", "CZ2", "CW60"])
def test_a_stray_cell_in_a_far_corner_makes_no_large_sheet(corner):
    book = edited(xlsx(Tapahtumat=[event("1", Alkaa=dt.date(2023, 3, 12), Osallistujat=40), event("2", Tyyppi="muuu")]))
    book["Tapahtumat"][corner] = "x"
    checked = check(("a.xlsx", saved(book)), limits=Limits(sheet_cells=100))
    assert ("bad-choice", "Tapahtumat", "D3") in flat(checked)
    assert (values(checked, "starts"), values(checked, "participants")) == (["2023-03-12"], [40])
    beyond = {"CZ300": "CZ1", "CZ2": "CZ1", "CW60": "CW1"}.get(corner)
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


def test_what_is_too_much_to_lay_out_is_read_row_by_row():
    data = xlsx(Tapahtumat=[event("1", Alkaa=dt.date(2023, 3, 12), Osallistujat=40), event("2", Tyyppi="muuu")])
    quick, slow = (check(("a.xlsx", data), limits=limits) for limits in (Limits(), Limits(sheet_cells=1)))
    assert flat(quick) == flat(slow) == [("bad-choice", "Tapahtumat", "D3")]
    assert quick.tables["events"].frame.equals(slow.tables["events"].frame)
    assert quick.tables["events"].rows.equals(slow.tables["events"].rows)


@pytest.mark.parametrize("hours", [24e9, -24e9, 1e300])
def test_a_length_of_time_beyond_all_is_an_error_of_its_cell_alone(hours):
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        events, materials = book.add_worksheet("Tapahtumat"), book.add_worksheet("Aineistot")
        for number, row in enumerate([HEADERS, ROW]):
            events.write_row(number, 0, row)
        for number, row in enumerate([["Tunnus", "Otsikko", "Laji", "Kesto (min)"], ["1", "A", "opas", 40]]):
            materials.write_row(number, 0, row)
        materials.write_row(2, 0, ["2", "B", "opas"])
        materials.write_number(2, 3, hours / 24, book.add_format({"num_format": "[h]:mm"}))
    checked = check(("a.xlsx", file.getvalue()))
    assert flat(checked) == [("excel-error", "Aineistot", "D3")]
    assert values(checked, "duration_min", "materials") == [40, None]
    assert values(checked, "starts") == ["2023-03-12"]
