"""The files of an upload, and the result of a check: typed tables with the place of each cell, and all issues."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

import pandas as pd

from analysis.intake.column_names import column_letters
from analysis.schema import Issue
from analysis.schema.issues import LISTED

Status = Literal["ok", "issues", "refused"]
LONGEST_NAME = 150
"""Letters of a file's name."""
NAMELESS = "–"
"""The name of a file that has none."""


@dataclass(frozen=True)
class Upload:
    """A file: its name and bytes.

    The name is a person's, or a browser's: it loses a path before it and what cannot be seen in it, such as control
    characters and marks that turn the direction of writing, and its middle if it is longer than `LONGEST_NAME`.
    """

    name: str
    data: bytes

    def __post_init__(self) -> None:
        """Put the name in order."""
        last = re.split(r"[/\\]", self.name)[-1]
        visible = (sign if unicodedata.category(sign)[0] != "C" else " " for sign in last)
        name = " ".join("".join(visible).split())
        if len(name) > LONGEST_NAME:
            name = f"{name[: LONGEST_NAME // 2]}…{name[1 - LONGEST_NAME // 2 :]}"
        object.__setattr__(self, "name", name or NAMELESS)


@dataclass(frozen=True)
class FileRecord:
    """A file of an upload: its name, SHA-256 (hex), size in bytes, and whether it may be stored (``keep``).

    A file that holds a personal identity code may not, nor need a file that was left out. ``origin``: the revision that
    the file itself says it was taken from, as text.
    """

    name: str
    sha256: str
    size: int
    keep: bool = True
    origin: str | None = None


@dataclass(frozen=True)
class TableResult:
    """One table.

    ``frame``: the rows without errors, typed; ``rows`` (same index): their ``file``, ``sheet`` and ``row`` (from 1).
    ``columns``: by file and sheet, the sheet's column number (from 1) of each internal name.
    ``rows_with_errors``: their number; ``keys_with_errors``: their keys as far as they could be read.
    ``publishable``: False if the whole table cannot be published (then ``frame`` is empty).
    ``made_keys``: the keys of rows that had none, by file, sheet and cell.
    """

    table: str
    frame: pd.DataFrame
    rows: pd.DataFrame
    columns: Mapping[tuple[str, str], Mapping[str, int]]
    rows_with_errors: int = 0
    keys_with_errors: tuple[tuple[str, ...], ...] = ()
    publishable: bool = True
    made_keys: Mapping[tuple[str, str, str], str] = field(default_factory=dict)

    @property
    def sheets(self) -> tuple[str, ...]:
        """The names of its sheets, in order."""
        return tuple(dict.fromkeys(sheet for _, sheet in self.columns))

    def place(self, position: int, column: str) -> tuple[str, str, str | None]:
        """File, sheet and cell (A1; None if the sheet has no such column) of a row of ``frame`` by its position."""
        file, sheet, row = self.rows.iloc[position][["file", "sheet", "row"]]
        number = self.columns[(file, sheet)].get(column)
        return file, sheet, f"{column_letters(number)}{row}" if number else None


@dataclass(frozen=True)
class CheckResult:
    """The result of a check; can be pickled. ``issues``: the first hundred of each code and column. ``counts``
    (by severity) and ``tally`` (by severity, code, table, column) count all."""

    tables: Mapping[str, TableResult] = field(default_factory=dict)
    issues: tuple[Issue, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    tally: Mapping[tuple[str, str, str | None, str | None], int] = field(default_factory=dict)
    files: tuple[FileRecord, ...] = ()

    @property
    def status(self) -> Status:
        """ "refused" if a file was not taken, "issues" if there are errors, else "ok": all of it can be published."""
        if self.counts.get("refused"):
            return "refused"
        return "issues" if self.counts.get("error") else "ok"

    def with_issues(self, issues: Iterable[Issue]) -> "CheckResult":
        """The result with further issues: all are counted, and the first hundred of each code and column are listed."""
        further = tuple(issues)
        if not further:
            return self
        counts, tally, listed = Counter(self.counts), Counter(self.tally), list(self.issues)
        numbers = Counter((each.code, each.table, each.column) for each in listed)
        for each in further:
            counts[each.severity] += 1
            tally[each.severity, each.code, each.table, each.column] += 1
            numbers[each.code, each.table, each.column] += 1
            if numbers[each.code, each.table, each.column] <= LISTED:
                listed.append(each)
        return replace(self, issues=tuple(listed), counts=dict(counts), tally=dict(tally))
