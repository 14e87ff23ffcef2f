"""Files that take long: how far the work is, a button that ends it, and the file as soon as it is made."""

from dataclasses import dataclass, field
from uuid import uuid4

import streamlit as st

from analysis import static
from analysis.exports import BackgroundJob, UnreadableTemplate
from analysis.exports.shared.background_job import Make
from analysis.words import Translator
from pages.parts.charts import downloads
from pages.parts.core import error_boundary, html

JOB = "making"
"""Key of the session: what is being made."""
EVERY = 0.4
"""Seconds between two looks at work that goes on."""

_handing = st.components.v2.component(
    "handing", js=(static.ASSETS / "handing.js").read_text(encoding="utf-8"), isolate_styles=False
)


@dataclass(frozen=True)
class FileJob:
    """What was asked for: its name for people, the file's name, what it is made of as one text, the work.

    ``id`` is another one for each job: the browser hands out each file once, for as long as it is open.
    """

    label: str
    file: str
    state: str
    work: BackgroundJob
    id: str = field(default_factory=lambda: uuid4().hex)


def begin(label: str, file: str, of: str, make: Make) -> None:
    """Begin to make a file; what was being made before is ended."""
    forget()
    st.session_state[JOB] = FileJob(label, file, of, BackgroundJob(make))


def forget() -> None:
    """End what is being made, and show nothing of it any more."""
    held: FileJob | None = st.session_state.pop(JOB, None)
    if held:
        held.work.stop()


def show(words: Translator, of: str) -> None:
    """What is being made, if it is made of what the page shows now (``of``); else it is ended."""
    held: FileJob | None = st.session_state.get(JOB)
    if held and held.state != of:
        forget()
    elif held:
        st.fragment(_shown, run_every=None if held.work.is_over else EVERY)(words, held)


def _shown(words: Translator, held: FileJob) -> None:
    """What has become of it. Once it is over the page is run again, so that nobody looks at it any more."""
    looked = "making_over"
    over = held.work.is_over
    if over and st.session_state.get(looked) is not held:
        st.session_state[looked] = held
        st.rerun()
    work, state = held.work, held.work.state
    with st.container(key="making", gap="small"):
        if isinstance(work.error, UnreadableTemplate | OSError):
            html.show("notice", words, text=words("taking.unreadable"))
        elif work.error:
            error_boundary.show(work.error, words, "taking.failed")  # type: ignore[arg-type]
        else:
            html.show("working", words, label=held.label, state=state, done=work.step, steps=work.total)
        if state == "ready":
            downloads.button(words("taking.save"), lambda: work.file, held.file, "take_made")
            _handing(key="unseen-handing", data={"key": "take_made", "file": held.id})
        elif not work.is_over:
            st.button(words("taking.cancel"), key="take_cancel", on_click=work.stop)
