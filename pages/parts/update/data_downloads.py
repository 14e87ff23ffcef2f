"""What a coordinator takes along: the published data as a workbook, and the blank template."""

import streamlit as st

from analysis.app_services import app_services
from analysis.cache import cached_on
from analysis.exports import Provenance, blank_workbook, cut_texts_note, data_workbook, file_name
from analysis.html_parts.page_context import PageContext, day_in_finland
from analysis.schema import TABLES, Tables, all_tables
from analysis.words.language import HELSINKI
from pages.parts.charts import downloads
from pages.parts.core import html
from pages.parts.core.data_right import guarded_file


def show(page: PageContext) -> None:
    """The card of both files; each is made when somebody asks for it."""
    words, current = page.words, page.current
    origin = Provenance(current.id, day_in_finland(current.published)) if current else Provenance("", "")
    mime, icon = downloads.TYPES["xlsx"], ":material/download:"
    data_name, template_name = data_file_name(page), file_name(words("update.template"), ending="xlsx")
    workbook = guarded_file(lambda: data_workbook(published_tables(page), words, origin=origin), mime, data_name)
    template = guarded_file(lambda: blank_workbook(words, published_tables(page)), mime, template_name)
    with st.container(key="card-handouts"):
        tables = published_tables(page)
        cut = cached_on(tables, (__name__, "cut", words.language), lambda: cut_texts_note(tables, words))
        html.show("downloads", words, cut=cut)
        with st.container(key="handouts", horizontal=True):
            for label, make, name, key in (
                ("update.data_button", workbook, data_name, "download_data"),
                ("update.template_button", template, template_name, "download_template"),
            ):
                st.download_button(words(label), make, name, mime, key=key, icon=icon, on_click="ignore")


def data_file_name(page: PageContext) -> str:
    """The name of the workbook of the published data; it says the revision, so that an upload of it is known again."""
    words, current = page.words, page.current
    revision = words("update.data_revision", revision=current.id) if current else ""
    day = current.published.astimezone(HELSINKI).date() if current else None
    return file_name(words("update.data"), ending="xlsx", revision=revision, day=day)


def published_tables(page: PageContext) -> Tables:
    """The published tables, whatever revision the page shows."""
    return app_services().store.tables(page.current.id) if page.current else all_tables({}, TABLES)
