"""Findings, and the issues made of them: in order, all counted, the first hundred of each column listed."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from xlsxwriter.utility import xl_rowcol_to_cell

from analysis.intake.personal_data import mask_codes
from analysis.schema import CODES, Issue, Severity
from analysis.schema.issues import LISTED


@dataclass(frozen=True)
class SheetAddress:
    """A file, or one of its sheets. ``order``: the place of both in the upload; a sheet's -1 is the file itself."""

    file: str
    sheet: str | None
    order: tuple[int, int]


NOWHERE = SheetAddress("", None, (-1, -1))


class Finding(NamedTuple):
    """A remark on a cell, a sheet or a file, before it becomes an issue.

    The reader of a cell sets ``code`` and ``value`` (the text in question), and ``severity`` if it does not depend on
    the column. The column adds ``severity`` and ``suggestion`` (the likely meaning as a person would write it), the
    table the rest. ``row`` and ``number`` are those of the cell in the sheet, from 1; 0 if no cell is meant.
    ``variant`` and ``lacks`` are those of `Issue`.
    """

    code: str
    value: str = ""
    severity: Severity | None = None
    suggestion: str | None = None
    column: str | None = None
    table: str | None = None
    sheet: SheetAddress = NOWHERE
    row: int = 0
    number: int = 0
    variant: str = ""
    lacks: tuple[tuple[str, str], ...] = ()

    def at(self, sheet: SheetAddress, row: int, number: int, table: str | None, column: str | None) -> "Finding":
        """The finding with its place: ``sheet``, ``row`` and ``number`` of the cell, its ``table`` and ``column``."""
        own = self.code, self.value, self.severity, self.suggestion
        return Finding(*own, column, table, sheet, row, number, self.variant, self.lacks)


RowFinding = tuple[int, Finding]
"""The position of a row, from 0, and a finding in it."""
Kind = tuple[str, str, str | None, str | None]
"""Severity, code, table and column."""
Tally = Mapping[Kind, int]


def to_issues(findings: Iterable[Finding]) -> tuple[tuple[Issue, ...], dict[str, int], Tally]:
    """Issues in the order of files, sheets, rows and columns; counts by severity; the tally behind them.

    A finding without a severity has the usual one of its code. Identity codes are masked in every text.
    """
    ordered = sorted(findings, key=lambda each: (each.sheet.order, each.row, each.number))
    tally: Counter[Kind] = Counter()
    numbers: Counter[tuple[str, str | None, str | None]] = Counter()
    issues: list[Issue] = []
    for each in ordered:
        severity = each.severity or CODES[each.code][0][0]
        kind = (each.code, each.table, each.column)
        tally[severity, *kind] += 1
        numbers[kind] += 1
        if numbers[kind] <= LISTED:
            issue = Issue(
                code=each.code,
                severity=severity,
                file=each.sheet.file,
                table=each.table,
                sheet=each.sheet.sheet,
                cell=xl_rowcol_to_cell(each.row - 1, each.number - 1) if each.row else None,
                column=each.column,
                value=mask_codes(each.value),
                suggestion=mask_codes(each.suggestion) if each.suggestion else None,
                variant=each.variant,
                lacks=each.lacks,
            )
            issues.append(issue)
    counts = Counter({"error": 0, "warning": 0, "info": 0})
    for (grade, *_), number in tally.items():
        counts[grade] += number
    return tuple(issues), dict(counts), dict(tally)
