"""The upload of files, and what publishing them would do."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import streamlit as st

from analysis.app_services import app_services
from analysis.intake import Upload
from analysis.publishing import Preview, preview
from pages.parts.core import auth, html
from pages.parts.core.page_context import PageContext
from pages.parts.revisions import publish_result

ROUND, CHECKED, FIRST_BASE = "upload_round", "upload_checked", "upload_first_base"
"""Keys of the session: how often the files were put away; the last preview with what it was made of; the
revision that the files were first compared with."""


def show(view: PageContext) -> Preview | None:
    """The card of the upload; gives what publishing the files would do, None if there are none yet."""
    words = view.words
    # Streamlit takes an uploader with another limit for another uploader, and a new uploader is empty: after each round
    # the limit is named, or left to the settings, in turn.
    limit = app_services().settings.file_mb if st.session_state.get(ROUND, 0) % 2 else None
    with st.container(key="card-upload"):
        html.show("upload", words, most=app_services().settings.file_mb, who=auth.name())
        files = st.file_uploader(
            words("update.files"),
            accept_multiple_files=True,
            key="upload_file",
            max_upload_size=limit,
            label_visibility="collapsed",
        )
    if files:
        return preview_files(view, files)
    forget_preview()
    return None


def preview_files(view: PageContext, files: Sequence[st.runtime.uploaded_file_manager.UploadedFile]) -> Preview:
    """The preview of files, made anew if files or the published revision changed."""
    current = view.current.id if view.current else None
    names = tuple(each.file_id for each in files)
    held: tuple[tuple[str, ...], Preview] | None = st.session_state.get(CHECKED)
    if held and held[0] == names and held[1].base == current:
        return held[1]
    with st.spinner(view.words("update.checking")):
        uploads = [Upload(each.name, each.getvalue()) for each in files]
        settings, store, checker = app_services().settings, app_services().store, app_services().checker
        made = preview(uploads, store, checker, datetime.now(UTC), workbook=Path(settings.workbook))
    publish_result.forget_outcome()
    if not (held and held[0] == names):
        st.session_state[FIRST_BASE] = made.base
    st.session_state[CHECKED] = (names, made)
    return made


def first_base(preview: Preview) -> str | None:
    """The revision that the files were first compared with; that of the preview if nobody published since."""
    found: str | None = st.session_state.get(FIRST_BASE, preview.base)
    return found


def put_away() -> None:
    """Put the files away."""
    st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1
    forget_preview()


def forget_preview() -> None:
    """Forget the preview."""
    for key in (CHECKED, FIRST_BASE):
        st.session_state.pop(key, None)
