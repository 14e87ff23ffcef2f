"""Plain serial numbers of days in old and binary workbooks, of both day systems."""

import datetime as dt

import pytest
import xlwt
from pyxlsbwriter import XlsbWriter

from analysis.intake.files.day_system import counts_from_1904
from tests.intake.checking import HEADERS, check, values
from tests.making import repacked, saved

DAYS = {True: "2023-03-12", False: "2019-03-11"}
# The flag is the first bit of BrtWbProp, whose type and size are the bytes before it.
PROPERTIES = b"\x99\x01\x0c"


def old(*, of_1904: bool) -> bytes:
    book = xlwt.Workbook()
    book.dates_1904 = of_1904
    sheet = book.add_sheet("Tapahtumat")
    for row, cells in enumerate([HEADERS, ["1", "A", 43535, "muu", "Lappi"], ["2", "B", None, "muu", "Lappi"]]):
        for column, cell in enumerate(cells):
            if cell is not None:
                sheet.write(row, column, cell)
    sheet.write(2, 2, dt.date(2023, 3, 12), xlwt.easyxf(num_format_str="D.M.YYYY"))
    return saved(book)


def binary(path, *, of_1904: bool) -> bytes:
    with XlsbWriter(str(path)) as writer:
        writer.add_sheet("Tapahtumat")
        writer.write_sheet([list(HEADERS), ["1", "A", 43535, "muu", "Lappi"]])

    def change(name: str, part: bytes) -> bytes:
        place = part.find(PROPERTIES) + len(PROPERTIES)
        if name != "xl/workbook.bin" or not of_1904:
            return part
        return part[:place] + bytes([part[place] | 1]) + part[place + 1 :]

    return repacked(path.read_bytes(), change)


@pytest.mark.parametrize("of_1904", [True, False])
def test_serials_of_an_old_workbook_count_from_its_own_day(of_1904):
    assert values(check(("a.xls", old(of_1904=of_1904))), "starts") == [DAYS[of_1904], "2023-03-12"]


@pytest.mark.parametrize("of_1904", [True, False])
def test_serials_of_a_binary_workbook_count_from_its_own_day(of_1904, tmp_path):
    data = binary(tmp_path / "a.xlsb", of_1904=of_1904)
    assert values(check(("a.xlsb", data)), "starts") == [DAYS[of_1904]]


@pytest.mark.parametrize("end", [600, 700, 1000, 1500])
def test_a_workbook_that_breaks_off_counts_as_usual(end, tmp_path):
    path = tmp_path / "a.xlsb"
    assert counts_from_1904(old(of_1904=True)[:end], "xls") in (True, False)
    assert counts_from_1904(binary(path, of_1904=True)[:end], "xlsb") is False
    assert counts_from_1904(b"", "xls") is False
