import pytest

from analysis.measures.counts import (
    ComparedYear,
    by_values,
    by_year,
    compared_year,
    joint_events,
    known_sum,
    total,
    total_without_value,
    values_in_use,
    year_span,
    years_in_selection,
)
from analysis.measures.participants import participants_by_year
from analysis.selection import Selection
from tests.measures.table_rows import everything

EVENTS = [
    {
        "starts": "2023",
        "kind": "seminar",
        "form": "online",
        "regions": ("19", "10"),
        "occasions": 6,
        "participants": 50,
    },
    {"starts": "2023-05-06", "kind": "webinar", "regions": ("19", "19"), "participants": 0},
    {"starts": "2025-01", "kind": "seminar", "regions": ("10",)},
    {"starts": None, "kind": "seminar", "regions": ("10",), "themes": ("rahoitus",)},
    {"starts": "2025", "kind": "webinar", "regions": ("10", "19"), "status": "cancelled", "participants": 900},
]
STORIES = [{"published": "2024-01-01", "regions": ("19",)}, {"published": None, "regions": ("19",)}]
ALL = everything(events=EVENTS, stories=STORIES)
NONE = everything()


def pairs(frame):
    return [tuple(row) for row in frame.itertuples(index=False)]


def test_a_series_counts_as_many_times_as_it_was_held():
    assert total(ALL["events"]) == 9
    assert total(ALL["stories"]) == 2


def test_a_year_without_rows_is_none_of_them_and_a_row_without_a_year_is_in_no_year():
    assert pairs(by_year(ALL["events"], range(2023, 2026))) == [(2023, 7), (2024, 0), (2025, 1)]
    assert (total_without_value(ALL["events"], "year"), total_without_value(ALL["stories"], "year")) == (1, 1)


def test_a_row_counts_once_in_each_value_of_its_list():
    assert [*by_values(ALL["events"], "regions", ("19", "10", "12")).items()] == [("19", 7), ("10", 8), ("12", 0)]
    assert [*by_values(ALL["events"], "kind", ("webinar", "other")).items()] == [("webinar", 1), ("other", 0)]


def test_rows_without_a_value_are_told_apart():
    assert total_without_value(ALL["events"], "form") == 3
    assert total_without_value(ALL["events"], "themes") == 8
    assert values_in_use(ALL["events"], "regions") == ("10", "19")
    assert values_in_use(ALL["events"], "form") == ("online",)


def test_a_joint_event_is_of_two_regions_at_least():
    assert total(joint_events(ALL["events"])) == 6


def test_participants_that_nobody_reported_are_unknown_and_not_none():
    assert known_sum(ALL["events"], "participants") == 50
    assert total_without_value(ALL["events"], "participants") == 2
    assert participants_by_year(ALL["events"], range(2023, 2026))["count"].to_list()[:1] == [50]
    assert participants_by_year(ALL["events"], range(2023, 2026))["count"].isna().tolist() == [False, True, True]
    assert known_sum(everything(events=EVENTS[2:])["events"], "participants") is None


def test_tables_without_rows_are_counted_too():
    events = NONE["events"]
    assert (
        total(events),
        total_without_value(events, "year"),
        total_without_value(events, "regions"),
        total(joint_events(events)),
    ) == (0, 0, 0, 0)
    assert pairs(by_year(events, range(2023, 2025))) == [(2023, 0), (2024, 0)]
    assert [*by_values(events, "regions", ("19",)).items()] == [("19", 0)]
    assert [*by_values(events, "kind", ("other",)).items()] == [("other", 0)]
    assert values_in_use(events, "kind") == ()
    assert known_sum(events, "participants") is None
    assert participants_by_year(events, range(2023, 2024))["count"].isna().all()


ACTIVITY = everything(
    events=[{"starts": "2019-05-01"}, {"starts": "2022"}, {"starts": "2027-01", "status": "postponed"}],
    stories=[{"published": "2024-06-01"}, {"published": None}],
    materials=[{"published": "2026-01-01"}],
)


def test_years_are_covered_from_the_first_to_the_last_that_counts():
    assert year_span(*ACTIVITY.values()) == range(2019, 2027)
    assert year_span(ACTIVITY["events"]) == range(2019, 2023)
    assert year_span(*everything().values()) == range(0)


@pytest.mark.parametrize(
    ("choice", "left"),
    [
        (None, range(2019, 2027)),
        ((2021, 2022), range(2021, 2023)),
        ((2010, 2020), range(2019, 2021)),
        ((2025, 2040), range(2025, 2027)),
    ],
)
def test_of_the_covered_years_those_are_told_that_are_chosen(choice, left):
    assert years_in_selection(range(2019, 2027), Selection(years=choice)) == left


@pytest.mark.parametrize("choice", [(1990, 1991), (2040, 2041)])
def test_years_that_the_data_does_not_cover_are_none(choice):
    assert not years_in_selection(range(2019, 2027), Selection(years=choice))


@pytest.mark.parametrize(
    ("choice", "today", "comparison"),
    [
        (None, "2026-11-24", ComparedYear(2024, 2023)),
        (None, "2027-01-01", ComparedYear(2026, 2025)),
        (None, None, ComparedYear(2026, 2025)),
        ((2019, 2023), "2026-11-24", ComparedYear(2022, 2021)),
        ((2019, 2019), "2026-11-24", ComparedYear(2019, None)),
        ((2026, 2026), "2026-11-24", ComparedYear(2026, None, running=True)),
        ((2020, 2021), "2026-11-24", None),
        ((2027, 2030), "2026-11-24", None),
    ],
)
def test_the_last_year_that_is_over_and_has_data_is_compared(choice, today, comparison):
    assert compared_year(ACTIVITY, Selection(years=choice), today) == comparison


def test_what_else_is_chosen_does_not_change_the_year():
    choice = Selection(regions=("19",), themes=("rahoitus",), kinds=("webinar",))
    assert compared_year(ACTIVITY, choice, "2026-11-24") == ComparedYear(2024, 2023)


def test_nothing_recorded_is_compared_with_nothing():
    assert compared_year(everything(), Selection(), "2026-11-24") is None
