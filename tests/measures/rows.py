"""Typed tables from rows that a test writes down: a dict a row, columns that are left out are empty."""

from typing import Any

from analysis.measures.chosen import Weighed, counted, weighed
from analysis.schema import TABLES, Tables, frame, whole_set
from analysis.selection import Selection

Row = dict[str, Any]


def tables(**rows: list[Row]) -> Tables:
    """All tables, those given with these rows."""
    given = {
        name: frame(TABLES[name], {each.name: [row.get(each.name) for row in filled] for each in TABLES[name].columns})
        for name, filled in rows.items()
    }
    return whole_set(given, TABLES)


def everything(**rows: list[Row]) -> Weighed:
    """All rows that count, whatever is chosen."""
    return counted(weighed(tables(**rows)), Selection())
