"""What a coordinator takes along: the published data as a workbook, and the blank template."""

from functools import partial

import streamlit as st

from analysis.desk import desk
from analysis.exports import Origin, file_name, template, workbook
from analysis.schema import TABLES, Tables, whole_set
from pages.parts import markup, moments
from pages.parts.view import View

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def card(view: View) -> None:
    """The card of both files; each is made when it is asked for."""
    words, current = view.words, view.current
    day = current.published.astimezone(moments.HOME).date() if current else None
    button = partial(st.download_button, icon=":material/download:", on_click="ignore")

    def make() -> bytes:
        return template(words, published(view))

    with st.container(key="card-handouts"):
        markup.show("downloads", words)
        with st.container(key="handouts", horizontal=True):
            name = file_name(words("update.data"), ending="xlsx", revision=f"r{current.id}" if current else "", day=day)
            button(words("update.data_button"), lambda: data(view), name, XLSX, key="download_data")
            name = file_name(words("update.template"), ending="xlsx")
            button(words("update.template_button"), make, name, XLSX, key="download_template")


def data(view: View) -> bytes:
    """The published data as a workbook in the reader's language."""
    current = view.current
    day = current.published.astimezone(moments.HOME).date().isoformat() if current else ""
    return workbook(published(view), view.words, origin=Origin(current.id if current else "", day))


def published(view: View) -> Tables:
    """The published tables, whatever revision is looked at."""
    return desk().store.tables(view.current.id) if view.current else whole_set({}, TABLES)
