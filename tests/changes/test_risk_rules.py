"""The risk rules at their very limit and just within it."""

from analysis.changes import compare, risks
from analysis.schema import Tables
from tests.changes.rows import event, events, only

Told = list[tuple[str, str | None, str | None]]


def told(before: Tables, after: Tables) -> Told:
    """The risks as code, column and value."""
    found = risks(before, after, compare(before, after))
    assert {issue.severity for issue in found} <= {"confirm"}
    return [(issue.code, issue.column, issue.value) for issue in found]


def numbered(count: int, **cells) -> list[dict]:
    """Rows that differ in key, name and day; the days within 2023, a week apart and then in the next month."""
    days = [f"2023-{1 + n // 4:02}-{1 + n % 4 * 7:02}" for n in range(count)]
    return [event(f"e{n}", name=f"Tapahtuma {n}", starts=days[n], **cells) for n in range(count)]


def with_cells(rows: list[dict], column: str, values: list) -> list[dict]:
    return [row | {column: value} for row, value in zip(rows, values, strict=True)]


def test_a_fifth_of_the_rows_may_go_and_one_more_may_not():
    rows = numbered(30)
    assert told(events(*rows), events(*rows[6:])) == []
    assert told(events(*rows), events(*rows[7:])) == [("large-removal", None, "7 / 30")]


def test_ten_rows_may_go_and_eleven_may_not():
    rows = [event(str(n), name=f"Tapahtuma {n}") for n in range(100)]
    assert told(events(*rows), events(*rows[10:])) == []
    assert told(events(*rows), events(*rows[11:])) == [("large-removal", None, "11 / 100")]


def test_of_a_table_of_five_all_may_go():
    rows = numbered(6)
    assert told(events(*rows[:5]), events()) == []
    assert told(events(*rows), events()) == [("large-removal", None, "6 / 6")]


def test_one_key_that_means_something_else_is_enough():
    rows = numbered(20)
    named, moved = (
        [row | {"name": "Muu " + row["name"]} for row in rows],
        [row | {"starts": "2024-05-01"} for row in rows],
    )
    other = [row | {"starts": "2024-05-01"} for row in named]
    assert told(events(*rows), events(named[0], moved[1], *rows[2:])) == []
    assert told(events(*rows), events(other[0], *rows[1:])) == [("reused-key", None, "1 / 20")]
    assert told(events(*rows), events(*other[:3], *rows[3:])) == [("reused-key", None, "3 / 20")]


def test_a_day_that_becomes_known_better_is_the_same_day():
    rows = with_cells(numbered(12), "starts", ["2023-05"] * 12)
    better = [row | {"name": row["name"] + "!", "starts": "2023-05-12"} for row in rows]
    assert told(events(*rows), events(*better)) == []


def test_keys_of_stories_are_watched_by_their_day_of_publishing():
    rows = [
        {"id": str(n), "title": f"Tarina {n}", "published": f"2023-0{n}-01", "regions": ("19",)} for n in range(1, 7)
    ]
    other = [row | {"title": "Toinen", "published": f"2024-0{n}-02"} for n, row in enumerate(rows, start=1)]
    before, after = only("stories", *rows), only("stories", *other[:3], *rows[3:])
    assert told(before, after) == [("reused-key", None, "3 / 6")]


def test_many_rows_under_new_keys_are_renamed_and_not_removed():
    rows = numbered(30)
    renamed = [row | {"id": "x" + row["id"]} for row in rows]
    assert told(events(*rows), events(*renamed[:6], *rows[6:])) == []
    assert told(events(*rows), events(*renamed[:7], *rows[7:])) == [("mass-rename", None, "7 / 30")]


def test_removal_beside_renaming_is_told_apart():
    rows = numbered(40)
    renamed = [row | {"id": "x" + row["id"]} for row in rows[:15]]
    assert told(events(*rows), events(*renamed, *rows[25:])) == [
        ("large-removal", None, "10 / 40"),
        ("mass-rename", None, "15 / 40"),
    ]


