"""What would be published: tables that an upload brings replace, or their rows are added; all else stays."""

from typing import Any

import pandas as pd
from pandas.testing import assert_frame_equal

from analysis.intake import TableResult
from analysis.publishing.merge import merge
from analysis.schema import TABLES, Tables, all_tables, typed_frame

Row = dict[str, Any]


def events(*rows: Row) -> pd.DataFrame:
    """Rows of events as their typed frame."""
    names = [each.name for each in TABLES["events"].columns]
    return typed_frame(TABLES["events"], {name: [row.get(name) for row in rows] for name in names})


def tables(*rows: Row, **others: pd.DataFrame) -> Tables:
    """All tables with these events."""
    return all_tables({"events": events(*rows), **others}, TABLES)


def read(
    *rows: Row, columns: tuple[str, ...] = ("id", "name"), held: tuple[str, ...] = (), **given: Any
) -> TableResult:
    """Events as they were read from one sheet with these columns; ``held``: the keys of rows that are held back."""
    places = {"file": ["a.xlsx"] * len(rows), "sheet": ["Tapahtumat"] * len(rows), "row": range(2, 2 + len(rows))}
    numbers = {name: number for number, name in enumerate(columns, 1)}
    keys = tuple((key,) for key in held)
    sheets = {("a.xlsx", "Tapahtumat"): numbers}
    return TableResult("events", events(*rows), pd.DataFrame(places), sheets, len(held), keys, **given)


def after(published: Tables, upload: TableResult, add: bool = False) -> list[Row]:
    """The events that would be published, without what is empty."""
    found = merge(published, {"events": upload}, add)["events"]
    assert_frame_equal(found.iloc[:0], typed_frame(TABLES["events"], {}), check_index_type=False)
    assert list(found.index) == list(range(len(found)))
    filled = ({name: value for name, value in row.items() if not _is_empty(value)} for row in found.to_dict("records"))
    return list(filled)


def _is_empty(value: Any) -> bool:
    return value == () or (not isinstance(value, tuple) and pd.isna(value))


A, B, C = ({"id": id, "name": id.upper()} for id in "abc")


def test_a_table_of_the_upload_replaces_the_published_one():
    assert after(tables(A, B), read(C, A)) == [C, A]


def test_a_table_that_is_not_in_the_upload_stays_the_same_frame():
    published = tables(A)
    assert all(merge(published, {}, add)[name] is published[name] for add in (False, True) for name in TABLES)


def test_a_table_without_rows_leaves_what_is_published():
    published = tables(A)
    assert merge(published, {"events": read()}, False)["events"] is published["events"]


def test_a_table_that_cannot_be_published_leaves_what_is_published():
    published = tables(A)
    upload = read(publishable=False, held=("b",))
    assert merge(published, {"events": upload}, False)["events"] is published["events"]


def test_a_row_that_is_held_back_stays_as_it_is_published():
    assert after(tables(A, B), read(C, held=("b",))) == [C, B]


def test_a_row_that_is_held_back_and_not_published_is_left_out():
    assert after(tables(A), read(A, held=("b",))) == [A]


def test_of_a_key_twice_the_sound_row_counts():
    changed = {"id": "b", "name": "Toinen"}
    assert after(tables(A, B), read(changed, held=("b",))) == [changed]


def test_a_table_whose_rows_are_all_held_back_keeps_the_published_ones_among_them():
    assert after(tables(A, B), read(held=("b", "x"))) == [B]


def test_with_add_rows_are_added_and_changed_in_their_places_and_none_is_removed():
    changed = {"id": "b", "name": "Toinen"}
    assert after(tables(A, B), read(C, changed), add=True) == [A, changed, C]


def test_with_add_a_row_that_is_held_back_stays_as_it_is_published():
    assert after(tables(A, B), read(C, held=("a",)), add=True) == [A, B, C]


def test_with_add_a_table_that_was_empty_is_filled():
    assert after(tables(), read(A, B), add=True) == [A, B]


def test_with_add_a_column_that_the_sheet_lacks_keeps_what_is_published():
    full = {**A, "participants": 40, "themes": ("rahoitus",), "summary": "Kuvaus", "status": "cancelled"}
    upload = read({**A, "name": "Uusi", "status": "confirmed"}, {**B, "status": "confirmed"})
    assert after(tables(full), upload, add=True) == [{**full, "name": "Uusi"}, {**B, "status": "confirmed"}]


def test_with_add_a_cell_that_the_sheet_leaves_empty_is_emptied():
    full = {**A, "participants": 40, "themes": ("rahoitus",)}
    upload = read(A, columns=("id", "name", "participants", "themes"))
    assert after(tables(full), upload, add=True) == [A]


def test_with_add_a_value_without_a_column_of_its_own_is_taken():
    upload = read({**A, "link": "https://www.example.com/uusi"})
    assert after(tables({**A, "link": "https://www.example.com"}), upload, add=True) == [
        {**A, "link": "https://www.example.com/uusi"}
    ]


def test_with_add_the_day_of_the_beginning_tells_the_end_too():
    published = tables({**A, "starts": "2023-03-12", "ends": "2023-03-13"})
    upload = read({**A, "starts": "2023-04-20"}, columns=("id", "name", "starts"))
    assert after(published, upload, add=True) == [{**A, "starts": "2023-04-20"}]


def test_replacing_empties_what_the_sheet_has_no_column_for():
    assert after(tables({**A, "participants": 40}), read(A)) == [A]


def test_rows_of_several_sheets_each_keep_what_their_sheet_lacks():
    published = tables({**A, "place": "Kemi"}, {**B, "place": "Oulu"})
    one = read(A, B)
    sheets = {("a.xlsx", "1"): {"id": 1, "name": 2}, ("a.xlsx", "2"): {"id": 1, "name": 2, "place": 3}}
    rows = one.rows.assign(sheet=["1", "2"])
    upload = TableResult("events", one.frame, rows, sheets)
    assert after(published, upload, add=True) == [{**A, "place": "Kemi"}, B]


def test_a_key_of_several_columns_is_compared_whole():
    def targets(*rows: tuple[int, str, str | None, int]) -> pd.DataFrame:
        year, measure, region, target = zip(*rows, strict=True)
        return typed_frame(TABLES["targets"], {"year": year, "measure": measure, "region": region, "target": target})

    published = all_tables({"targets": targets((2024, "events", None, 10), (2024, "events", "19", 3))}, TABLES)
    given = targets((2024, "events", "19", 5), (2025, "events", None, 12))
    places = pd.DataFrame({"file": ["a", "a"], "sheet": ["s", "s"], "row": [2, 3]})
    numbers = {name: number for number, name in enumerate(given.columns, 1)}
    upload = TableResult("targets", given, places, {("a", "s"): numbers})
    expected = targets((2024, "events", None, 10), (2024, "events", "19", 5), (2025, "events", None, 12))
    assert_frame_equal(merge(published, {"targets": upload}, True)["targets"], expected)
