"""The verdict on an upload, and what the coordinator can do with it."""

from dataclasses import dataclass, replace
from typing import Literal

import streamlit as st

from analysis.publishing import Preview
from analysis.words import Translator
from pages.parts.core import html
from pages.parts.core.page_context import PageContext
from pages.parts.revisions import revision_diff
from pages.parts.update import publish_form, uploader

State = Literal["refused", "none", "part", "whole", "unchanged"]
REPLACE, ADD = "replace", "add"


@dataclass(frozen=True)
class UploadStatus:
    """What can be done with an upload: rows that would be published, rows held back, warnings, rows that differ."""

    state: State
    rows: int
    held_back: int
    warnings: int
    changes: int


def status_of(preview: Preview) -> UploadStatus:
    """The verdict on what was previewed."""
    checked = preview.plan.check
    sound = [read for read in checked.tables.values() if read.publishable]
    held_back = sum(read.rows_with_errors for read in checked.tables.values())
    changes = sum(sum(each.values()) for each in preview.plan.changes.counts().values())
    rows = sum(len(read.frame) for read in sound)
    return UploadStatus(_state(preview, bool(sound)), rows, held_back, checked.counts.get("warning", 0), changes)


def show(view: PageContext, preview: Preview) -> Preview:
    """The card of the verdict. Gives the preview back with the choice made: replace the tables, or add and change."""
    words = view.words
    with st.container(key="card-verdict"):
        preview = replace(preview, add=st.session_state.get("way") == ADD)
        found = status_of(preview)
        first = uploader.first_base(preview)
        again = first != preview.base
        kilobytes = max(1, round(sum(each.size for each in preview.plan.check.files) / 1024))
        size = words("update.kilobytes", n=words.number(kilobytes))
        html.show("upload-status", words, verdict=found, preview=preview, again=again, size=size)
        if again:
            revision_diff.changes_meanwhile(view, first)
        if found.state not in ("refused", "none"):
            _way(words)
        if found.state in ("part", "whole"):
            publish_form.show(preview, words, found.rows, found.held_back)
        else:
            publish_form.leave_button(words)
    return preview


def _state(preview: Preview, sound: bool) -> State:
    if preview.plan.check.status == "refused":
        return "refused"
    if not sound:
        return "none"
    if not preview.plan.changes:
        return "unchanged"
    return "whole" if preview.plan.check.status == "ok" else "part"


def _way(words: Translator) -> None:
    chosen = st.segmented_control(
        words("update.way"),
        (REPLACE, ADD),
        default=REPLACE,
        required=True,
        format_func=lambda each: words(f"update.way.{each}"),
        key="way",
    )
    html.show("hint", words, text=words(f"update.way.{chosen}_hint"))
