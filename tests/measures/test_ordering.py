from analysis.measures.ordering import DatedRow, latest, reading_order, upcoming
from tests.measures.table_rows import everything, tables

ALL = everything(
    events=[
        {"starts": "2024-05-16"},
        {"starts": "2024-11"},
        {"starts": "2024-12-24", "status": "cancelled"},
        {"starts": "2025-02-01"},
        {"starts": "2025-03"},
    ],
    stories=[{"published": "2024-05-16"}, {"published": None}, {"published": "2024"}],
    materials=[{"published": "2024-05"}],
)


def test_the_latest_come_first_and_what_counts_nowhere_or_is_to_come_is_not_among_them():
    assert latest(ALL, 4, "2024-12-31") == [
        DatedRow("events", 1, "2024-11"),
        DatedRow("events", 0, "2024-05-16"),
        DatedRow("stories", 0, "2024-05-16"),
        DatedRow("materials", 0, "2024-05"),
    ]


def test_the_running_month_is_not_to_come():
    assert latest(ALL, 1, "2024-11-02") == [DatedRow("events", 1, "2024-11")]
    assert latest(ALL, 1, "2024-10-31") == [DatedRow("events", 0, "2024-05-16")]


def test_what_is_to_come_is_told_soonest_first():
    assert upcoming(ALL, 5, "2024-12-31") == [DatedRow("events", 3, "2025-02-01"), DatedRow("events", 4, "2025-03")]
    assert upcoming(ALL, 1, "2024-12-31") == [DatedRow("events", 3, "2025-02-01")]


def test_without_a_today_nothing_is_to_come():
    assert latest(ALL, 1) == [DatedRow("events", 4, "2025-03")]
    assert upcoming(ALL, 5) == []


def test_nothing_recorded_is_nothing_latest():
    assert (latest(everything(), 5, "2024-12-31"), upcoming(everything(), 5, "2024-12-31")) == ([], [])


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
