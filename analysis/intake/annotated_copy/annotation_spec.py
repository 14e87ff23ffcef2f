"""The contents of a marked copy as plain text in one language, so that a worker needs no catalogue."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from analysis.intake.check_result import CheckResult
from analysis.schema import Severity
from analysis.words import Translator, issue_text, severity_name

Reason = Literal["", "rebuilt", "parts", "macros", "refused", "unreadable", "large"]
"""Why a copy is not the workbook itself: "rebuilt" is a new one of the same cells, all others are the list alone."""
REASONS: tuple[Reason, ...] = ("rebuilt", "parts", "macros", "refused", "unreadable", "large")
HEADERS = ("severity", "sheet", "cell", "value", "text", "suggestion")


@dataclass(frozen=True)
class IssueText:
    """One issue in words. ``sheet`` and ``cell`` are empty if it concerns more than a cell."""

    severity: Severity
    label: str
    sheet: str
    cell: str
    value: str
    text: str
    suggestion: str


@dataclass(frozen=True)
class AnnotationSpec:
    """The contents of a marked copy of one file: name, title and headers of the list's sheet, the issues, how many more
    there are, and the texts for a copy that is the workbook and for one that is not."""

    sheet: str
    title: str
    headers: tuple[str, ...]
    issues: tuple[IssueText, ...]
    more: str
    hint: str
    reasons: Mapping[Reason, str]


@dataclass(frozen=True)
class AnnotatedCopy:
    """A marked copy: the bytes of an xlsx, and why it is not the workbook itself, "" if it is."""

    data: bytes
    reason: Reason


def annotation_spec(result: CheckResult, file: str, words: Translator) -> AnnotationSpec:
    """The contents of the marked copy of one file of an upload, by the name that the check gave it."""
    issues = tuple(
        IssueText(
            severity=issue.severity,
            label=severity_name(issue.severity, words),
            sheet=issue.sheet or "",
            cell=issue.cell or "",
            value=issue.value or "",
            text=issue_text(replace(issue, suggestion=None), words),
            suggestion=issue.suggestion or "",
        )
        for issue in result.issues
        if issue.file == file
    )
    more = sum(result.counts.values()) - len(result.issues)
    return AnnotationSpec(
        sheet=words("marked.sheet"),
        title=words("marked.title" if issues else "marked.nothing", file=file),
        headers=tuple(words(f"marked.head.{each}") for each in HEADERS),
        issues=issues,
        more=words.plural("marked.more", more) if more > 0 else "",
        hint=words("marked.hint"),
        reasons={each: words(f"marked.reason.{each}") for each in REASONS},
    )
