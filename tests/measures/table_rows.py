"""Typed tables from rows that a test writes down: a dict a row, columns that are left out are empty."""

from typing import Any

from analysis.measures.records import RecordsByTable, activity_records, counted_records
from analysis.schema import TABLES, Tables, all_tables, typed_frame
from analysis.selection import Selection

Row = dict[str, Any]


def tables(**rows: list[Row]) -> Tables:
    """All tables, those given with these rows."""
    example = {
        name: typed_frame(
            TABLES[name], {each.name: [row.get(each.name) for row in complete] for each in TABLES[name].columns}
        )
        for name, complete in rows.items()
    }
    return all_tables(example, TABLES)


def everything(**rows: list[Row]) -> RecordsByTable:
    """All rows that count, whatever is chosen."""
    return counted_records(activity_records(tables(**rows)), Selection())
