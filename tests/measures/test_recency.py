"""The 35 cells of regions by themes on hand-made rows, and how long ago the last of each was."""

import pytest

from analysis.measures.recency import ages, months_since, recency
from analysis.schema.aliases import SEVEN, SHORT_THEMES
from tests.measures.table_rows import Row, everything

REGIONS, THEMES = tuple(SEVEN), tuple(SHORT_THEMES)
EVENT: Row = {"name": "E", "kind": "seminar"}
EVENTS: list[Row] = [
    EVENT | {"id": "a", "starts": "2021", "regions": ("18",), "themes": ("rahoitus",)},
    EVENT | {"id": "b", "starts": "2021-05-01", "regions": ("18", "19"), "themes": ("rahoitus", "palvelut")},
    EVENT | {"id": "c", "starts": "2023-01", "regions": ("19",), "themes": ("palvelut",), "occasions": 4},
    EVENT | {"id": "d", "starts": "2024-01-01", "regions": ("10",), "themes": ("osaaminen",), "status": "cancelled"},
    EVENT | {"id": "e", "starts": "2025-01-01", "regions": ("10",)},
]
STORIES: list[Row] = [
    {"id": "s", "title": "S", "published": "2022-02-02", "regions": ("18",), "themes": ("rahoitus",)},
    {"id": "t", "title": "T", "published": None, "regions": ("11",), "themes": ("osaaminen",)},
]
FILLED = {
    ("18", "rahoitus"): (2, 1, "2022-02-02"),
    ("18", "palvelut"): (1, 0, "2021-05-01"),
    ("19", "rahoitus"): (1, 0, "2021-05-01"),
    ("19", "palvelut"): (5, 0, "2023-01"),
    ("11", "osaaminen"): (0, 1, None),
}
"""Events, stories and the last day, of the cells that have any."""


def cells():
    rows = everything(events=EVENTS, stories=STORIES)
    return recency(rows["events"], rows["stories"], REGIONS, THEMES)


def test_each_of_the_35_cells_has_its_events_stories_and_last_day():
    table = cells().astype(object).where(lambda frame: frame.notna(), None)
    found = {
        (row["region"], row["theme"]): (row["events"], row["stories"], row["last"]) for row in table.to_dict("records")
    }
    assert len(table) == len(found) == 35
    assert {pair: cell for pair, cell in found.items() if cell != (0, 0, None)} == FILLED


def test_the_last_day_is_that_of_the_order_of_text():
    rows = everything(events=[EVENTS[0], EVENTS[0] | {"id": "z", "starts": "2021-01"}])
    assert recency(rows["events"], rows["stories"], ("18",), ("rahoitus",))["last"].tolist() == ["2021-01"]


@pytest.mark.parametrize(
    ("last", "today", "months"),
    [
        ("2024-01-15", "2024-02-14", 0),
        ("2024-01-15", "2024-02-15", 1),
        ("2023-02", "2024-02-28", 12),
        ("2023", "2024-12-30", 11),
        ("2023", "2024-12-31", 12),
        ("2025-01-01", "2024-12-31", 0),
    ],
)
def test_months_are_whole_and_count_from_the_last_day_that_is_meant(last, today, months):
    assert months_since(last, today) == months


def test_a_cell_without_a_day_has_no_age():
    by_pair = dict(zip(map(tuple, cells()[["region", "theme"]].to_numpy()), ages(cells(), "2024-03-01"), strict=True))
    assert (by_pair["18", "rahoitus"], by_pair["19", "palvelut"]) == (24, 13)
    assert by_pair["10", "osaaminen"] is by_pair["11", "osaaminen"] is ages(cells(), None)[0]
