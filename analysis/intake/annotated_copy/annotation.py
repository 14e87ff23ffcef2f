"""What the annotated copy of a file says: its issues as text in one language, so that a worker needs no catalogue."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from analysis.intake.check_result import CheckResult
from analysis.schema import Issue, Severity
from analysis.words import Translator, issue_text

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
    there are, the texts for a copy that is the workbook and for one that is not; ``keys``: those that were made, by
    sheet and cell; ``origin``: the revision that the file was taken from, which the copy says too."""

    sheet: str
    title: str
    headers: tuple[str, ...]
    issues: tuple[IssueText, ...]
    more: str
    hint: str
    reasons: Mapping[Reason, str]
    keys: Mapping[tuple[str, str], str]
    origin: str | None = None


@dataclass(frozen=True)
class AnnotatedCopy:
    """A marked copy: the bytes of an xlsx, and why it is not the workbook itself, "" if it is."""

    data: bytes
    reason: Reason


def annotation_spec(
    result: CheckResult, file: str, words: Translator, issues: Iterable[Issue] = (), origin: str | None = None
) -> AnnotationSpec:
    """The contents of the annotated copy of one file of an upload.

    result: of its check; file: its name there; words: the language; issues: further ones, beside those of the check;
    origin: the revision that the file was taken from, None if only the file may know it.
    """
    origins = {each.name: each.origin for each in result.files}
    texts = tuple(
        IssueText(
            severity=issue.severity,
            label=words(f"issue.severity.{issue.severity}"),
            sheet=issue.sheet or "",
            cell=issue.cell or "",
            value=issue.value or "",
            text=issue_text(replace(issue, suggestion=None), words),
            suggestion=issue.suggestion or "",
        )
        for issue in (*result.issues, *issues)
        if issue.file == file
    )
    keys = [each for table in result.tables.values() for each in table.made_keys.items()]
    more = sum(result.counts.values()) - len(result.issues)
    return AnnotationSpec(
        sheet=words("marked.sheet"),
        title=words("marked.title" if texts else "marked.nothing", file=file),
        headers=tuple(words(f"marked.head.{each}") for each in HEADERS),
        issues=texts,
        more=words.plural("marked.more", more) if more > 0 else "",
        hint=words("marked.hint"),
        reasons={each: words(f"marked.reason.{each}") for each in REASONS},
        keys={(sheet, cell): key for (name, sheet, cell), key in keys if name == file},
        origin=origin or origins.get(file),
    )
