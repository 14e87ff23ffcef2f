"""Findings with their places, gathered into issues: in order, counted whole, listed by the first hundred."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from xlsxwriter.utility import xl_rowcol_to_cell

from analysis.intake.personal import masked
from analysis.schema import Issue, Severity

LISTED = 100
"""At most so many issues of a code and column are listed."""


@dataclass(frozen=True)
class Where:
    """A file or one of its sheets; ``order`` is the place of both in the upload."""

    file: str
    sheet: str | None
    order: tuple[int, int]


class Found(NamedTuple):
    """One finding; ``row`` and ``number`` are those of its cell in the sheet, 0 where no cell is meant."""

    code: str
    severity: Severity
    where: Where
    row: int = 0
    number: int = 0
    table: str | None = None
    column: str | None = None
    value: str | None = None
    suggestion: str | None = None


Kind = tuple[str, str, str | None, str | None]
"""Severity, code, table and column."""
Tally = Mapping[Kind, int]


def collected(found: Iterable[Found]) -> tuple[tuple[Issue, ...], dict[str, int], Tally]:
    """Issues in the order of files, sheets, rows and columns; counts by severity; the tally behind them."""
    ordered = sorted(found, key=_place)
    tally: Counter[tuple[str, str, str | None, str | None]] = Counter(
        (each.severity, each.code, each.table, each.column) for each in ordered
    )
    counts = Counter({"error": 0, "warning": 0, "info": 0})
    for (severity, *_), number in tally.items():
        counts[severity] += number
    return tuple(_listed(ordered)), dict(counts), dict(tally)


def _listed(ordered: Iterable[Found]) -> Iterable[Issue]:
    seen: Counter[Any] = Counter()
    for each in ordered:
        kind = (each.code, each.table, each.column)
        seen[kind] += 1
        if seen[kind] <= LISTED:
            yield _issue(each)


def _place(found: Found) -> tuple[tuple[int, int], int, int]:
    return found.where.order, found.row, found.number


def _issue(found: Found) -> Issue:
    return Issue(
        code=found.code,
        severity=found.severity,
        file=found.where.file,
        table=found.table,
        sheet=found.where.sheet,
        cell=xl_rowcol_to_cell(found.row - 1, found.number - 1) if found.row else None,
        column=found.column,
        value=_safe(found.value),
        suggestion=_safe(found.suggestion),
    )


def _safe(text: str | None) -> str | None:
    return masked(text) if text else text
