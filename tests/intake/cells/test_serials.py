"""Numbers that wear a day's or a time's format are left out with the number as the suggestion, in every format."""

import io
from datetime import date, datetime, time, timedelta

import pytest
import xlsxwriter
import xlwt

from analysis.intake.cells.numbers import WholeReader, YearReader
from analysis.intake.cells.serials import DateSystem
from tests.intake.checking import HEADERS, check, values
from tests.making import ods, saved

EXCEL, MACINTOSH, LIBREOFFICE = DateSystem(), DateSystem(epoch_1904=True), DateSystem(leap_1900=False)


@pytest.mark.parametrize(
    ("system", "value", "number"),
    [
        (EXCEL, time(0), 0),
        (EXCEL, date(1900, 1, 1), 1),
        (EXCEL, date(1900, 2, 14), 45),
        (EXCEL, date(1900, 2, 28), 59),
        (EXCEL, date(1900, 3, 1), 61),
        (EXCEL, datetime(1900, 4, 9), 100),
        (EXCEL, date(1905, 7, 15), 2023),
        (EXCEL, timedelta(days=45), 45),
        (EXCEL, time(12), None),
        (EXCEL, datetime(1900, 2, 14, 12), None),
        (LIBREOFFICE, date(1899, 12, 30), 0),
        (LIBREOFFICE, date(1900, 2, 13), 45),
        (MACINTOSH, date(1904, 1, 1), 0),
        (MACINTOSH, date(1904, 2, 15), 45),
        (MACINTOSH, date(1909, 7, 16), 2023),
        (EXCEL, 45, None),
        (EXCEL, "14.2.1900", None),
    ],
)
def test_the_zero_day_is_the_formats_own(system, value, number):
    assert system.whole_number(value) == number


def test_the_number_must_be_one_that_the_column_may_hold():
    def suggestion(reader, value):
        (finding,) = reader.read(value).findings
        assert finding.code == "bad-number"
        return finding.suggestion or reader.likely(finding)

    assert suggestion(WholeReader(least=1), time(0)) is None
    assert suggestion(WholeReader(least=0), time(0)) == "0"
    assert suggestion(WholeReader(), date(2023, 3, 5)) == "44990"
    assert suggestion(WholeReader(), time(12, 30)) is None
    assert suggestion(YearReader(1850, 2026), date(1905, 7, 15)) == "2023"
    assert suggestion(YearReader(1850, 2026), date(1995, 3, 12)) == "1995"
    assert suggestion(YearReader(1850, 2026), time(0)) is None


ROW = ["1", "Avajaiset", "12.3.2023", "seminaari", "Lappi"]
NUMBERS = (45, 59, 61, 150, 0)


def by_xlsxwriter(pattern, *, date_1904):
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"date_1904": date_1904}) as book:
        sheet, form = book.add_worksheet("Tapahtumat"), book.add_format({"num_format": pattern})
        sheet.write_row(0, 0, [*HEADERS, "Osallistujat"])
        for row, number in enumerate(NUMBERS, 1):
            sheet.write_row(row, 0, [str(row), *ROW[1:]])
            sheet.write_number(row, 5, number, form)
    return file.getvalue()


def by_xlwt(pattern, *, date_1904):
    book = xlwt.Workbook()
    book.dates_1904 = date_1904
    sheet, style = book.add_sheet("Tapahtumat"), xlwt.easyxf(num_format_str=pattern)
    for row, cells in enumerate([[*HEADERS, "Osallistujat"], *([str(n), *ROW[1:]] for n in range(1, 6))]):
        for column, cell in enumerate(cells):
            sheet.write(row, column, cell)
        if row:
            sheet.write(row, 5, NUMBERS[row - 1], style)
    return saved(book)


@pytest.mark.parametrize("pattern", ["d.m.yyyy", "h:mm", "[h]:mm", "yyyy-mm-dd hh:mm"])
@pytest.mark.parametrize(
    ("name", "write", "date_1904"),
    [("a.xlsx", by_xlsxwriter, False), ("a.xlsx", by_xlsxwriter, True), ("a.xls", by_xlwt, False)],
)
def test_numbers_in_a_days_or_times_format_of_excel_are_suggested(name, write, pattern, date_1904):
    checked = check((name, write(pattern, date_1904=date_1904)))
    assert [(i.code, i.severity, i.column, i.suggestion) for i in checked.issues] == [
        ("bad-number", "warning", "participants", str(number)) for number in NUMBERS
    ]
    assert values(checked, "participants") == [None] * 5


def test_numbers_in_a_days_format_of_libreoffice_are_suggested():
    rows = [[str(n), *ROW[1:], date(1899, 12, 30) + timedelta(days=number)] for n, number in enumerate(NUMBERS)]
    checked = check(("a.ods", ods(Tapahtumat=[[*HEADERS, "Osallistujat"], *rows])))
    assert [(i.code, i.suggestion) for i in checked.issues] == [("bad-number", str(number)) for number in NUMBERS]


def test_a_year_in_a_days_format_is_suggested():
    headers = ["Tunnus", "Nimi", "Perustettu", "Maakunnat"]
    checked = check(("a.ods", ods(Klusterit=[headers, ["k1", "Klusteri", date(1905, 7, 15), "Lappi"]])))
    assert ("bad-number", "2023") in [(i.code, i.suggestion) for i in checked.issues if i.column == "founded"]
