from itertools import pairwise

import pytest

from analysis.charts.map import PATH, shapes
from tests.workbooks.map_points import area, map_points, projected, simplified


def test_the_points_are_those_that_the_script_makes_of_the_boundaries():
    assert PATH.read_bytes() == map_points()


def test_the_map_holds_the_mainland_and_tells_the_seven_from_the_others():
    assert len(shapes()) == 18
    assert [shape.code for shape in shapes() if shape.ours] == ["10", "11", "12", "16", "17", "18", "19"]


def test_each_part_of_a_region_is_closed_and_all_of_them_are_few_points():
    for shape in shapes():
        assert all(line[0] == line[-1] and len(line) > 3 for line in shape.rings)
    assert sum(len(shape.x) for shape in shapes()) < 1500
    for shape in shapes():
        points = [point for line in shape.rings for point in (*line, (None, None))][:-1]
        assert [*zip(shape.x, shape.y, strict=True)] == points


def test_neighbours_share_their_border():
    edges = {shape.code: {frozenset(pair) for line in shape.rings for pair in pairwise(line)} for shape in shapes()}
    for one, other in [
        ("19", "17"),
        ("17", "18"),
        ("18", "11"),
        ("11", "12"),
        ("10", "12"),
        ("16", "17"),
        ("11", "13"),
    ]:
        assert len(edges[one] & edges[other]) >= 3, (one, other)


@pytest.mark.parametrize(
    ("code", "square_kilometres"), [("19", 100_370), ("17", 39_840), ("12", 22_900), ("18", 22_690), ("16", 6_460)]
)
def test_a_simplified_region_is_nearly_as_large_as_it_is(code, square_kilometres):
    shape = next(each for each in shapes() if each.code == code)
    assert sum(area(line) for line in shape.rings) == pytest.approx(square_kilometres, rel=0.2)


def test_the_central_meridian_is_straight_and_a_degree_of_latitude_is_111_kilometres():
    assert projected(27, 65)[0] == 0
    assert projected(27, 66)[1] - projected(27, 65)[1] == pytest.approx(111.2, abs=0.1)
    assert projected(28, 65)[0] == pytest.approx(-projected(26, 65)[0])


def test_a_line_keeps_the_points_that_lie_apart():
    assert simplified([(0, 0), (5, 1), (10, 0)]) == [(0, 0), (10, 0)]
    assert simplified([(0, 0), (5, 9), (10, 0)]) == [(0, 0), (5, 9), (10, 0)]
    assert simplified([(0, 0), (1, 1)]) == [(0, 0), (1, 1)]
