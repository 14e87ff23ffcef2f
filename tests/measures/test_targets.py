"""Targets beside actuals on hand-made rows: what each is set against, how it stands, and where the year will end."""

import pandas as pd
import pytest

from analysis.measures.targets import Scope, pace, progress, status, targets_in_selection, without_target
from analysis.selection import Selection
from tests.measures.table_rows import Row, everything, tables

TODAY = "2024-07-01"
"""The 183rd of 366 days: half of the year has passed."""
EVENT: Row = {"name": "E", "kind": "seminar", "themes": ("rahoitus",)}
EVENTS: list[Row] = [
    EVENT | {"id": "a", "starts": "2023-03-01", "regions": ("18", "19"), "participants": 40},
    EVENT | {"id": "b", "starts": "2023-04", "regions": ("18",), "occasions": 2},
    EVENT | {"id": "c", "starts": "2023-04", "regions": ("18",), "status": "cancelled", "participants": 90},
    EVENT | {"id": "d", "starts": "2024-02-01", "regions": ("19",), "themes": ()},
    EVENT | {"id": "e", "starts": "2024-10-01", "regions": ("19",)},
]
MATERIALS: list[Row] = [{"id": "m", "title": "M", "kind": "guide", "published": "2023", "themes": ("palvelut",)}]
ROWS: dict[str, list[Row]] = {"events": EVENTS, "materials": MATERIALS}
TARGETS: list[tuple[Row, int | None, int | None, str]] = [
    ({"year": 2023, "measure": "events", "target": 3}, 3, None, "reached"),
    ({"year": 2023, "measure": "events", "region": "19", "target": 2}, 1, None, "missed"),
    ({"year": 2023, "measure": "events", "region": "18", "theme": "rahoitus", "target": 3}, 3, None, "reached"),
    ({"year": 2023, "measure": "participants", "target": 50}, 40, None, "missed"),
    ({"year": 2024, "measure": "participants", "target": 50}, None, None, "unknown"),
    ({"year": 2023, "measure": "materials", "region": "19", "target": 1}, None, None, "unknown"),
    ({"year": 2023, "measure": "materials", "theme": "palvelut", "target": 0}, 1, None, "reached"),
    ({"year": 2024, "measure": "events", "target": 3}, 2, 2, "at_risk"),
    ({"year": 2024, "measure": "events", "region": "19", "target": 2}, 2, 2, "reached"),
    ({"year": 2025, "measure": "stories", "target": 2}, 0, None, "ahead"),
]
"""A row of the sheet with its actual, where the running year will end, and how it stands."""


def rows_of_progress():
    targets = tables(targets=[row for row, *_ in TARGETS])["targets"]
    return progress(targets, everything(**ROWS), TODAY)


@pytest.mark.parametrize(("at", "expected"), [*enumerate(TARGETS)])
def test_each_target_is_set_against_its_own_year_region_and_theme(at, expected):
    row = rows_of_progress().astype(object).where(lambda frame: frame.notna(), None).iloc[at]
    assert (row["actual"], row["landing"], row["status"]) == expected[1:]


def test_the_rows_are_those_of_the_sheet_in_its_order():
    table = rows_of_progress()
    assert table["target"].tolist() == [row["target"] for row, *_ in TARGETS]
    assert table["region"].isna().tolist() == ["region" not in row for row, *_ in TARGETS]


@pytest.mark.parametrize(
    ("so_far", "today", "landing"), [(10, TODAY, 20), (3, "2023-12-31", 3), (1, "2023-01-01", 365), (0, TODAY, 0)]
)
def test_the_pace_is_linear_by_the_days_that_have_passed(so_far, today, landing):
    assert pace(so_far, today) == landing


def test_a_running_year_that_gets_there_is_on_pace_and_without_today_no_year_is_under_way():
    assert status(2024, 5, 3, 6, TODAY) == "on_pace"
    assert status(2024, 5, 3, 4, TODAY) == "at_risk"
    assert status(2024, 5, 3, None, None) == "missed"


def test_what_is_in_the_calendar_already_counts_at_least():
    events = [EVENTS[4] | {"id": str(n)} for n in range(4)]
    targets = tables(targets=[{"year": 2024, "measure": "events", "target": 5}])["targets"]
    assert progress(targets, everything(events=events), TODAY)["landing"].tolist() == [4]


def test_actuals_without_a_target_are_those_of_the_years_with_targets():
    targets = tables(targets=[row for row, *_ in TARGETS[:2]])["targets"]
    assert without_target(targets, everything(**ROWS), TODAY) == [
        Scope(2023, "events", "18", None),
        Scope(2023, "participants", None, None),
        Scope(2023, "materials", None, None),
        Scope(2024, "events", None, None),
    ]
    assert without_target(targets[:0], everything(**ROWS), TODAY) == []


def test_a_selection_leaves_its_own_targets():
    table = rows_of_progress()
    assert len(targets_in_selection(table, Selection((2024, 2024)))) == 3
    assert targets_in_selection(table, Selection(regions=("18",)))["theme"].tolist() == ["rahoitus"]
    assert len(targets_in_selection(table, Selection(themes=("palvelut", "x")))) == 1
    assert pd.isna(targets_in_selection(table, Selection(themes=("palvelut",)))["region"][0])
