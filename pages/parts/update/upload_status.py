"""The result of the check of an upload: how far it has come, what can be done with it, what it holds and changes."""

from dataclasses import dataclass, replace
from typing import Literal

import streamlit as st

from analysis.html_parts.page_context import PageContext
from analysis.intake import CheckResult
from analysis.intake.files.workbook_property import workbook_property
from analysis.publishing import Preview
from analysis.schema import TABLES
from analysis.schema.tables import WORKLIST_PROPERTY
from analysis.store import Draft
from pages.parts.core import html
from pages.parts.revisions import publish_result, revision_diff
from pages.parts.update import (
    change_list,
    conflict_cards,
    data_downloads,
    issue_list,
    origin_note,
    publish_form,
    uploader,
)

State = Literal["refused", "none", "part", "whole", "unchanged"]
WAY, REPLACE, ADD = "way", "replace", "add"
"""Key of the session: what the files do with the published data; its two values."""
WORKLIST = "way_worklist"
"""Key of the session: whether the files for which that was chosen hold a worklist."""
UPLOAD, CHECK, COMPARE, PUBLISHED = 1, 2, 3, 5
"""Numbers of the steps of an update; after the last of the four it is published."""


@dataclass(frozen=True)
class UploadStatus:
    """What can be done with an upload: rows that would be published, rows held back, warnings, rows that differ."""

    state: State
    rows: int
    held_back: int
    warnings: int
    changes: int


@dataclass(frozen=True)
class TableSummary:
    """One table: its name, the sheets it was read from if their names differ, rows, columns."""

    name: str
    sheets: str
    rows: str
    columns: str


def status_of(preview: Preview) -> UploadStatus:
    """The status of an upload as its preview shows it."""
    checked = preview.plan.check
    sound = [read for read in checked.tables.values() if read.publishable]
    state: State = "whole" if checked.status == "ok" else "part"
    if checked.status == "refused":
        state = "refused"
    elif not sound:
        state = "none"
    elif not preview.plan.changes and not preview.plan.open:
        state = "unchanged"
    return UploadStatus(
        state,
        rows=sum(len(read.frame) for read in sound),
        held_back=sum(read.rows_with_errors for read in checked.tables.values()),
        warnings=checked.counts.get("warning", 0),
        changes=sum(sum(each.values()) for each in preview.plan.changes.counts().values()),
    )


def show_steps(page: PageContext, preview: Preview | None) -> None:
    """The four steps, with the one that is now; none of them once the update is finished."""
    if preview is None:
        now = PUBLISHED if st.session_state.get(publish_result.OUTCOME) else UPLOAD
    else:
        now = CHECK if status_of(preview).state in ("refused", "none") else COMPARE
    html.show("steps", page.words, now=now)


def show(page: PageContext, preview: Preview, draft: Draft | None = None) -> None:
    """The card of the status, and below it issues beside tables, and the difference, if anything can be published.

    ``draft``: the one that is previewed, None for files.
    """
    _begin_way(preview)
    preview = conflict_cards.settled(replace(preview, add=st.session_state[WAY] == ADD))
    _show_status(page, preview, draft)
    conflict_cards.show(page, preview)
    published = data_downloads.published_tables(page)
    if not any(read.publishable for read in preview.plan.check.tables.values()):
        issue_list.show(page, preview, published)
        return
    left, right = st.columns([7, 5], gap="medium")
    with left:
        issue_list.show(page, preview, published)
    with right:
        _show_tables(page, preview.plan.check)
    change_list.show(page, preview, published)


def _begin_way(preview: Preview) -> None:
    """What files do as long as nobody chooses otherwise: a worklist holds some rows alone, so the others stay."""
    properties = (workbook_property(each.data, "xlsx", WORKLIST_PROPERTY) for each in preview.uploads)
    is_worklist = any(properties)
    if st.session_state.get(WORKLIST, False) != is_worklist or WAY not in st.session_state:
        st.session_state[WAY] = ADD if is_worklist else REPLACE
    st.session_state[WORKLIST] = is_worklist


def _show_status(page: PageContext, preview: Preview, draft: Draft | None) -> None:
    """The card of the status, with the choice to replace the tables or to add and change, and the form to publish."""
    words = page.words
    with st.container(key="card-verdict"):
        status = status_of(preview)
        base: str | None = st.session_state.get(uploader.FIRST_BASE, preview.base)
        again = base != preview.base
        kilobytes = max(1, round(sum(each.size for each in preview.plan.check.files) / 1024))
        size = words("update.kilobytes", n=words.number(kilobytes))
        html.show("upload-status", words, status=status, preview=preview, again=again, size=size)
        if again:
            revision_diff.show_changes_meanwhile(page, base)
        if status.state not in ("refused", "none"):
            origin_note.show(page, preview)
        if status.state in ("part", "whole") or (status.state == "unchanged" and preview.add):
            names = {REPLACE: "merge" if preview.sources.bases else REPLACE, ADD: ADD}
            way = st.segmented_control(
                words("update.way"),
                (REPLACE, ADD),
                required=True,
                format_func=lambda each: words(f"update.way.{names[each]}"),
                key=WAY,
            )
            html.show("hint", words, text=words(f"update.way.{names[way or REPLACE]}_hint"))
        if status.state in ("part", "whole"):
            publish_form.show(preview, words, status.held_back, draft)
        else:
            publish_form.show_leave_button(words, draft)


def _show_tables(page: PageContext, checked: CheckResult) -> None:
    """The card of the tables that were read, with their rows and columns."""
    words, lines = page.words, []
    for read in checked.tables.values():
        table = TABLES[read.table]
        name, columns = words.name(table.headers), {name for names in read.columns.values() for name in names}
        sheets = ", ".join(sheet for sheet in read.sheets if sheet != name)
        number = sum(each.name in columns for each in table.columns)
        lines.append(TableSummary(name, sheets, words.number(len(read.frame)), f"{number} / {len(table.columns)}"))
    with st.container(key="card-understood", height="stretch"):
        html.show("read-tables", words, lines=lines)
