"""The three-way merge: the contract's table as rows in and rows out, rules, references, and laws of any three sets."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.changes import compare
from analysis.changes.compare import plain_value
from analysis.changes.conflict import Settlement
from analysis.changes.three_way_merge import Merge, merge_tables
from analysis.schema import TABLES, Tables, all_tables, typed_frame
from tests.changes.rows import event, rows_of
from tests.changes.rows import events as only_events

A = event("1")
OTHER = event("1", name="Messut")
THIRD = event("1", name="Päivä")


def events(*rows: dict[str, Any]) -> Tables:
    return all_tables(only_events(*rows), TABLES)


def merged(*sides: list[dict[str, Any]], settlement: Settlement | None = None) -> Merge:
    """The merge of base, current and upload, each a list of rows of events."""
    base, current, upload = (events(*rows) for rows in sides)
    return merge_tables(base, current, upload, settlement or {})


def names(merge: Merge) -> list[str]:
    return list(merge.tables["events"]["name"])


def conflicts(merge: Merge) -> list[tuple[Any, ...]]:
    return [(each.key[0], each.column, each.base, each.current, each.upload) for each in merge.conflicts]


@pytest.mark.parametrize(
    ("base", "current", "upload", "rows", "expected"),
    [
        ([], [], [A], ["Avajaiset"], []),
        ([], [A], [A], ["Avajaiset"], []),
        ([], [A], [OTHER], ["Avajaiset"], [("1", "name", None, "Avajaiset", "Messut")]),
        ([A], [A], [], [], []),
        ([A], [OTHER], [], ["Messut"], [("1", None, "Avajaiset", "Messut", None)]),
        ([A], [], [A], [], []),
        ([A], [], [OTHER], [], [("1", None, "Avajaiset", None, "Messut")]),
        ([A], [A], [OTHER], ["Messut"], []),
        ([A], [OTHER], [A], ["Messut"], []),
        ([A], [OTHER], [OTHER], ["Messut"], []),
        ([A], [OTHER], [THIRD], ["Messut"], [("1", "name", "Avajaiset", "Messut", "Päivä")]),
        ([], [A], [], ["Avajaiset"], []),
        ([A], [], [], [], []),
    ],
)
def test_each_line_of_the_table_of_merging(base, current, upload, rows, expected):
    merge = merged(base, current, upload)
    assert (names(merge), conflicts(merge)) == (rows, expected)


@pytest.mark.parametrize(
    ("base", "current", "upload", "mine", "theirs"),
    [
        ([], [A], [OTHER], ["Messut"], ["Avajaiset"]),
        ([A], [OTHER], [], [], ["Messut"]),
        ([A], [], [OTHER], ["Messut"], []),
        ([A], [OTHER], [THIRD], ["Päivä"], ["Messut"]),
    ],
)
def test_a_settlement_decides_for_one_side(base, current, upload, mine, theirs):
    assert names(merged(base, current, upload, settlement="mine")) == mine
    assert names(merged(base, current, upload, settlement="theirs")) == theirs


def test_conflicts_are_settled_one_by_one():
    base = [event("1"), event("2", name="Päivä")]
    current = [event("1", name="Messut"), event("2", name="Ilta")]
    upload = [event("1", name="Kokous"), event("2", name="Yö")]
    settlement: Settlement = {("events", ("2",), "name"): "mine"}
    merge = merged(base, current, upload, settlement=settlement)
    assert names(merge) == ["Messut", "Yö"]
    assert [each.key for each in merge.open_conflicts(settlement)] == [("1",)]


def test_both_sides_change_other_cells_of_one_row_and_add_rows_of_their_own():
    base = [event("1"), event("2")]
    current = [event("3", name="Heidän"), event("1", participants=20), event("2")]
    upload = [event("4", name="Minun"), event("2"), event("1", place="Kemi")]
    merge = merged(base, current, upload)
    frame = merge.tables["events"]
    assert list(frame["id"]) == ["3", "1", "2", "4"]
    row = frame.iloc[1]
    assert (row["participants"], row["place"], conflicts(merge)) == (20, "Kemi", [])


@pytest.mark.parametrize(
    ("current", "upload", "expected"),
    [
        (("18", "19", "16"), ("18", "19", "17"), ("18", "19", "16", "17")),
        (("18",), ("18", "19", "17"), ("18", "17")),
        (("19", "18"), ("18", "19", "17"), ("18", "19", "17")),
        (("18", "16"), ("19", "16"), ("16",)),
    ],
)
def test_lists_that_both_changed_are_merged_by_element(current, upload, expected):
    sides = ([event("1", regions=regions)] for regions in (("18", "19"), current, upload))
    merge = merged(*sides)
    assert (merge.tables["events"]["regions"][0], conflicts(merge)) == (expected, [])


@pytest.mark.parametrize(
    ("base", "current", "upload", "column"),
    [
        (
            {"starts": "2023-03-01", "ends": "2023-03-05"},
            {"starts": "2023-03-04", "ends": "2023-03-05"},
            {"starts": "2023-03-01", "ends": "2023-03-02"},
            "ends",
        ),
        ({"participants": 50}, {"participants": 20}, {"participants": 50, "from_companies": 30}, "participants"),
        (
            {"participants": 50, "from_companies": 9},
            {"participants": 50, "from_companies": 40},
            {"participants": 30, "from_companies": 9},
            "participants",
        ),
        (
            {"starts": "2023-03-01", "ends": "2023-03-05"},
            {"starts": "2023-03-01", "ends": "2023-03-06"},
            {"starts": "2023-03-07", "ends": "2023-03-08"},
            "ends",
        ),
    ],
)
def test_a_rule_that_only_the_merged_row_breaks_is_settled_as_a_whole(base, current, upload, column):
    sides = [[event("1", **cells)] for cells in (base, current, upload)]
    merge = merged(*sides)
    assert [each.column for each in merge.conflicts] == [column]
    for settlement, winner in (("mine", upload), ("theirs", current), ({}, current)):
        row = merged(*sides, settlement=settlement).tables["events"].iloc[0]
        assert {name: plain_value(row[name]) for name in winner} == winner


def test_a_row_that_breaks_a_rule_on_one_side_already_is_no_conflict():
    base, current = event("1", participants=50), event("1", participants=50, place="Kemi")
    upload = event("1", participants=20, from_companies=30)
    assert merged([base], [current], [upload]).conflicts == ()


def with_story(cluster: str | None, clusters: list[str]) -> Tables:
    story = {"id": ["s"], "title": ["Tarina"], "regions": [("18",)], "cluster": [cluster]}
    rows = {"id": clusters, "name": [f"Klusteri {each}" for each in clusters], "regions": [("18",)] * len(clusters)}
    frames = {"stories": typed_frame(TABLES["stories"], story), "clusters": typed_frame(TABLES["clusters"], rows)}
    return all_tables(frames, TABLES)


@pytest.mark.parametrize(
    ("current", "upload", "settlement", "cluster", "clusters"),
    [
        (with_story("a", ["a"]), with_story("b", ["a", "b"]), "mine", "b", ["a", "b"]),
        (with_story("a", ["a"]), with_story("b", ["a", "b"]), "theirs", "a", ["a"]),
        (with_story("b", ["a", "b"]), with_story("a", ["a"]), "mine", "a", ["a"]),
        (with_story("b", ["a", "b"]), with_story("a", ["a"]), "theirs", "b", ["a", "b"]),
    ],
)
def test_a_reference_to_a_row_that_the_other_side_removed(current, upload, settlement, cluster, clusters):
    base = with_story("a", ["a", "b"])
    merge = merge_tables(base, current, upload, settlement)
    assert [(each.table, each.column) for each in merge.conflicts] == [("stories", "cluster")]
    assert list(merge.tables["stories"]["cluster"]) == [cluster]
    assert list(merge.tables["clusters"]["id"]) == clusters


def test_a_table_that_the_upload_lacks_stays_as_it_is():
    base, current = with_story("a", ["a"]), with_story(None, ["b"])
    merge = merge_tables(base, current, {"clusters": base["clusters"]}, {})
    assert merge.tables["stories"] is current["stories"]
    assert list(merge.tables["clusters"]["id"]) == ["b"]


LAW = settings(deadline=None, max_examples=60)
CELLS = st.fixed_dictionaries(
    {
        "name": st.sampled_from(["Avajaiset", "Messut", "Päivä"]),
        "starts": st.sampled_from(["2023-03-01", "2023-03", "2023-04-02"]),
        "ends": st.sampled_from([None, "2023-03-02", "2023-04-02"]),
        "regions": st.sampled_from([("18",), ("19", "18"), ("18", "19"), ("17", "19")]),
        "organisers": st.sampled_from([(), ("Liitto",), ("Kunta", "Liitto")]),
        "participants": st.sampled_from([None, 10, 20]),
        "from_companies": st.sampled_from([None, 5, 15]),
        "status": st.sampled_from([None, "confirmed", "cancelled"]),
    }
)
ROWS = st.dictionaries(st.sampled_from("abcde"), CELLS, max_size=5)
SIDES = ROWS.map(lambda rows: events(*(event(key, **cells) for key, cells in rows.items())))


@LAW
@given(SIDES, SIDES)
def test_an_unchanged_copy_changes_nothing(base: Tables, current: Tables):
    merge = merge_tables(base, current, base, {})
    assert not compare(current, merge.tables)
    assert merge.conflicts == ()


@LAW
@given(SIDES, SIDES)
def test_where_nobody_else_published_the_upload_is_what_is_published(base: Tables, upload: Tables):
    merge = merge_tables(base, base, upload, {})
    assert not compare(upload, merge.tables)
    assert merge.conflicts == ()


@LAW
@given(SIDES, SIDES, SIDES)
def test_the_sides_swapped_have_the_same_conflicts(base: Tables, current: Tables, upload: Tables):
    there, back = merge_tables(base, current, upload, "mine"), merge_tables(base, upload, current, "theirs")
    assert {each.place for each in there.conflicts} == {each.place for each in back.conflicts}
    changes = compare(there.tables, back.tables).tables
    # Merged lists begin with the current elements, and only that of organisers has an order.
    unlike = [cell for change in changes.values() for cell in change.cells if cell.column != "organisers"]
    assert not unlike
    assert not any(change.added or change.removed for change in changes.values())


@LAW
@given(SIDES, SIDES, SIDES, st.sampled_from(["mine", "theirs"]))
def test_no_row_that_a_side_added_is_lost_and_none_that_one_left_alone_comes_back(base, current, upload, settlement):
    keys = [set(each["events"]["id"]) for each in (base, current, upload)]
    after = set(merge_tables(base, current, upload, settlement).tables["events"]["id"])
    assert (keys[1] | keys[2]) - keys[0] <= after
    assert after <= keys[1] | keys[2]
    assert keys[0] & keys[1] & keys[2] <= after


@LAW
@given(SIDES, SIDES, SIDES)
def test_a_cell_that_one_side_alone_changed_has_its_value_unless_it_is_in_a_conflict(base, current, upload):
    merge = merge_tables(base, current, upload, {})
    disputed = {(each.key[0], name) for each in merge.conflicts for name in each.together or (each.column,)}
    sides = [rows_of(each) for each in (base, current, upload, merge.tables)]
    for key in set.intersection(*map(set, sides)):
        before, theirs, mine, after = (side[key] for side in sides)
        for name in before:
            if (key, name) not in disputed and theirs[name] == before[name]:
                assert after[name] == mine[name]
            if (key, name) not in disputed and mine[name] == before[name]:
                assert after[name] == theirs[name]
