"""What sections compute from a set of tables is freed with it."""

import gc
import weakref

from analysis.cache import cached_per_tables
from analysis.schema import TABLES, all_tables
from analysis.sections import event_table, overview
from analysis.selection import Selection
from analysis.words import translator
from tests.workbooks import sample

FI = translator("fi")


def test_sections_of_tables_that_nobody_holds_are_freed():
    given, gone = dict(sample.tables()), []
    for year in range(2015, 2027):
        tables = all_tables(given, TABLES)
        overview(tables, Selection(years=(year, year), themes=("99",)), FI, "2026-11-24")
        event_table(tables, Selection(), FI, search="avaus")
        gone.append(weakref.ref(tables))
        del tables
    gc.collect()
    assert [each() for each in gone] == [None] * 12


def test_an_answer_is_computed_once_for_tables_and_arguments():
    asked = []

    @cached_per_tables
    def count(tables, name, *, twice=False):
        asked.append((name, twice))
        return len(tables[name]) * (2 if twice else 1)

    first, second = (all_tables({}, TABLES) for _ in range(2))
    for tables in (first, second, first):
        assert count(tables, "events") == count(tables, "events", twice=True) == 0
    assert asked == [("events", False), ("events", True)] * 2
