from datetime import date

import pytest

from analysis.measures.ordering import TableFreshness, freshness, last_day
from tests.measures.table_rows import everything, tables

ALL = everything(
    events=[{"starts": "2024-05-16"}, {"starts": "2024-06-20", "status": "cancelled"}, {"starts": "2025-01-01"}],
    stories=[{"published": "2024-04"}],
    materials=[{"published": None}],
)
ABOUT = tables(
    about=[
        {"key": "rhythm_events", "value_fi": "10"},
        {"key": "rhythm_stories", "value_fi": "60 päivää"},
        {"key": "rhythm_materials", "value_fi": "tarvittaessa"},
    ]
)["about"]


def test_each_table_is_as_old_as_its_newest_day_that_has_come():
    assert freshness(ALL, ABOUT, "2024-05-30") == [
        TableFreshness("events", "2024-05-16", 10, 14),
        TableFreshness("stories", "2024-04", 60, 30),
        TableFreshness("materials", None, None, None),
    ]


def test_without_a_today_nothing_is_old():
    assert freshness(ALL, ABOUT)[0] == TableFreshness("events", "2025-01-01", 10, None)


@pytest.mark.parametrize(
    ("iso", "day"),
    [
        ("2024-05-16", date(2024, 5, 16)),
        ("2024-02", date(2024, 2, 29)),
        ("2024-12", date(2024, 12, 31)),
        ("2024", date(2024, 12, 31)),
    ],
)
def test_a_day_known_roughly_may_be_its_last(iso, day):
    assert last_day(iso) == day