def test_many_rows_under_new_names():
    rows = numbered(10)
    named = [row | {"name": f"Uusi nimi {n}"} for n, row in enumerate(rows)]
    assert told(events(*rows), events(*named[:5], *rows[5:])) == []
    assert told(events(*rows), events(*named[:6], *rows[6:])) == [("mass-rename", None, "6 / 10")]


def test_a_row_that_also_changes_otherwise_is_not_renamed():
    rows = numbered(10)
    other = [row | {"name": f"Uusi nimi {n}", "place": "Kemi"} for n, row in enumerate(rows)]
    assert told(events(*rows), events(*other)) == []


def test_a_column_that_is_sorted_alone():
    numbers = [40, 10, 50, 20, 60, 30, 70, 15, 80, 25]
    rows = with_cells(numbered(10), "participants", numbers)
    assert told(events(*rows), events(*with_cells(rows, "participants", sorted(numbers)))) == [
        ("shifted-column", "participants", "10 / 10")
    ]


def test_a_column_that_slips_down_by_a_cell():
    rows = with_cells(numbered(10), "place", [f"Paikka {n}" for n in range(10)])
    slipped = with_cells(rows, "place", [None, *(f"Paikka {n}" for n in range(9))])
    assert told(events(*rows), events(*slipped)) == [("shifted-column", "place", "10 / 10")]


def test_half_of_a_column_may_change_places():
    rows = with_cells(numbered(10), "participants", list(range(10, 20)))
    half = with_cells(rows, "participants", [11, 12, 13, 14, 10, *range(15, 20)])
    more = with_cells(rows, "participants", [11, 12, 13, 14, 15, 10, *range(16, 20)])
    assert told(events(*rows), events(*half)) == []
    assert told(events(*rows), events(*more)) == [("shifted-column", "participants", "6 / 10")]


def test_values_that_are_new_have_not_changed_places():
    rows = with_cells(numbered(10), "participants", list(range(10, 20)))
    corrected = with_cells(rows, "participants", [11, 12, 13, 14, 15, 16, 17, 18, 99, 98])
    assert told(events(*rows), events(*corrected)) == []


def test_empty_cells_do_not_count_as_values():
    rows = with_cells(numbered(10), "participants", [5, 6, 7, *[None] * 7])
    filled = with_cells(rows, "participants", list(range(5, 15)))
    moved = with_cells(rows, "participants", [None] * 7 + [5, 6, 7])
    assert told(events(*rows), events(*filled)) == []
    assert told(events(*rows), events(*moved)) == [("shifted-column", "participants", "3 / 3")]


def test_days_that_move_by_the_other_calendar_of_excel():
    rows = numbered(9)
    moved = with_cells(
        rows, "starts", ["2027-01-02", "2027-01-09", "2027-01-16", "2027-01-23", "2027-02-02"] + ["2023"] * 4
    )
    assert told(events(*rows), events(*moved)) == [("shifted-dates", "starts", "5 / 9")]


def test_four_days_may_move_together_and_so_may_half_of_them():
    four, ten = numbered(4), numbered(10)
    moved = [row | {"starts": "2024" + row["starts"][4:]} for row in ten]
    assert told(events(*four), events(*moved[:4])) == []
    assert told(events(*ten), events(*moved[:5], *ten[5:])) == []
    assert told(events(*ten), events(*moved[:6], *ten[6:])) == [("shifted-dates", "starts", "6 / 10")]


def test_days_that_move_by_different_steps_have_been_corrected():
    rows = numbered(10)
    other = with_cells(rows, "starts", [f"2025-06-{1 + n * 3 % 10:02}" for n in range(10)])
    assert told(events(*rows), events(*other)) == []


def test_risks_come_table_by_table():
    rows = numbered(6)
    clusters = [{"id": str(n), "name": f"Klusteri {n}", "regions": ("19",)} for n in range(8)]
    before = only("clusters", *clusters) | events(*rows)
    after = only("clusters", *clusters[2:]) | events(*rows[:3])
    found = risks(before, after, compare(before, after))
    assert [(issue.table, issue.value) for issue in found] == [("events", "3 / 6"), ("clusters", "2 / 8")]
