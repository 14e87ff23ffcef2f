"""Written files read again: by the program's own reader, and cell by cell by another."""

import io
from datetime import UTC, datetime
from zipfile import ZipFile

from openpyxl import Workbook, load_workbook

from analysis.changes import Changes, compare
from analysis.intake import CheckResult, Limits, Upload, read
from analysis.schema import TABLES, Tables, all_tables

NOW = datetime(2026, 6, 1, tzinfo=UTC)


def opened(data: bytes) -> Workbook:
    """The workbook as openpyxl sees it."""
    return load_workbook(io.BytesIO(data))


def unpacked(data: bytes) -> dict[str, bytes]:
    """The parts of a workbook; how they are packed depends on the machine."""
    with ZipFile(io.BytesIO(data)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def parts_apart(first: bytes, second: bytes) -> list[str]:
    """The names of the parts of two packed files that are not the same."""
    one, other = unpacked(first), unpacked(second)
    return sorted(name for name in {*one, *other} if one.get(name) != other.get(name))


def checked(data: bytes, published: Tables) -> CheckResult:
    """The check of a written workbook beside what is published."""
    return read([Upload("tiedosto.xlsx", data)], published, Limits(), NOW)


def change(tables: Tables, result: CheckResult) -> Changes:
    """What is other in the tables that were read; a table that was not read is empty."""
    return compare(tables, all_tables({name: each.frame for name, each in result.tables.items()}, TABLES))


def found(result: CheckResult) -> list[tuple[str, str | None, str | None]]:
    """The issues as code, sheet and value, without the sheets that have no rows."""
    return [(issue.code, issue.sheet, issue.value) for issue in result.issues if issue.code != "empty-table"]
