import pytest

from analysis.measures.months import (
    events_by_day,
    months_with_events,
    upcoming_events,
    weeks_of_month,
)
from tests.measures.table_rows import everything

EVENTS = [
    {"id": "long", "starts": "2023-12-30", "ends": "2024-01-02"},
    {"id": "day", "starts": "2024-01-02"},
    {"id": "month", "starts": "2024-01"},
    {"id": "months", "starts": "2024-03", "ends": "2024-05"},
    {"id": "year", "starts": "2024", "ends": "2025"},
    {"id": "none"},
    {"id": "vague end", "starts": "2024-07-01", "ends": "2024-08"},
]
ALL = everything(events=EVENTS)["events"]


def names_of(labels: list[int]) -> list[str]:
    return [EVENTS[label]["id"] for label in labels]


def test_an_event_is_in_each_month_it_goes_on_in_as_far_as_that_is_known():
    assert months_with_events(ALL) == ("2023-12", "2024-01", "2024-03", "2024-04", "2024-05", "2024-07", "2024-08")
    assert months_with_events(everything()["events"]) == ()


def test_an_event_of_several_days_is_on_each_of_them():
    january = {day: names_of(labels) for day, labels in events_by_day(ALL, "2024-01").items()}
    assert january == {"2024-01-01": ["long"], "2024-01-02": ["long", "day"], "2024-01": ["month"]}
    assert {day: names_of(labels) for day, labels in events_by_day(ALL, "2024-07").items()} == {
        "2024-07-01": ["vague end"]
    }


def test_weeks_begin_on_monday():
    may = weeks_of_month("2023-05")
    assert may[0] == [f"2023-05-0{day}" for day in range(1, 8)]
    assert may[-1] == ["2023-05-29", "2023-05-30", "2023-05-31", None, None, None, None]
    assert [len(week) for week in weeks_of_month("2024-02")] == [7] * 5


@pytest.mark.parametrize(
    ("today", "left"),
    [
        ("2024-01-02", ["long", "day", "months", "vague end"]),
        ("2024-01-03", ["months", "vague end"]),
        ("2023-12-31", ["long", "year", "month", "day", "months", "vague end"]),
        ("2024-07-01", ["vague end"]),
        ("2026-01-01", []),
    ],
)
def test_what_is_not_over_is_to_come_and_what_is_known_to_month_or_year_only_when_that_is_later(today, left):
    assert names_of(upcoming_events(ALL, today).index.tolist()) == left
