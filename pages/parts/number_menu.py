"""The menu of the numbers at a glance: the numbers as files, the rows behind each, and how each is counted."""

from functools import partial

import streamlit as st

from analysis.exports import chart_csv, chart_data, rows_workbook
from analysis.sections import Number, Section, behind, numbers_table
from pages.parts import download, markup, plain
from pages.parts.menu import WIDTH
from pages.parts.view import View


def show(view: View, section: Section) -> None:
    """The menu; what is in it is made when it is opened, and a file when it is asked for."""
    if section.numbers:
        with st.container(key=f"take_{section.key}_numbers", width="content"):
            _menu(view, section)


@st.fragment
def _menu(view: View, section: Section) -> None:
    label, key = view.words("numbers.menu"), f"menu_{section.key}_numbers"
    menu = st.popover(label, key=key, type="tertiary", icon=":material/download:", on_change="rerun")
    if menu.open:
        with menu, st.container(key=f"files_{section.key}_numbers", gap=None, width=WIDTH):
            _all(view, section)
            for each in section.numbers:
                _one(view, section, each)


def _all(view: View, section: Section) -> None:
    words, origin, given = view.words, download.origin(view, section), numbers_table(section, view.words)
    called, end = partial(download.called, view, given), f"{section.key}_numbers"
    machines = called("csv", words("downloads.machines_name"))
    download.button(words("downloads.csv_people"), lambda: chart_csv(given, words, origin), called("csv"), f"csv_{end}")
    download.button(words("downloads.csv_machines"), lambda: chart_data(given), machines, f"data_{end}")
    label, key = words("numbers.xlsx"), f"xlsx_{end}"
    download.button(label, lambda: rows_workbook(given, words, origin), called("xlsx"), key)


def _one(view: View, section: Section, number: Number) -> None:
    words, found = view.words, behind(view.tables, view.selection, view.words, number)
    if found:
        label, key = plain.label(words("numbers.rows", label=number.label)), f"rows_{section.key}_{number.key}"
        name = download.called(view, found, "csv")
        download.button(label, lambda: chart_csv(found, words, download.origin(view, section)), name, key)
    markup.show("hint", words, text=number.rule)
