"""The issues of an upload, grouped by what happens to the data because of them."""

from collections import Counter
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import PurePath

import streamlit as st

from analysis.app_services import app_services
from analysis.exports import file_name
from analysis.html_parts.page_context import PageContext
from analysis.intake import CheckResult
from analysis.publishing import Preview
from analysis.schema import CODES, Effect, Issue, Severity, Tables
from analysis.words import Translator, issue_text
from pages.parts.charts import downloads
from pages.parts.core import auth, html

ORDER: tuple[Effect, ...] = ("refused", "table", "row", "cell", "kept", "others", "info")
OPEN = 20
"""So many issues of a group are seen at once; the others open on demand."""
LABELS = {
    "approximate-value": "taken",
    "made-key": "made",
    "looks-doubled": "other_row",
    **dict.fromkeys(("no-known-sheet", "extra-sheet", "missing-column"), "candidates"),
}
"""What a suggestion is, of codes for which it is none of another value."""


@dataclass(frozen=True)
class ListedIssue:
    """An issue on the page: its place as in Excel ("Tapahtumat!G12", else the sheet or the file), what is wrong, what
    is suggested, and what that is (``label``)."""

    place: str
    text: str
    suggestion: str | None
    label: str


@dataclass(frozen=True)
class IssueGroup:
    """The issues that have one effect. ``count`` is whole, though at most a hundred of a code and column are listed."""

    severity: Severity
    tag: str
    name: str
    advice: str
    count: int
    entries: tuple[ListedIssue, ...]


def show(page: PageContext, preview: Preview, published: Tables) -> None:
    """The card of the issues, with an annotated copy of each file that has some.

    There is none of a file that was refused or has nothing to be corrected or published.
    """
    words, checked = page.words, _without_empty_tables(preview.plan.check, published)
    count = sum(checked.tally.values()) or len(checked.issues)
    with st.container(key="card-issues", height="stretch"):
        html.show("issues", words, groups=groups(checked, words), count=count, open=OPEN)
        is_worth_a_copy = checked.status != "refused" and bool(
            preview.plan.changes or preview.plan.open or checked.counts.get("error") or checked.counts.get("warning")
        )
        marked = {each.file for each in (*checked.issues, *preview.plan.confirmations) if is_worth_a_copy}
        for place, file in enumerate(checked.files):
            if file.name in marked:
                _copy_button(preview, place, words)


def groups(checked: CheckResult, words: Translator) -> list[IssueGroup]:
    """The groups in order of weight; their counts include the issues that are not listed."""
    counts = Counter[Effect]()
    for (severity, code, _, _), number in checked.tally.items():
        counts[dict(CODES[code])[severity]] += number  # type: ignore[index]
    in_order = sorted(checked.issues, key=lambda each: ORDER.index(each.effect))
    by_effect = {effect: list(issues) for effect, issues in groupby(in_order, lambda each: each.effect)}
    return [
        IssueGroup(
            severity=issues[0].severity,
            tag=words(f"issue.severity.{issues[0].severity}"),
            name=words(f"issue.effect.{effect}"),
            advice=words(f"update.advice.{effect}"),
            count=max(counts[effect], len(issues)),
            entries=tuple(_listed(each, words) for each in issues),
        )
        for effect, issues in by_effect.items()
    ]


def _without_empty_tables(checked: CheckResult, published: Tables) -> CheckResult:
    """The check without sheets that are as empty as what is published: that is no news."""
    empty = [name for name, frame in published.items() if not len(frame)]
    issues = (each for each in checked.issues if each.code != "empty-table" or each.table not in empty)
    tally = {key: n for key, n in checked.tally.items() if key[1] != "empty-table" or key[2] not in empty}
    return replace(checked, issues=tuple(issues), tally=tally)


def _copy_button(preview: Preview, place: int, words: Translator) -> None:
    """The button of the annotated copy of the file at a place in the upload."""
    file = preview.plan.check.files[place].name
    plan, origin = preview.plan, preview.sources.origins.get(file)
    in_file = [each for each in plan.confirmations if each.file == file]
    checker, editor = app_services().checker, auth.sign_in()

    def annotated_copy() -> bytes:
        of = origin.revision if origin else None
        with checker.turn(editor.id if editor else ""):
            return checker.annotated_copy(preview.uploads, plan.check, place, words, issues=in_file, origin=of).data

    revision = words("update.data_revision", revision=origin.revision) if origin and origin.revision else ""
    name = file_name(PurePath(file).stem, words("marked.name"), ending="xlsx", revision=revision)
    label = words("marked.button", file=file)
    downloads.button(label, annotated_copy, name, f"download_marked_{place}", words("marked.help"), editors=True)


def _listed(issue: Issue, words: Translator) -> ListedIssue:
    place = f"{issue.sheet}!{issue.cell}" if issue.sheet and issue.cell else issue.sheet or issue.file or ""
    text = issue_text(replace(issue, suggestion=None), words)
    label = words(f"update.{LABELS.get(issue.code, 'suggestion')}")
    return ListedIssue(place, text, issue.suggestion, label)
