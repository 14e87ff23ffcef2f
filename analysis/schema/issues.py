"""An issue in a user's data: a code, a place and values. It becomes a sentence at the edge (`words.issue_text`)."""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["refused", "error", "warning", "info", "confirm"]
Effect = Literal["refused", "table", "row", "cell", "kept", "others", "info", "confirm"]

LISTED = 100
"""The most issues of a code and column that are listed."""

# The severities and effects of every code, as the contract's table has them; the first is the usual one.
CODES: dict[str, tuple[tuple[Severity, Effect], ...]] = {
    "unreadable-file": (("refused", "refused"),),
    "unsupported-format": (("refused", "refused"),),
    "password-protected": (("refused", "refused"),),
    "too-large": (("refused", "refused"),),
    "one-column": (("error", "table"),),
    "missing-column": (("error", "table"),),
    "no-known-sheet": (("error", "table"),),
    "missing-value": (("error", "row"),),
    "bad-date": (("error", "row"), ("warning", "cell")),
    "bad-number": (("error", "row"), ("warning", "cell")),
    "bad-choice": (("error", "row"), ("warning", "cell")),
    "excel-error": (("error", "row"), ("warning", "cell")),
    "unknown-region": (("error", "row"),),
    "duplicate-key": (("error", "row"),),
    "month-first": (("error", "row"), ("warning", "cell")),
    "open-quote": (("warning", "kept"), ("error", "row")),
    "broken-letters": (("warning", "kept"), ("error", "row")),
    "unknown-theme": (("warning", "cell"), ("error", "row")),
    "unknown-priority": (("warning", "cell"),),
    "personal-data": (("warning", "kept"), ("error", "row")),
    "bad-link": (("warning", "cell"),),
    "unsafe-link": (("warning", "cell"),),
    "ends-before-starts": (("warning", "cell"),),
    "dangling-reference": (("warning", "cell"),),
    "duplicate-column": (("warning", "cell"),),
    "unlikely-value": (("warning", "kept"),),
    "unlikely-key": (("warning", "kept"),),
    "looks-cancelled": (("warning", "kept"),),
    "extra-cells": (("warning", "kept"),),
    "looks-doubled": (("warning", "kept"),),
    "text-too-long": (("warning", "kept"),),
    "hidden-content": (("warning", "kept"),),
    "approximate-value": (("info", "info"),),
    "outside-region": (("info", "info"),),
    "totals-row": (("info", "info"),),
    "extra-column": (("info", "info"),),
    "extra-sheet": (("info", "info"),),
    "ambiguous-sheet": (("info", "info"),),
    "empty-table": (("info", "info"),),
    "ignored-file": (("info", "info"),),
    "made-key": (("info", "info"),),
    "not-yours": (("info", "others"),),
    "large-removal": (("confirm", "confirm"),),
    "reused-key": (("confirm", "confirm"),),
    "mass-rename": (("confirm", "confirm"),),
    "shifted-column": (("confirm", "confirm"),),
    "shifted-dates": (("confirm", "confirm"),),
    "conflict": (("confirm", "confirm"),),
    "old-origin": (("confirm", "confirm"),),
}


@dataclass(frozen=True)
class Issue:
    """One finding. ``cell`` is the sheet's own address (A1), None for a file, a sheet or a missing column.

    ``column`` is the internal name of the column concerned, ``value`` its content as text (personal identity codes
    masked), ``suggestion`` the likely meaning if there is one. ``variant``: a case of the code that has a text of its
    own ("lock-file", "answers", "row-removed"). ``lacks``: the columns that the only table which is suggested would
    need besides, each with its table, by internal names.
    """

    code: str
    severity: Severity
    file: str | None = None
    table: str | None = None
    sheet: str | None = None
    cell: str | None = None
    column: str | None = None
    value: str | None = None
    suggestion: str | None = None
    variant: str = ""
    lacks: tuple[tuple[str, str], ...] = ()

    @property
    def effect(self) -> Effect:
        """What happens to the data because of it."""
        return next(effect for severity, effect in CODES[self.code] if severity == self.severity)
