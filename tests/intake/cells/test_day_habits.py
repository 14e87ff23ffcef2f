"""Days of one sheet's column: cells at night, and slashes with the month first; honest columns stay silent."""

from datetime import date, datetime

import pytest

from analysis.intake.cells.day_habits import ColumnDayReader, both_orders
from analysis.intake.cells.days import DayReader
from tests.intake.checking import check, check_sheets, event, flat, values
from tests.making import csv

DAYS = DayReader(latest=2031, spans=True)


def findings(cells, days=DAYS):
    reader = ColumnDayReader.of(days, cells)
    return [(each.code, each.suggestion) for cell in cells for each in reader.read(cell).findings]


def nights(*hours, month=1):
    return [datetime(2024, month, day, hour) for day, hour in enumerate(hours, 1)]


@pytest.mark.parametrize(
    "cells",
    [
        nights(22, 22, 22),
        nights(21, 22, 23),
        [*nights(22, 22, 22), "12.3.2023", 2023],
        [*nights(*[22] * 9), date(2024, 3, 1)],
        [*nights(*[22] * 9), datetime(2024, 3, 1, 9)],
        [datetime(2024, 1, day, 21, 59, 59, 999_000) for day in (1, 2, 3)],
    ],
)
def test_cells_at_night_are_likely_the_next_days(cells):
    at_night = [cell for cell in cells if isinstance(cell, datetime) and cell.hour > 9]
    assert findings(cells) == [("unlikely-value", f"{cell.day + 1}.1.2024") for cell in at_night]
    reader = ColumnDayReader.of(DAYS, cells)
    assert [reader.read(cell).value for cell in at_night] == [f"{cell:%Y-%m-%d}" for cell in at_night]


@pytest.mark.parametrize(
    "cells",
    [
        nights(22, 22),
        nights(9, 9, 9, 9),
        nights(20, 20, 20),
        [datetime(2024, 1, day, 22, 15) for day in (1, 2, 3, 4)],
        [*nights(*[22] * 8), date(2024, 3, 1)],
        [date(2024, 1, day) for day in (1, 2, 3)],
        ["2024-01-01 22:00", "2024-01-02 22:00", "2024-01-03 22:00"],
    ],
)
def test_times_of_other_days_are_no_sign(cells):
    assert findings(cells) == []


def test_the_last_day_of_the_calendar_has_no_next_one():
    assert findings([datetime(9999, 12, 31, 22)] * 3) == [("unlikely-value", None)] * 3


def test_cells_at_night_are_found_by_sheet_and_column():
    rows = [event(str(n), Alkaa=datetime(2024, 1, n, 22), Päättyy=date(2024, 1, n + 1)) for n in (1, 2, 3)]
    checked = check_sheets(Tapahtumat=rows)
    assert flat(checked) == [("unlikely-value", "Tapahtumat", f"C{row}") for row in (2, 3, 4)]
    assert next((issue.value, issue.suggestion) for issue in checked.issues) == ("1.1.2024 22:00", "2.1.2024")
    assert values(checked, "starts") == ["2024-01-01", "2024-01-02", "2024-01-03"]
    assert flat(check_sheets({"Tapahtumat": rows[:2], "Tapahtumat 2": rows[2:]})) == [
        ("ambiguous-sheet", "Tapahtumat 2", None)
    ]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["03/12/2023", "07/15/2019"], [("month-first", "12.3.2023"), ("bad-date", "15.7.2019")]),
        (["3/12/23", "7/15/19", "5/5/23"], [("month-first", "12.3.2023"), ("bad-date", "15.7.2019")]),
        (["3/12/2023 2:00:00 PM", "7/15/2019 10:00"], [("month-first", "12.3.2023"), ("bad-date", "15.7.2019")]),
        (["3/12/2023 - 3/14/2023"], [("bad-date", "12.–14.3.2023")]),
        (["2/3/2023–4/2/2023", "7/15/2019"], [("month-first", "3.2.–2.4.2023"), ("bad-date", "15.7.2019")]),
        (["3/29-4/2/2023"], [("bad-date", "29.3.–2.4.2023")]),
        (["7/15/2019", "5/5/2023", "12.3.2023", "3/2023", "2023", date(2023, 3, 12)], [("bad-date", "15.7.2019")]),
    ],
)
def test_a_column_with_the_month_first_is_asked_about(cells, expected):
    reader = ColumnDayReader.of(DAYS, cells)
    found = [(e.code, e.suggestion or reader.likely(e)) for cell in cells for e in reader.read(cell).findings]
    assert found == expected


