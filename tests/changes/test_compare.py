"""The difference of two sets of tables: rows in, rows out."""

import pytest

from analysis.changes import CellChange, Changes, RowChange, TableChange, compare
from analysis.schema import TABLES, Tables, all_tables
from tests.changes.rows import event, events, only
from tests.workbooks import sample, shipped


def cells(before: Tables, after: Tables) -> list[tuple]:
    """The changed cells as key, column, before, after."""
    return [(cell.key, cell.column, cell.before, cell.after) for cell in compare(before, after).tables["events"].cells]


def test_a_row_that_is_new_and_one_that_is_gone():
    before, after = events(event("1"), event("2", name="Messut")), events(event("3", name="Päivä"), event("1"))
    assert compare(before, after) == Changes(
        {"events": TableChange("events", (RowChange(("3",), "Päivä"),), (RowChange(("2",), "Messut"),))}
    )


def test_cells_are_told_by_row_and_then_by_column():
    before = events(event("1"), event("2", participants=40), event("3"))
    after = events(event("2", participants=45, name="Messut"), event("1", form="online"), event("3"))
    assert compare(before, after).tables["events"].cells == (
        CellChange(("2",), "Messut", "name", "Avajaiset", "Messut"),
        CellChange(("2",), "Messut", "participants", 40, 45),
        CellChange(("1",), "Avajaiset", "form", None, "online"),
    )


def test_the_order_of_rows_says_nothing():
    before = events(event("1"), event("2", participants=4))
    assert not compare(before, events(event("2", participants=4), event("1")))


def test_a_list_of_regions_or_themes_has_no_order_and_organisers_have_one():
    before = events(event("1", regions=("19", "17"), themes=("rahoitus", "palvelut"), organisers=("Liitto", "Kunta")))
    after = events(event("1", regions=("17", "19"), themes=("palvelut", "rahoitus"), organisers=("Kunta", "Liitto")))
    assert cells(before, after) == [(("1",), "organisers", ("Liitto", "Kunta"), ("Kunta", "Liitto"))]


def test_an_emptied_cell_and_a_filled_one():
    before = events(event("1", participants=0, place="Kemi", themes=("rahoitus",)))
    after = events(event("1", recording="https://a.example/", themes=()))
    assert cells(before, after) == [
        (("1",), "themes", ("rahoitus",), None),
        (("1",), "place", "Kemi", None),
        (("1",), "participants", 0, None),
        (("1",), "recording", None, "https://a.example/"),
    ]


def test_a_choice_that_is_empty_is_its_default():
    before = events(event("1"), event("2", status="confirmed"), event("3"))
    after = events(event("1", status="confirmed"), event("2"), event("3", status="cancelled"))
    assert cells(before, after) == [(("3",), "status", "confirmed", "cancelled")]


def test_the_key_of_a_target_has_four_parts():
    before = only("targets", {"year": 2025, "measure": "events", "region": "19", "target": 3})
    after = only(
        "targets",
        {"year": 2025, "measure": "events", "region": "19", "target": 4},
        {"year": 2025, "measure": "events", "theme": "rahoitus", "target": 3},
    )
    assert compare(before, after).tables["targets"] == TableChange(
        "targets",
        (RowChange(("2025", "events", "", "rahoitus"), "2025 events rahoitus"),),
        (),
        (CellChange(("2025", "events", "19", ""), "2025 events 19", "target", 3, 4),),
    )


def test_a_row_under_a_new_key_is_known_again_where_all_else_is_the_same():
    before = events(event("1"), event("2", name="Messut"), event("3", name="Päivä"))
    after = events(event("1"), event("b", name="Messut"), event("c", name="Päivä", participants=7))
    assert compare(before, after).tables["events"].renamed == ((("2",), ("b",)),)


def test_of_equal_rows_each_is_known_again_once():
    before, after = events(event("1"), event("2")), events(event("a"), event("b"), event("c"))
    assert compare(before, after).tables["events"].renamed == ((("1",), ("a",)), (("2",), ("b",)))


def test_rows_that_only_their_key_tells_apart_are_not_known_again():
    before = only("targets", {"year": 2025, "measure": "events", "target": 3})
    after = only("targets", {"year": 2026, "measure": "events", "target": 3})
    assert compare(before, after).tables["targets"].renamed == ()


def test_of_rows_of_one_key_the_first_counts():
    assert not compare(events(event("1"), event("1", name="Messut")), events(event("1")))


def test_a_table_that_one_side_lacks_is_unchanged():
    assert not compare(events(event("1")), only("phases", {"id": "a", "name_fi": "A", "starts": "2019"}))


def test_tables_stand_in_the_declarations_order_and_are_counted():
    before = events(event("1"), event("2")) | only("phases", {"id": "a", "name_fi": "A", "starts": "2019"})
    after = events(event("1", place="Kemi", form="online")) | only("phases")
    changes = compare(dict(reversed(before.items())), after)
    assert list(changes.tables) == ["events", "phases"]
    assert changes.counts() == {
        "events": {"added": 0, "removed": 1, "changed": 1},
        "phases": {"added": 0, "removed": 1, "changed": 0},
    }


@pytest.mark.parametrize("tables", [sample.tables(), shipped.tables()], ids=["sample", "shipped"])
def test_from_nothing_all_is_added_and_back_again_removed(tables: Tables):
    nothing = all_tables({}, TABLES)
    there, back = compare(nothing, tables).counts(), compare(tables, nothing).counts()
    filled = {name: len(rows) for name, rows in tables.items() if len(rows)}
    assert {name: each["added"] for name, each in there.items()} == filled
    assert {name: each["removed"] for name, each in back.items()} == filled
    assert not compare(tables, {name: rows.sample(frac=1, random_state=1) for name, rows in tables.items()})
