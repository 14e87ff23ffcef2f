"""The status of an upload: how far it has come, and what the coordinator can do with it."""

from dataclasses import dataclass
from typing import Literal

import streamlit as st

from analysis.publishing import Preview
from pages.parts.core import html
from pages.parts.core.page_context import PageContext
from pages.parts.revisions import publish_result, revision_diff
from pages.parts.update import publish_form, uploader

State = Literal["refused", "none", "part", "whole", "unchanged"]
REPLACE, ADD = "replace", "add"
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


def status_of(preview: Preview) -> UploadStatus:
    """The status of an upload as its preview shows it."""
    checked = preview.checked
    sound = [read for read in checked.tables.values() if read.publishable]
    state: State = "whole" if checked.publishable else "part"
    if checked.status == "refused":
        state = "refused"
    elif not sound:
        state = "none"
    elif not preview.changes:
        state = "unchanged"
    return UploadStatus(
        state,
        rows=sum(len(read.frame) for read in sound),
        held_back=sum(read.rows_with_errors for read in checked.tables.values()),
        warnings=checked.counts.get("warning", 0),
        changes=sum(sum(each.values()) for each in preview.changes.counts().values()),
    )


def show_steps(page: PageContext, preview: Preview | None) -> None:
    """The four steps, with the one that is now; none of them once the update is finished."""
    if preview is None:
        now = PUBLISHED if st.session_state.get(publish_result.OUTCOME) else UPLOAD
    else:
        now = CHECK if status_of(preview).state in ("refused", "none") else COMPARE
    html.show("steps", page.words, now=now)


def show(page: PageContext, preview: Preview) -> Preview:
    """The card of the status; the preview with the reader's choice to replace the tables, or to add and change."""
    words = page.words
    with st.container(key="card-verdict"):
        preview = preview.choosing(st.session_state.get("way") == ADD)
        status = status_of(preview)
        base: str | None = st.session_state.get(uploader.FIRST_BASE, preview.base)
        again = base != preview.base
        kilobytes = max(1, round(sum(each.size for each in preview.checked.files) / 1024))
        size = words("update.kilobytes", n=words.number(kilobytes))
        html.show("upload-status", words, status=status, preview=preview, again=again, size=size)
        if again:
            revision_diff.show_changes_meanwhile(page, base)
        if status.state not in ("refused", "none"):
            way = st.segmented_control(
                words("update.way"),
                (REPLACE, ADD),
                default=REPLACE,
                required=True,
                format_func=lambda each: words(f"update.way.{each}"),
                key="way",
            )
            html.show("hint", words, text=words(f"update.way.{way}_hint"))
        if status.state in ("part", "whole"):
            publish_form.show(preview, words, status.rows, status.held_back)
        else:
            uploader.leave_button(words)
    return preview
