import numpy as np
import pandas as pd

from analysis.measures.records import Records, lists_and_places, records

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
    asked: list[tuple[str, ...]] = []
    found = four().value_mask("regions", lambda bears: not asked.append(bears) and "19" in bears)
    assert found.tolist() == [True, False, False, True]
    assert asked == [(), ("10",), ("19", "10")]


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
