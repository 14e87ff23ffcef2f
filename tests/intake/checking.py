"""The check as tests call it: files in, short rows out."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import pandas as pd

from analysis.intake import CheckResult, Limits, Upload, read
from analysis.schema import TABLES, Tables, all_tables, typed_frame
from tests.making import Rows, xlsx

NOW = datetime(2026, 6, 1, 9, tzinfo=UTC)
HEADERS = ("Tunnus", "Nimi", "Alkaa", "Tyyppi", "Maakunnat")
EVENT = {"Tunnus": "1", "Nimi": "Avajaiset", "Alkaa": "12.3.2023", "Tyyppi": "seminaari", "Maakunnat": "Lappi"}


def event(key: str, **cells: Any) -> dict[str, Any]:
    """A sound row of events with another key, and some cells filled otherwise."""
    return EVENT | {"Tunnus": key} | cells


def published(**rows: Mapping[str, list[Any]]) -> Tables:
    """Published tables by columns of plain values; the rest empty."""
    return all_tables({name: typed_frame(TABLES[name], columns) for name, columns in rows.items()}, TABLES)


def check(*files: tuple[str, bytes], known: Tables | None = None, limits: Limits | None = None) -> CheckResult:
    """The check of files, each a name and its bytes."""
    uploads = [Upload(name, data) for name, data in files]
    return read(uploads, known if known is not None else published(), limits or Limits(), NOW)


def check_sheets(sheets: Mapping[str, Rows] | None = None, /, known: Tables | None = None, **more: Rows) -> CheckResult:
    """The check of one workbook by its sheets."""
    return check(("toiminta.xlsx", xlsx({**(sheets or {}), **more})), known=known)


def flat(checked: CheckResult) -> list[tuple[str, str | None, str | None]]:
    """The issues as code, sheet and cell."""
    return [(issue.code, issue.sheet, issue.cell) for issue in checked.issues]


def values(checked: CheckResult, column: str, table: str = "events") -> list[Any]:
    """The values of a column, None where empty."""
    return [None if value is pd.NA or value != value else value for value in checked.tables[table].frame[column]]
