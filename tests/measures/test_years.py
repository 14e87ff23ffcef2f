import pytest

from analysis.measures.years import ComparedYear, compared_year, year_span, years_in_selection
from analysis.selection import Selection
from tests.measures.table_rows import everything

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
    ("chosen", "left"),
    [
        (None, range(2019, 2027)),
        ((2021, 2022), range(2021, 2023)),
        ((2010, 2020), range(2019, 2021)),
        ((2025, 2040), range(2025, 2027)),
    ],
)
def test_of_the_covered_years_those_are_told_that_are_chosen(chosen, left):
    assert years_in_selection(range(2019, 2027), Selection(years=chosen)) == left


@pytest.mark.parametrize("chosen", [(1990, 1991), (2040, 2041)])
def test_years_that_the_data_does_not_cover_are_none(chosen):
    assert not years_in_selection(range(2019, 2027), Selection(years=chosen))


@pytest.mark.parametrize(
    ("chosen", "today", "compared"),
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
def test_the_last_year_that_is_over_and_has_data_is_compared(chosen, today, compared):
    assert compared_year(ACTIVITY, Selection(years=chosen), today) == compared


def test_what_else_is_chosen_does_not_change_the_year():
    chosen = Selection(regions=("19",), themes=("rahoitus",), kinds=("webinar",))
    assert compared_year(ACTIVITY, chosen, "2026-11-24") == ComparedYear(2024, 2023)


def test_nothing_recorded_is_compared_with_nothing():
    assert compared_year(everything(), Selection(), "2026-11-24") is None
