"""What a coordinator takes along: the published data as a workbook, and the blank template."""

from functools import partial

import streamlit as st

from analysis.app_services import app_services
from analysis.exports import Provenance, blank_workbook, data_workbook, file_name
from analysis.schema import TABLES, Tables, all_tables
from pages.parts.core import html, times
from pages.parts.core.page_context import PageContext

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def show(view: PageContext) -> None:
    """The card of both files; each is made when it is asked for."""
    words, current = view.words, view.current
    day = current.published.astimezone(times.TIME_ZONE).date() if current else None
    button = partial(st.download_button, icon=":material/download:", on_click="ignore")

    def make() -> bytes:
        return blank_workbook(words, published_tables(view))

    with st.container(key="card-handouts"):
        html.show("downloads", words)
        with st.container(key="handouts", horizontal=True):
            name = file_name(words("update.data"), ending="xlsx", revision=f"r{current.id}" if current else "", day=day)
            button(words("update.data_button"), lambda: data(view), name, XLSX, key="download_data")
            name = file_name(words("update.template"), ending="xlsx")
            button(words("update.template_button"), make, name, XLSX, key="download_template")


def data(view: PageContext) -> bytes:
    """The published data as a workbook in the reader's language."""
    current = view.current
    day = current.published.astimezone(times.TIME_ZONE).date().isoformat() if current else ""
    return data_workbook(published_tables(view), view.words, origin=Provenance(current.id if current else "", day))


def published_tables(view: PageContext) -> Tables:
    """The published tables, whatever revision is looked at."""
    return app_services().store.tables(view.current.id) if view.current else all_tables({}, TABLES)
