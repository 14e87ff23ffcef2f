"""The upload of files, and the preview of what publishing them would do."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

import streamlit as st

from analysis.app_services import app_services
from analysis.html_parts.page_context import PageContext
from analysis.intake import Upload
from analysis.publishing import Preview, preview
from analysis.sections.context import code_labels
from analysis.streamlit_adapter.uploads import UploadedFiles
from pages.parts.core import auth, html, url_state
from pages.parts.revisions import publish_result
from pages.parts.update import origin_note

FILES = "upload_file"
"""Key of the session: the files."""
ROUND, PREVIEW, FIRST_BASE = "upload_round", "upload_preview", "upload_first_base"
"""Keys of the session: how often the files were put away; the last preview with the files it was made of; the
revision that the files were first compared with."""
DRAFT, MESSAGE = "draft", "draft_message"
"""The parameter of the address that names a draft; key of the session: what became of one, to be said once."""


def show(page: PageContext) -> Preview | None:
    """The card of the upload; the preview of the files, None if there are none yet."""
    # Streamlit takes an uploader with another limit for another uploader, and a new uploader is empty: after each round
    # the limit is named, or left to the settings, in turn.
    limit = app_services().settings.file_mb if st.session_state.get(ROUND, 0) % 2 else None
    with st.container(key="card-upload"):
        labels = code_labels.regions(page.tables, page.words)
        regions = page.words.listing([str(labels[code]) for code in labels if code in auth.regions()])
        html.show("upload", page.words, most=app_services().settings.file_mb, who=auth.name(), regions=regions)
        files = st.file_uploader(
            page.words("update.files"),
            accept_multiple_files=True,
            key=FILES,
            max_upload_size=limit,
            label_visibility="collapsed",
        )
    if files:
        return preview_once(page, tuple(each.file_id for each in files), lambda said: _preview_files(files, said))
    for key in (PREVIEW, FIRST_BASE, origin_note.BASE):
        st.session_state.pop(key, None)
    return None


def put_away() -> None:
    """Put the files, or the draft that is opened, away."""
    if st.runtime.exists():
        # Streamlit would keep them for as long as the page is open.
        ids = [each.file_id for each in st.session_state.get(FILES) or ()]
        UploadedFiles(st.runtime.get_instance).remove(ids)
    st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1
    for key in (PREVIEW, FIRST_BASE, origin_note.BASE):
        st.session_state.pop(key, None)
    if url_state.address().of(DRAFT):
        url_state.change(**{DRAFT: None})


def preview_once(page: PageContext, ids: tuple[str, ...], make: Callable[[str | None], Preview]) -> Preview:
    """The preview of what ``ids`` name, made anew if they, the published revision or the editor's rights changed.

    ``make`` makes it; its parameter is the revision that somebody picked as the origin.
    """
    base = page.current.id if page.current else None
    said: str | None = st.session_state.get(origin_note.BASE)
    sources = (*ids, said, *sorted(auth.regions()))
    last: tuple[tuple[str | None, ...], Preview] | None = st.session_state.get(PREVIEW)
    if last and last[0] == sources and last[1].base == base:
        return last[1]
    with st.spinner(page.words("update.checking")):
        new = make(said)
    publish_result.remember(None)
    if not (last and last[0] == sources):
        st.session_state[FIRST_BASE] = new.base
    st.session_state[PREVIEW] = (sources, new)
    return new


def _preview_files(files: Sequence[st.runtime.uploaded_file_manager.UploadedFile], said: str | None) -> Preview:
    """What publishing the files would do; ``said``: the revision that somebody says they are from."""
    uploads = [Upload(each.name, each.getvalue()) for each in files]
    settings, store, checker = app_services().settings, app_services().store, app_services().checker
    now, workbook, editor = datetime.now(UTC), Path(settings.workbook), auth.sign_in()
    with checker.turn(editor.id if editor else ""):
        return preview(uploads, store, checker, now, workbook=workbook, said=said, regions=auth.regions())
