"""The issues of an upload, grouped by what happens to the data because of them."""

from collections import Counter
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby
from pathlib import PurePath

import streamlit as st

from analysis.app_services import app_services
from analysis.exports import file_name
from analysis.intake import CheckResult
from analysis.publishing import Preview
from analysis.schema import CODES, Effect, Issue, Severity
from analysis.words import Translator, issue_text, severity_name
from pages.parts.charts import downloads
from pages.parts.core import html, markdown_escape
from pages.parts.core.page_context import PageContext

ORDER: tuple[Effect, ...] = ("refused", "table", "row", "cell", "kept", "info")
OPEN = 20
"""So many issues of a group are seen at once; the others open on demand."""
INTERPRETED = ("approximate-value",)
"""Codes whose suggestion is what was understood."""


@dataclass(frozen=True)
class ListedIssue:
    """An issue as it is shown: its place, what is the matter, what is suggested (``interpreted``: already read so)."""

    place: str
    text: str
    suggestion: str | None
    interpreted: bool


@dataclass(frozen=True)
class IssueGroup:
    """The issues that have one effect. ``count`` is whole, though at most a hundred of a code and column are listed."""

    severity: Severity
    tag: str
    name: str
    advice: str
    count: int
    entries: tuple[ListedIssue, ...]


def show(view: PageContext, preview: Preview) -> None:
    """The card of the issues, with a marked copy of each file that has some."""
    words, checked = view.words, preview.plan.check
    count = sum(checked.tally.values()) or len(checked.issues)
    with st.container(key="card-issues", height="stretch"):
        html.show("issues", words, groups=groups(checked, words), count=count, open=OPEN)
        for place, file in enumerate(checked.files):
            if any(each.file == file.name for each in checked.issues):
                _copy(preview, place, words)


def _copy(preview: Preview, place: int, words: Translator) -> None:
    file = preview.plan.check.files[place].name
    name = file_name(PurePath(file).stem, words("marked.name"), ending="xlsx")
    label, key = markdown_escape.label(words("marked.button", file=file)), f"download_marked_{place}"
    make = partial(app_services().checker.annotated_copy, preview.uploads, preview.plan.check, place, words)
    downloads.button(label, lambda: make().data, name, key, words("marked.help"))


def groups(checked: CheckResult, words: Translator) -> list[IssueGroup]:
    """The groups in order of weight."""
    whole = counts(checked)
    ranked = sorted(checked.issues, key=lambda each: ORDER.index(each.effect))
    return [
        IssueGroup(
            severity=(first := issues[0]).severity,
            tag=severity_name(first.severity, words),
            name=words(f"issue.effect.{effect}"),
            advice=words(f"update.advice.{effect}"),
            count=max(whole[effect], len(issues)),
            entries=tuple(
                ListedIssue(
                    place(each),
                    issue_text(replace(each, suggestion=None), words),
                    each.suggestion,
                    each.code in INTERPRETED,
                )
                for each in issues
            ),
        )
        for effect, issues in ((effect, list(found)) for effect, found in groupby(ranked, lambda each: each.effect))
    ]


def counts(checked: CheckResult) -> Counter[Effect]:
    """How many issues there are of each effect, those that are not listed too."""
    found: Counter[Effect] = Counter()
    for (severity, code, _, _), number in checked.tally.items():
        found[dict(CODES[code])[severity]] += number  # type: ignore[index]
    return found


def place(issue: Issue) -> str:
    """Where it is, as Excel says it: "Tapahtumat!G12"; else the sheet or the file."""
    if issue.sheet and issue.cell:
        return f"{issue.sheet}!{issue.cell}"
    return issue.sheet or issue.file or ""
