import numpy as np
import pandas as pd
import pytest

from analysis.measures.records import (
    UNKNOWN,
    Records,
    activity_records,
    counted_records,
    filters_without_effect,
    lists_and_places,
    matching_records,
    records,
)
from analysis.selection import Selection
from tests.measures.table_rows import tables

LISTS = pd.Series([("19", "10"), (), ("10",), ("19", "10")], dtype=object)
SINGLE = pd.Series(["seminar", None, "webinar"], dtype="str")
YEARS = pd.Series([2023, None, 2024, 2023], dtype="Int64")
PEOPLE = pd.Series([30, None, 0, None], dtype="Int64")


def four(**more: pd.Series) -> Records:
    """Four rows of which it is told what regions they are of, and how many people came."""
    index, count = pd.Index([3, 5, 7, 9]), pd.Series([1, 2, 4, 8], dtype="Int64")
    return records(index, YEARS, count, {"participants": PEOPLE}, {"regions": LISTS, **more})


def test_each_list_and_each_single_value_is_kept_once_and_in_order():
    values, places = lists_and_places(LISTS)
    assert (values, places.tolist()) == (((), ("10",), ("19", "10")), [2, 0, 1, 2])
    values, places = lists_and_places(SINGLE)
    assert [values[place] for place in places] == [("seminar",), (), ("webinar",)]


def test_what_is_not_known_is_told_apart_from_nought():
    assert four().known_mask("year").tolist() == [True, False, True, True]
    assert four().known_mask("participants").tolist() == [True, False, True, False]
    assert four().known_mask("regions").tolist() == [True, False, True, True]


def test_a_condition_is_asked_once_of_each_list():
    questions: list[tuple[str, ...]] = []
    result = four().value_mask("regions", lambda bears: not questions.append(bears) and "19" in bears)
    assert result.tolist() == [True, False, False, True]
    assert questions == [(), ("10",), ("19", "10")]


def test_some_of_the_rows_keep_their_labels_and_all_that_is_told_of_them():
    some = four().where(np.array([True, False, False, True])).where(np.array([False, True]))
    assert (len(some), some.index.tolist(), some["count"].tolist(), some["year"].tolist()) == (1, [9], [8], [2023])
    assert four().where(np.array([2, 0])).index.tolist() == [7, 3]


def test_rows_are_summed_by_the_list_that_they_bear():
    assert four().count_by_value("regions") == {("19", "10"): 9, (): 2, ("10",): 4}
    assert four().where(four()["count"] > 2).count_by_value("regions") == {("10",): 4, ("19", "10"): 8}


def test_no_rows_bear_nothing():
    none = records(pd.Index([], dtype="int64"), YEARS[:0], split={"regions": LISTS[:0]})
    assert (len(none), none.value_mask("regions", bool).tolist(), none.count_by_value("regions")) == (0, [], {})
    assert none.where(none.known_mask("regions")).index.tolist() == []


EVENTS = [
    {"id": "a", "starts": "2023-05-06", "kind": "seminar", "regions": ("19",), "themes": ("rahoitus",)},
    {"id": "b", "starts": "2023", "kind": "webinar", "regions": ("19", "10"), "priorities": ("ruoka",)},
    {"id": "c", "starts": "2024-02", "kind": "seminar", "regions": ("10",), "status": "cancelled"},
    {"id": "d", "starts": None, "kind": "other", "regions": ("12",), "occasions": 4, "status": "confirmed"},
]
STORIES = [
    {"id": "s", "published": "2023-01-01", "regions": ("19",), "themes": ("rahoitus", "palvelut")},
    {"id": "t", "published": None, "regions": ("10",)},
]
MATERIALS = [{"id": "m", "published": "2022", "themes": ("palvelut",)}, {"id": "n"}]
TABLES = tables(events=EVENTS, stories=STORIES, materials=MATERIALS)


def ids(name: str, selection: Selection) -> str:
    left = matching_records(activity_records(TABLES), name, selection)
    return "".join(TABLES[name].loc[left.index, "id"])


@pytest.mark.parametrize(
    ("selection", "events", "stories", "materials"),
    [
        (Selection(), "abcd", "st", "mn"),
        (Selection(years=(2023, 2023)), "ab", "s", ""),
        (Selection(years=(2022, 2024)), "abc", "s", "m"),
        (Selection(regions=("19",)), "ab", "s", "mn"),
        (Selection(regions=("10", "12")), "bcd", "t", "mn"),
        (Selection(themes=("rahoitus", "palvelut")), "a", "s", "m"),
        (Selection(priorities=("ruoka",)), "b", "st", "mn"),
        (Selection(kinds=("seminar", "other")), "acd", "st", "mn"),
        (Selection((2023, 2024), ("10",), kinds=("seminar",)), "c", "", ""),
        (Selection(regions=("99",)), "", "", "mn"),
    ],
)
def test_a_filter_limits_the_tables_that_have_its_column(selection, events, stories, materials):
    left = [ids(name, selection) for name in ("events", "stories", "materials")]
    assert left == [events, stories, materials]


def test_a_row_counts_for_its_occasions_and_is_of_the_year_that_is_known():
    events = activity_records(TABLES)["events"]
    assert events["count"].tolist() == [1, 1, 1, 4]
    assert events["year"].tolist() == [2023, 2023, 2024, UNKNOWN]


def test_what_is_cancelled_or_postponed_counts_nowhere():
    example = tables(
        events=[{"starts": "2023", "status": each} for each in ("confirmed", "cancelled", "postponed", None)]
    )
    assert counted_records(activity_records(example), Selection())["events"].index.tolist() == [0, 3]


def test_filters_that_leave_a_table_whole_are_named():
    every = Selection((2020, 2021), ("19",), ("rahoitus",), ("ruoka",), ("seminar",))
    assert filters_without_effect("events", every) == ()
    assert filters_without_effect("stories", every) == ("priorities", "kinds")
    assert filters_without_effect("materials", every) == ("regions", "priorities", "kinds")
    assert filters_without_effect("materials", Selection(themes=("rahoitus",))) == ()
    assert filters_without_effect("clusters", every) == ("years", "themes", "kinds")
    assert filters_without_effect("clusters", Selection(regions=("10",))) == ()


def test_the_tables_stay_as_they_were():
    before = {name: frame.copy() for name, frame in TABLES.items()}
    counted_records(activity_records(TABLES), Selection((2023, 2023), ("19",)))
    assert all(frame.equals(before[name]) for name, frame in TABLES.items())
