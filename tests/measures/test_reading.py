from analysis.measures.latest import reading_order
from tests.measures.rows import tables

MATERIALS = [
    {"id": "old guide", "kind": "guide", "published": "2020"},
    {"id": "third", "kind": "tool", "start_here": 3},
    {"id": "undated guide", "kind": "guide"},
    {"id": "new guide", "kind": "guide", "published": "2020-05"},
    {"id": "recording", "kind": "recording"},
    {"id": "first tool", "kind": "tool", "start_here": 1},
    {"id": "first guide", "kind": "guide", "start_here": 1},
]


def test_newcomers_start_by_number_then_read_by_kind_newest_first():
    ordered = reading_order(tables(materials=MATERIALS)["materials"], ("recording", "guide", "tool"))
    begin = ["first guide", "first tool", "third"]
    assert ordered["id"].tolist() == [*begin, "recording", "new guide", "old guide", "undated guide"]
    assert list(ordered.columns) == list(tables()["materials"].columns)


def test_no_materials_have_no_order():
    assert len(reading_order(tables()["materials"], ("guide",))) == 0
