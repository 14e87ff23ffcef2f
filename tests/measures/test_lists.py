import pandas as pd

from analysis.measures.lists import bearing, listed, summed

LISTS = pd.Series([("19", "10"), (), ("10",), ("19", "10")], dtype=object, index=[3, 5, 7, 9])
SINGLE = pd.Series(["seminar", None, "webinar"], dtype="str")


def test_lists_and_single_values_alike_become_categories_of_tuples():
    assert listed(LISTS).tolist() == LISTS.tolist()
    assert listed(LISTS).cat.categories.tolist() == [("19", "10"), (), ("10",)]
    assert listed(SINGLE).tolist() == [("seminar",), (), ("webinar",)]


def test_a_condition_is_asked_once_of_each_list():
    asked: list[tuple[str, ...]] = []
    found = bearing(listed(LISTS), lambda bears: not asked.append(bears) and "19" in bears)
    assert found.to_dict() == {3: True, 5: False, 7: False, 9: True}
    assert asked == [("19", "10"), (), ("10",)]


def test_rows_are_summed_by_the_list_that_they_bear():
    frame = pd.DataFrame({"regions": listed(LISTS), "count": [1, 2, 4, 8]})
    assert summed(frame, "regions") == {("19", "10"): 9, (): 2, ("10",): 4}
    assert summed(frame[frame["count"] > 2], "regions") == {("10",): 4, ("19", "10"): 8}


def test_a_column_without_rows_has_no_lists():
    empty = listed(LISTS[:0])
    assert (empty.tolist(), bearing(empty, bool).tolist()) == ([], [])
    assert summed(pd.DataFrame({"regions": empty, "count": pd.Series(dtype="int64")}), "regions") == {}
