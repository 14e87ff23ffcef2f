"""Texts of codes: an issue with its value, its effect and what to do, and an entry of the audit."""

from typing import Any

from analysis.schema import TABLES, Column, Issue
from analysis.schema.kinds import Choice, Clock, Day, Duration, Link, Many, One, Whole, Year
from analysis.words.language import Translator

# What a suggestion is, if it is not a word that was likely meant.
_SUGGESTIONS = {
    "approximate-value": "taken",
    "made-key": "made",
    "duplicate-key": "free",
    "conflict": "published",
    "looks-doubled": "other_row",
    "no-known-sheet": "candidates",
    "extra-sheet": "candidates",
    "missing-column": "candidates",
}
# The codes after which it helps to say how such a cell is filled.
_WITH_EXPECTATION = (
    *("bad-date", "bad-number", "bad-choice", "bad-link", "dangling-reference"),
    *("unknown-region", "unknown-theme", "unknown-priority"),
)


def issue_text(issue: Issue, words: Translator) -> str:
    """One issue as two or three short sentences, with sheets and columns named in the reader's language.

    The place is in it only if the issue is about that: whoever shows an issue shows file, sheet and cell beside it.
    """
    declared = TABLES[issue.table].columns if issue.table else ()
    column = next((each for each in declared if each.name == issue.column), None)
    values = _values(issue, column, words)
    text = words(".".join(filter(None, ("issue.text", issue.code, issue.severity, issue.variant))), **values)
    parts = [text]
    if issue.suggestion:
        parts.append(words(f"issue.{_SUGGESTIONS.get(issue.code, 'likely')}", suggestion=issue.suggestion))
    elif issue.code in _WITH_EXPECTATION and column:
        parts.append(words(f"issue.expected.{_expected(column)}", **values))
    if issue.lacks:
        table = TABLES[issue.lacks[0][0]]
        columns = ", ".join(words.name(table.column(name).headers) for _, name in issue.lacks)
        parts.append(words("issue.lacks", table=words.name(table.headers), columns=columns))
    return " ".join(parts)


def audit_text(what: str, revision: str | None, detail: str, words: Translator) -> str:
    """What was done, in words: "Published revision 7". ``what``: an `AuditAction` of the store."""
    keys = {"refused": f"refused.{detail}", "publish": "publish_draft" if detail else "publish"}
    key = keys.get(what, what)
    if what == "watch":
        # Of what came of a file, its hash and its name, the name is for people.
        detail = detail.split(" ", 2)[-1]
    return words(f"access.deed.{key}", revision=revision or "", detail=detail)


def _values(issue: Issue, column: Column | None, words: Translator) -> dict[str, Any]:
    """The values that texts may contain; one that the issue lacks is given in the most general words."""
    table = words.name(TABLES[issue.table].headers) if issue.table else ""
    kind = column.kind if column else None
    number = type(kind).__name__.lower() if isinstance(kind, Year | Clock | Duration) else "whole"
    options = kind.options if isinstance(kind, Choice) else ()
    to = kind.to if isinstance(kind, One | Many) else None
    place = issue.cell or issue.sheet or issue.file or ""
    return {
        "file": issue.file or "",
        "table": table,
        "sheet": issue.sheet or table,
        "column": words.name(column.headers) if column else issue.column or place,
        "value": issue.value or words("issue.empty"),
        "wanted": words(f"issue.wanted.{number}"),
        "least": words.number(kind.least if isinstance(kind, Whole) else 0),
        "options": ", ".join(words.name(option.names) for option in options),
        "to": words.name(TABLES[to].headers) if to else "",
    }


def _expected(column: Column) -> str:
    """The key's last part of the text that says how a column is filled."""
    match column.kind:
        case One(to="events"):
            return "id"
        case One(to="regions") | Many(to="regions"):
            return "regions"
        case Day() | Year() | Whole() | Clock() | Duration() | Choice() | Link() as kind:
            return type(kind).__name__.lower()
    return "rows"