@pytest.mark.parametrize(
    "cells",
    [
        ["03/12/2023", "04/11/2023"],
        ["5/5/2023", "6/6/2023"],
        ["15/7/2019", "03/12/2023"],
        ["12/3/2023 14:00", "13/3/2023 10:00 AM", "12/3/2023 14.00"],
        ["12.3.2023", "3/2023", "12.–13.3.2023"],
    ],
)
def test_a_column_with_the_day_first_is_silent(cells):
    assert findings(cells) == []


def test_where_both_orders_are_certain_the_day_is_first():
    cells = ["15/7/2019", "03/12/2023", "07/15/2019"]
    reader = ColumnDayReader.of(DAYS, cells)
    assert [reader.read(cell).value for cell in cells] == ["2019-07-15", "2023-12-03", None]
    assert [each.code for each in reader.read(cells[2]).findings] == ["bad-date"]
    with_slip = ["31/2/2023", "03/12/2023", "07/15/2019"]
    assert ColumnDayReader.of(DAYS, with_slip).read("03/12/2023").value == "2023-12-03"


def test_a_span_where_none_is_allowed_is_no_day_in_either_order():
    ends = DayReader(latest=2031, takes_last=True)
    assert findings(["3/2/2023-3/4/2023", "7/15/2019"], ends)[0] == ("bad-date", "4.3.2023")


def test_both_orders_of_a_text_are_those_of_days_that_exist():
    assert both_orders("3/12/2023", 2031) == (((2023, 12, 3), None), ((2023, 3, 12), None))
    assert both_orders("3/15/2023", 2031) == (None, ((2023, 3, 15), None))
    assert both_orders("15/3/2023", 2031) == (((2023, 3, 15), None), None)
    assert both_orders("2/30/2023", 2031) == (None, None)
    assert both_orders("3/4/2023" * 50_000, 2031) == (None, None)


def test_the_order_is_that_of_one_sheets_column():
    first = [event("1", Alkaa="03/12/2023", Päättyy="04/12/2023"), event("2", Alkaa="07/15/2023")]
    second = [event("3", Alkaa="03/12/2023"), event("4", Alkaa="15/7/2023")]
    checked = check_sheets({"Tapahtumat": first, "Tapahtumat 2": second})
    assert [each for each in flat(checked) if each[0] != "ambiguous-sheet"] == [
        ("month-first", "Tapahtumat", "C2"),
        ("month-first", "Tapahtumat", "F2"),
        ("bad-date", "Tapahtumat", "C3"),
    ]
    assert values(checked, "starts") == ["2023-12-03", "2023-07-15"]


def test_a_month_first_in_an_optional_column_leaves_the_cell_out():
    rows = [event("1", Päättyy="03/14/2023"), event("2", Päättyy="04/12/2023")]
    checked = check(("tapahtumat.csv", csv(rows)))
    assert [(i.code, i.severity, i.suggestion) for i in checked.issues] == [
        ("bad-date", "warning", "14.3.2023"),
        ("month-first", "warning", "12.4.2023"),
    ]
    assert values(checked, "ends") == [None, None]


@pytest.mark.parametrize(
    ("starts", "ends"),
    [(["05/05/2023", "07/15/2019"], ["05/06/2023", ""]), (["05/06/2023", "05/05/2023"], ["05/28/2023", "06/06/2023"])],
)
def test_both_ends_of_spans_are_in_one_order(starts, ends):
    rows = [event(str(n), Alkaa=first, Päättyy=last) for n, (first, last) in enumerate(zip(starts, ends, strict=True))]
    codes = {(issue.code, issue.cell) for issue in check(("tapahtumat.csv", csv(rows))).issues}
    assert ("month-first", "F2" if starts[0] == "05/05/2023" else "C2") in codes
    assert not any(code == "ends-before-starts" for code, _ in codes)


def test_a_certain_day_first_at_the_other_end_counts_too():
    rows = [event("1", Alkaa="05/06/2023", Päättyy="15/06/2023"), event("2", Alkaa="03/13/2023", Päättyy="05/06/2023")]
    assert flat(check(("tapahtumat.csv", csv(rows)))) == [("bad-date", "tapahtumat.csv", "C3")]
