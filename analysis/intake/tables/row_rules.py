"""Rules between the cells of a row: days in order, groups within the whole."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from analysis.intake.issues import Finding, RowFinding
from analysis.schema import Table
from analysis.schema.kinds import Day

GROUPS = ("from_companies", "from_research", "from_public", "from_others")
"""The columns of events that count participants by group."""


def unlikely_rows(table: Table, values: Mapping[str, Sequence[Any]]) -> Iterator[RowFinding]:
    """Rows that end before they start, at the precision of both days, and events whose groups exceed participants."""
    for column in table.columns:
        if isinstance(column.kind, Day) and column.kind.not_before:
            days = zip(values.get(column.kind.not_before, ()), values.get(column.name, ()), strict=False)
            for position, (first, last) in enumerate(days):
                if first and last and last < first and not first.startswith(last):
                    yield position, Finding("ends-before-starts", severity="warning", column=column.name)
    groups = [values[name] for name in GROUPS if name in values]
    if table.name == "events" and "participants" in values and groups:
        for position, (whole, *counts) in enumerate(zip(values["participants"], *groups, strict=True)):
            if whole is not None and sum(filter(None, counts)) > whole:
                yield position, Finding("unlikely-value", severity="warning", column="participants")
