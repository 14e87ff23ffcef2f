"""The menu of a chart or of rows: what can be taken along, and how its numbers are counted."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import streamlit as st

from analysis.charts import Chart
from analysis.exports import chart_csv, chart_data, chart_png, chart_svg, chart_workbook, rows_workbook
from analysis.sections import Rows, Section, behind
from pages.parts import download, markup, snippets
from pages.parts.download import Tabled
from pages.parts.view import View

Whole = Callable[[], Rows]
OFFERED = "menus"
"""Where in the session it is kept what the menus of the page hold, by the menu's name."""


@dataclass(frozen=True)
class Menu:
    """A menu: its title, and what puts the files into it."""

    title: str
    fill: Callable[[], None]


def forget() -> None:
    """Begin a page without menus."""
    st.session_state[OFFERED] = {}


def named(name: str, menu: Menu) -> str:
    """The name of a new menu, for the button that opens it (``data-menu``)."""
    st.session_state[OFFERED][name] = menu
    return name


def offer(view: View, section: Section, given: Tabled, whole: Whole | None = None) -> str:
    """The name of the menu of a chart or of rows. What is in it is made when it is opened.

    ``whole`` makes all rows where ``given`` holds some of them.
    """
    name = f"{section.key}_{given.key}"
    return named(name, Menu(view.words("downloads.menu"), partial(_fill, view, section, given, whole, name)))


def opened(name: str) -> None:
    """Show the menu of this name; nothing where the page has it no more. A file is made when it is asked for."""
    menu: Menu | None = st.session_state.get(OFFERED, {}).get(name)
    if menu:
        st.dialog(menu.title)(_shown)(menu, name)


def _shown(menu: Menu, name: str) -> None:
    with st.container(key=f"files_{name}", gap=None):
        menu.fill()


def _fill(view: View, section: Section, given: Tabled, whole: Whole | None, key: str) -> None:
    if isinstance(given, Chart):
        _chart(view, section, given, key)
    else:
        _rows(view, section, whole or (lambda: given), given, key)


def _chart(view: View, section: Section, given: Chart, key: str) -> None:
    words, origin = view.words, download.origin(view, section)
    rows = partial(behind, view.tables, view.selection, words, given)
    offer = partial(_offer, view, given, key)
    offer("csv_people", "csv", lambda: chart_csv(given, words, origin))
    offer("csv_machines", "csv", lambda: chart_data(given), words("downloads.machines_name"))
    offer("xlsx" if given.counted else "xlsx_bare", "xlsx", lambda: chart_workbook(given, words, origin, rows()))
    if given.counted:
        offer("rows", "csv", lambda: _all(rows(), view, section), words("downloads.rows_name"))
    offer("svg", "svg", lambda: chart_svg(given, words, origin))
    offer("png", "png", lambda: chart_png(given, words, origin))
    markup.show("how", words, rule=given.rule or words("downloads.how_once"), coverage=section.coverage)
    snippets.show(view, section, given)


def _rows(view: View, section: Section, whole: Whole, given: Rows, key: str) -> None:
    words, origin = view.words, download.origin(view, section)
    offer = partial(_offer, view, given, key)
    offer("csv_people", "csv", lambda: chart_csv(whole(), words, origin))
    offer("csv_machines", "csv", lambda: chart_data(whole()), words("downloads.machines_name"))
    offer("xlsx_rows", "xlsx", lambda: rows_workbook(whole(), words, origin))


def _offer(view: View, given: Tabled, key: str, kind: str, ending: str, data: Callable[[], bytes], *more: str) -> None:
    name = download.called(view, given, ending, *more)
    download.button(view.words(f"downloads.{kind}"), data, name, f"{kind}_{key}")


def _all(rows: Rows | None, view: View, section: Section) -> bytes:
    return chart_csv(rows, view.words, download.origin(view, section)) if rows else b""
