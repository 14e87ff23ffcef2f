"""Durations of a day and more in OpenDocument sheets: the quick reader gives them as text, "PT75H30M00S"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from analysis.intake.files import SheetGrid

_DURATION = re.compile(
    r"P(?:([0-9]{1,5})D)?T(?=[0-9])(?:([0-9]{1,6})H)?(?:([0-9]{1,7})M)?(?:([0-9]{1,9})(?:[.,][0-9]*)?S)?"
)
_PERHAPS = re.compile("^P[0-9T]", re.MULTILINE)
_LEAST = timedelta(days=1)
"""A shorter one is read as a time of day; as text, somebody typed it."""


def with_durations(grid: SheetGrid) -> SheetGrid:
    """The sheet with durations of a day and more as such."""
    columns = [_column(column) for column in grid.columns]
    changes = any(new is not old for new, old in zip(columns, grid.columns, strict=True))
    return replace(grid, columns=columns) if changes else grid


def _column(cells: Sequence[Any]) -> Sequence[Any]:
    """A column with its durations; the same one if it has none."""
    texts = [cell for cell in cells if isinstance(cell, str) and cell]
    return [_cell(cell) for cell in cells] if _PERHAPS.search("\n".join(texts)) else cells


def _cell(cell: Any) -> Any:
    """The duration that a cell's text is, any other cell as it is."""
    match = _DURATION.fullmatch(cell) if isinstance(cell, str) else None
    if not match:
        return cell
    days, hours, minutes, seconds = (int(part or 0) for part in match.groups())
    duration = timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)
    return duration if duration >= _LEAST else cell
