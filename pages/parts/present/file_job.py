"""The files of a presentation: made in the background, with the progress, a button that ends it, and the file."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from uuid import uuid4

import streamlit as st

from analysis import static
from analysis.app_services import app_services
from analysis.exports import BackgroundJob, Branding, ExportRequest, UnreadableTemplate, build_file
from analysis.exports.shared.background_job import Make, Progress
from analysis.html_parts.page_context import PageContext
from analysis.sections.presentation.full_sections import presentation_filter_text
from analysis.sections.presentation.outline import Outline
from analysis.words import Translator
from pages.parts.charts import downloads
from pages.parts.core import auth, data_right, error_boundary, html
from pages.parts.present import presentation_state

JOB, FINISHED = "file_job", "file_job_finished"
"""Keys of the session: the job, and the last one after whose end the page was run again."""
EVERY = 0.4
"""Seconds between two looks at a job that goes on."""

_handover = st.components.v2.component(
    "file_handover", js=(static.ASSETS / "file_handover.js").read_text(encoding="utf-8"), isolate_styles=False
)


@dataclass(frozen=True)
class FileJob:
    """A file that somebody wants: its name for people, the file's name, what it is made of as one text, the work.

    ``id`` is another one for each job: the browser hands out each file once, for as long as it is open.
    """

    label: str
    file: str
    state: str
    work: BackgroundJob
    id: str = field(default_factory=lambda: uuid4().hex)


def file_maker(
    page: PageContext, outline: Outline, kind: str, live: str, *, notes: bool
) -> Callable[[Progress], bytes]:
    """The function that makes a file of a presentation. It runs beside the page, so it asks the page nothing.

    ``page``: the revision and filters at the click; ``outline``: the slides; ``kind``: of `exports.ENDINGS`; ``live``:
    the address of the presentation's live view; ``notes``: whether the presenter's notes go along.
    """

    def make(progress: Progress) -> bytes:
        settings, audience = app_services().settings, outline if notes else outline.without_notes()
        context = presentation_state.report_context(page, outline.since)
        origin = replace(downloads.origin(page), filter_text=presentation_filter_text(audience, context))
        template = Path(settings.deck_template).read_bytes() if settings.deck_template else None
        branding = Branding(template, settings.eu_emblem, live)
        published = page.revision.published if page.revision else None
        pinned = page.revision != page.current
        request = ExportRequest(audience, context, origin, branding, published, notes, pinned)
        return build_file(kind, request, progress)

    return make


def begin(label: str, file: str, state: str, make: Make) -> None:
    """Begin to make a file, and end the job before it.

    ``label``: its name for people; ``file``: the file's name; ``state``: all that it depends on; ``make``: makes it.
    """
    end()
    st.session_state[JOB] = FileJob(label, file, state, BackgroundJob(make))


def end() -> None:
    """End the job, and show nothing of it any more."""
    job: FileJob | None = st.session_state.pop(JOB, None)
    if job:
        job.work.stop()


def show(words: Translator, state: str) -> None:
    """The job, if it depends on what the page shows now (``state``); else it is ended."""
    job: FileJob | None = st.session_state.get(JOB)
    if job and job.state != state:
        end()
    elif job:
        st.fragment(_show_progress, run_every=None if job.work.is_over else EVERY)(words, job)


def _show_progress(words: Translator, job: FileJob) -> None:
    """How far a job is. Once it is over the page is run again, so that nobody looks at it any more."""
    data_right.require()
    work, over = job.work, job.work.is_over
    if over and st.session_state.get(FINISHED) is not job:
        st.session_state[FINISHED] = job
        st.rerun()
    error, state = work.error, work.state
    with st.container(key="making", gap="small"):
        if isinstance(error, UnreadableTemplate | OSError):
            key = "taking.unreadable_editor" if auth.is_editor() else "taking.unreadable"
            html.show("notice", words, text=words(key))
        elif error:
            error_boundary.show(error, words, "taking.failed")
        else:
            html.show("working", words, label=job.label, state=state, done=work.step, steps=work.total)
        if state == "ready":
            downloads.button(words("taking.save"), lambda: work.file, job.file, "take_made")
            _handover(key="unseen-file-handover", data={"key": "take_made", "file": job.id})
        elif not work.is_over:
            st.button(words("taking.cancel"), key="take_cancel", on_click=work.stop)
