import pytest

from analysis.measures.cluster_rows import clusters, left_whole
from analysis.selection import Selection
from tests.measures.rows import tables

TABLES = tables(
    clusters=[
        {"id": "a", "name": "A", "regions": ("19", "10"), "priorities": ("ruoka",)},
        {"id": "b", "name": "B", "regions": ("10",)},
        {"id": "c", "name": "C", "regions": ("12",), "priorities": ("ruoka", "kierto")},
    ]
)


@pytest.mark.parametrize(
    ("selection", "left"),
    [
        (Selection(), "abc"),
        (Selection(regions=("10",)), "ab"),
        (Selection(priorities=("kierto", "ruoka")), "ac"),
        (Selection((1999, 1999), ("10", "12"), ("rahoitus",), ("ruoka",), ("seminar",)), "ac"),
    ],
)
def test_regions_and_priorities_limit_clusters_and_nothing_else_does(selection, left):
    found = clusters(TABLES, selection)
    assert "".join(TABLES["clusters"].loc[found.index, "id"]) == left
    assert found["count"].tolist() == [1] * len(left)


def test_filters_that_leave_clusters_whole_are_named():
    assert left_whole(Selection((1999, 1999), ("10",), ("rahoitus",), (), ("seminar",))) == ("themes", "years", "kinds")
    assert left_whole(Selection(regions=("10",))) == ()


def test_no_clusters_are_none():
    assert len(clusters(tables(), Selection(regions=("10",)))) == 0
