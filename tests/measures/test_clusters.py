import pytest

from analysis.measures.clusters import (
    cluster_records,
    clusters_in_selection,
    label_is_valid,
    number_with_valid_label,
    related_events,
)
from analysis.measures.counts import known_sum, total_without_value
from analysis.selection import Selection
from tests.measures.table_rows import tables

CLUSTERS = [
    {"id": "a", "name": "A", "regions": ("19",), "priorities": ("food",), "founded": 2015, "members": 30},
    {"id": "b", "name": "B", "regions": ("19", "10"), "label": "bronze", "label_year": 2025},
    {"id": "c", "name": "C", "regions": ("12",), "label": "bronze", "label_year": 2016, "members": 12},
    {"id": "d", "name": "D", "regions": ("12",), "label": "gold", "label_year": 2026},
]
TABLES = tables(clusters=CLUSTERS)
ALL = cluster_records(TABLES["clusters"])


@pytest.mark.parametrize(
    ("label", "year", "today", "valid"),
    [
        ("bronze", 2025, "2026-11-24", True),
        ("bronze", 2026, "2026-11-24", True),
        ("bronze", 2024, "2026-01-01", False),
        ("bronze", 2016, "2026-11-24", False),
        ("bronze", 2027, "2026-11-24", False),
        ("bronze", None, "2026-11-24", False),
        ("bronze", 2025, None, False),
        ("gold", 2026, "2026-11-24", False),
        (None, None, "2026-11-24", False),
    ],
)
def test_a_bronze_label_holds_for_two_years_and_of_others_it_is_not_known(label, year, today, valid):
    assert label_is_valid(label, year, today) is valid


def test_labels_that_hold_are_counted():
    assert [number_with_valid_label(ALL, label, "2026-11-24") for label in ("bronze", "gold", "silver")] == [1, 0, 0]


@pytest.mark.parametrize(
    ("selection", "left"),
    [
        (Selection(), [0, 1, 2, 3]),
        (Selection(regions=("19",)), [0, 1]),
        (Selection(regions=("10", "12")), [1, 2, 3]),
        (Selection(priorities=("food",)), [0]),
        (Selection((2020, 2021), (), ("rahoitus",), (), ("seminar",)), [0, 1, 2, 3]),
    ],
)
def test_regions_and_priorities_limit_clusters_and_nothing_else_does(selection, left):
    assert clusters_in_selection(TABLES, selection).index.tolist() == left


def test_each_cluster_counts_once_and_no_clusters_are_none():
    assert clusters_in_selection(TABLES, Selection(regions=("12",)))["count"].tolist() == [1, 1]
    assert len(clusters_in_selection(tables(), Selection(regions=("10",)))) == 0


def test_members_are_those_that_are_told_and_unknown_where_none_is():
    unknown = [total_without_value(ALL, column) for column in ("members", "year")]
    assert (known_sum(ALL, "members"), unknown) == (42, [2, 3])
    assert known_sum(clusters_in_selection(TABLES, Selection(regions=("10",))), "members") is None


def test_events_are_related_by_region_and_priority_or_by_region_alone():
    rows = [
        {"id": "old", "starts": "2020", "regions": ("19",), "priorities": ("food",)},
        {"id": "new", "starts": "2022-05", "regions": ("19", "10"), "priorities": ("food", "wood")},
        {"id": "other", "starts": "2021", "regions": ("19",)},
        {"id": "far", "starts": "2021", "regions": ("12",), "priorities": ("food",)},
    ]
    events = tables(events=rows)["events"]
    assert related_events(events, ("19",), ("food",))["id"].tolist() == ["new", "old"]
    assert related_events(events, ("19",), ())["id"].tolist() == ["new", "other", "old"]
    assert related_events(events[:0], ("19",), ())["id"].tolist() == []
