"""An issue in words: what stands there, what becomes of it, and what to do."""

from typing import Any

from analysis.schema import TABLES, Column, Effect, Issue, Severity
from analysis.schema.kinds import Choice, Clock, Day, Link, Many, One, Whole, Year
from analysis.words.catalogue import Words

# What a suggestion is, where it is not a word that was likely meant.
_SUGGESTED = {"approximate-value": "taken", "no-known-sheet": "candidates", "extra-sheet": "candidates"}
# The codes after which it helps to say how such a cell is filled.
_EXPECTED = (
    *("bad-date", "bad-number", "bad-choice", "bad-link", "dangling-reference"),
    *("unknown-region", "unknown-theme", "unknown-priority"),
)


def issue_text(issue: Issue, words: Words) -> str:
    """One issue as two or three short sentences; sheets and columns are called as they are in the reader's language.

    The place is not in it but where it is the point: whoever shows an issue shows its file, sheet and cell beside it.
    """
    column = _column(issue)
    values = _values(issue, column, words)
    text = words(f"issue.text.{issue.code}.{issue.severity}", **values)
    if issue.suggestion:
        said = words(f"issue.{_SUGGESTED.get(issue.code, 'likely')}", suggestion=issue.suggestion)
        return f"{text} {said}"
    if issue.code in _EXPECTED and column:
        return f"{text} {words(f'issue.expected.{_expected(column)}', **values)}"
    return text


def issue_title(code: str, words: Words) -> str:
    """The short name of a code, as a heading over its issues."""
    return words(f"issue.title.{code}")


def effect_name(effect: Effect, words: Words) -> str:
    """What becomes of the data, in a few words."""
    return words(f"issue.effect.{effect}")


def severity_name(severity: Severity, words: Words) -> str:
    """The severity as a label."""
    return words(f"issue.severity.{severity}")


def _column(issue: Issue) -> Column | None:
    declared = TABLES[issue.table].columns if issue.table else ()
    return next((each for each in declared if each.name == issue.column), None)


def _values(issue: Issue, column: Column | None, words: Words) -> dict[str, Any]:
    """All that the texts may put in; what an issue does not say is said as generally as it must be."""
    table = words.name(TABLES[issue.table].headers) if issue.table else ""
    place = issue.cell or issue.sheet or issue.file or ""
    return {
        "file": issue.file or "",
        "table": table,
        "sheet": issue.sheet or table,
        "column": words.name(column.headers) if column else issue.column or place,
        "value": issue.value or words("issue.empty"),
        "wanted": words(f"issue.wanted.{_wanted(column)}"),
        "least": words.number(_least(column)),
        "options": _options(column, words),
        "to": _table_of(column, words),
    }


def _wanted(column: Column | None) -> str:
    """The key's last part of the words for the kind of number that a column holds."""
    match column and column.kind:
        case Year():
            return "year"
        case Clock():
            return "clock"
    return "whole"


def _least(column: Column | None) -> int:
    return column.kind.least if column and isinstance(column.kind, Whole) else 0


def _options(column: Column | None, words: Words) -> str:
    if column and isinstance(column.kind, Choice):
        return ", ".join(words.name(option.names) for option in column.kind.options)
    return ""


def _table_of(column: Column | None, words: Words) -> str:
    """The name of the sheet that a column's words stand in."""
    to = column.kind.to if column and isinstance(column.kind, One | Many) else None
    return words.name(TABLES[to].headers) if to else ""


def _expected(column: Column) -> str:
    """The key's last part of the text that says how a column is filled."""
    match column.kind:
        case Day():
            return "day"
        case Year():
            return "year"
        case Whole():
            return "whole"
        case Clock():
            return "clock"
        case Choice():
            return "choice"
        case Link():
            return "link"
        case One(to="events"):
            return "id"
        case One(to="regions") | Many(to="regions"):
            return "regions"
    return "rows"
