"""The month view and what is to come, against a plain count over the workbook's cells."""

from datetime import date

import pytest
from openpyxl import load_workbook

from analysis.sections import calendar_month, coming_events
from analysis.selection import Selection
from analysis.words import translator
from tests.measures.table_rows import tables
from tests.sections import counting
from tests.sections.pages.test_recount import FI, TODAY, WORKBOOKS, each_case, plain, published, selections

EVENTS = [
    {"id": "a", "name": "A", "starts": "2024-05-31", "ends": "2024-06-02", "kind": "seminar", "regions": ("19",)},
    {"id": "b", "name": "B", "starts": "2024-06", "kind": "other", "regions": ("10",)},
    {
        **{"id": "c", "name": "C", "starts": "2024-09-02", "kind": "webinar", "regions": ("19", "10")},
        **{"status": "postponed", "place": "Kajaani"},
    },
]
ROWS = {"events": EVENTS}


def dates(path) -> list[tuple[counting.Row, dict]]:
    book = load_workbook(path, data_only=True)
    lines = list(counting.lines(book["Tapahtumat"]))
    book.close()
    return list(zip([row for row in plain(path) if row.table == "events"], lines, strict=True))


@each_case
def test_each_day_holds_the_events_that_the_cells_put_on_it(path, number):
    chosen = selections(path)[number]
    held: dict[str, set[str]] = {}
    for row, line in dates(path):
        begin, end = line["Alkaa"], line["Päättyy"]
        if isinstance(begin, date) and counting.bears(row, chosen) and counting.in_years(row, chosen):
            last = end if isinstance(end, date) else begin
            for ordinal in range(begin.toordinal(), last.toordinal() + 1):
                held.setdefault(date.fromordinal(ordinal).isoformat(), set()).add(line["Tunnus"])
    for key in sorted({day[:7] for day in held}):
        shown = calendar_month(published(path), chosen, FI, TODAY, key)
        days = [day for week in shown.weeks for day in week.days if day]
        found = {f"{key}-{day.number:02}": {item.row[1] for item in day.items} for day in days if day.items}
        assert found == {day: keys for day, keys in held.items() if day.startswith(key)}


@pytest.mark.parametrize("path", WORKBOOKS, ids=lambda path: path.stem)
@pytest.mark.parametrize("today", ["2019-01-01", "2023-03-26", "2026-11-24"])
def test_what_is_to_come_is_what_the_cells_say_is_not_over(path, today):
    day = date.fromisoformat(today)
    exact = [
        line["Tunnus"]
        for _, line in dates(path)
        if isinstance(line["Alkaa"], date)
        and max(each.toordinal() for each in (line["Alkaa"], line["Päättyy"]) if isinstance(each, date))
        >= day.toordinal()
    ]
    items = coming_events(published(path), Selection(), FI, today).items
    assert len(items) <= 10 and (len(items) == 10 or {item.row[1] for item in items} >= set(exact))
    assert today == "2019-01-01" or len(items) >= min(10, len(exact))


def test_a_month_tells_its_name_weeks_and_the_way_to_its_neighbours():
    june = calendar_month(tables(**ROWS), Selection(), FI, "2024-06-01")
    assert (june.key, june.title, june.earlier, june.later) == (
        "2024-06",
        "kesäkuu 2024",
        ("2024-05", "toukokuu 2024"),
        ("2024-09", "syyskuu 2024"),
    )
    assert [week.number for week in june.weeks] == [22, 23, 24, 25, 26]
    first = june.weeks[0].days
    assert [day and day.number for day in first] == [None] * 5 + [1, 2]
    assert [[item.what for item in day.items] for day in first[5:]] == [["A"], ["A"]]
    assert (first[5].today, first[6].today, first[5].name) == (True, False, "1.6.2024")
    assert [item.what for item in june.some_day] == ["B"]


@pytest.mark.parametrize(
    ("today", "month"),
    [("2024-02-10", "2024-05"), ("2024-07-01", "2024-09"), ("2024-09-30", "2024-09"), ("2030-01-01", "2024-09")],
)
def test_the_calendar_begins_with_the_first_month_that_is_not_over_or_the_last(today, month):
    assert calendar_month(tables(**ROWS), Selection(), FI, today).key == month
    assert calendar_month(tables(**ROWS), Selection(), FI).key == "2024-09"


def test_a_wanted_month_is_shown_even_if_nothing_is_in_it_and_an_unreadable_one_is_not():
    assert calendar_month(tables(**ROWS), Selection(), FI, "2024-06-01", "2024-07").title == "heinäkuu 2024"
    for wanted in ("2024-13", "2024", "x", "2024-06-01", ""):
        assert calendar_month(tables(**ROWS), Selection(), FI, "2024-06-01", wanted).key == "2024-06"


def test_there_is_no_month_where_no_event_is_known_to_one():
    assert (
        calendar_month(tables(events=[{"id": "y", "name": "Y", "starts": "2024"}]), Selection(), FI, "2024-01-01")
        is None
    )
    assert calendar_month(tables(), Selection(), FI, "2024-01-01", "2024-05") is None


def test_a_postponed_event_is_shown_and_said_to_be_so():
    item = coming_events(tables(**ROWS), Selection(), FI, "2024-06-03").items[0]
    assert (item.what, item.meta) == ("C", "Siirretty · Webinaari · Etelä-Savo, Lappi · Kajaani")


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fi", "Aineistossa ei ole tulevia tapahtumia."),
        ("sv", "Det finns inga kommande evenemang i uppgifterna."),
        ("en", "No upcoming events."),
    ],
)
def test_where_nothing_is_to_come_that_is_said(language, sentence):
    listing = coming_events(tables(**ROWS), Selection(), translator(language), "2030-01-01")
    assert (listing.items, listing.empty) == ((), sentence)
