import pandas as pd

from analysis.measures.participants import (
    Inhabitants,
    inhabitants,
    participants_by_region,
    participants_by_region_and_year,
)
from tests.measures.table_rows import everything, tables

EVENTS = everything(
    events=[
        {"starts": "2023", "regions": ("19", "10"), "participants": 50},
        {"starts": "2023-05", "regions": ("19",), "participants": 0},
        {"starts": "2024", "regions": ("12",)},
        {"starts": None, "regions": ("10",), "participants": 7},
        {"starts": "2024", "regions": ("12",), "participants": 900, "status": "postponed"},
    ]
)["events"]


def existing(values) -> dict:
    return {key: int(value) for key, value in values.items() if not pd.isna(value)}


def test_participants_of_a_joint_event_are_told_in_each_region_and_unreported_ones_nowhere():
    assert existing(participants_by_region(EVENTS, ("10", "12", "19"))) == {"10": 57, "19": 50}


def test_by_year_what_nobody_reported_is_missing():
    result = participants_by_region_and_year(EVENTS, ("10", "12", "19"), range(2023, 2025))
    assert {year: existing(result[year]) for year in (2023, 2024)} == {2023: {"10": 50, "19": 50}, 2024: {}}
    assert (
        participants_by_region_and_year(EVENTS.where(EVENTS["count"] > 1), ("10",), range(2023, 2024))[2023]
        .isna()
        .all()
    )


def test_inhabitants_and_their_year_are_those_of_the_sheet():
    rows = [{"code": "19", "population": 177000, "population_year": 2023}, {"code": "10", "population": None}]
    assert inhabitants(tables(regions=rows)["regions"]) == {"19": Inhabitants(177000, 2023), "10": Inhabitants()}
