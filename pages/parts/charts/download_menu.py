"""The menus of charts, of rows and of the numbers at a glance: files to take along, and how numbers are counted."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import streamlit as st

from analysis.charts import Chart
from analysis.exports import chart_csv, chart_data, chart_png, chart_svg, chart_workbook, rows_workbook
from analysis.sections import RecordTable, Section
from analysis.sections.metrics.metrics import metrics_table
from analysis.sections.records.source_rows import rows_behind_chart
from pages.parts.charts import downloads, embed_code
from pages.parts.charts.downloads import TableSource
from pages.parts.core import html, markdown_escape
from pages.parts.core.page_context import PageContext

Whole = Callable[[], RecordTable]
OFFERED = "menus"
"""Key of the session: what the menus of the page hold, by the menu's name."""


@dataclass(frozen=True)
class Menu:
    """A menu: its title, and what puts the files into it."""

    title: str
    fill: Callable[[], None]


def forget() -> None:
    """Begin a page without menus."""
    st.session_state[OFFERED] = {}


def offer(view: PageContext, section: Section, source: TableSource, whole: Whole | None = None) -> str:
    """The name of the menu of a chart or of rows, for the button that opens it (``data-menu``).

    What is in it is made when it is opened. ``whole`` makes all rows if ``source`` holds some of them.
    """
    name = f"{section.key}_{source.key}"
    if isinstance(source, Chart):
        fill = partial(_chart, view, section, source, name)
    else:
        fill = partial(_rows, view, section, whole or (lambda: source), source, name)
    st.session_state[OFFERED][name] = Menu(view.words("downloads.menu"), fill)
    return name


def offer_numbers(view: PageContext, section: Section) -> str:
    """The name of the menu of a section's numbers; empty if it has none."""
    if not section.metrics:
        return ""
    name = f"{section.key}_numbers"
    st.session_state[OFFERED][name] = Menu(view.words("numbers.menu"), partial(_numbers, view, section, name))
    return name


def show(name: str) -> None:
    """Show the menu of this name; nothing if the page has it no more. A file is made when it is asked for."""
    menu: Menu | None = st.session_state.get(OFFERED, {}).get(name)
    if not menu:
        return

    def filled() -> None:
        with st.container(key=f"files_{name}", gap=None):
            menu.fill()

    st.dialog(menu.title)(filled)()


def _chart(view: PageContext, section: Section, source: Chart, key: str) -> None:
    words, origin = view.words, downloads.origin(view, section)

    def rows() -> RecordTable | None:
        return rows_behind_chart(view.tables, view.selection, words, source)

    def rows_csv() -> bytes:
        found = rows()
        return chart_csv(found, words, origin) if found else b""

    offer = partial(_file, view, source, key)
    offer("csv_people", "csv", lambda: chart_csv(source, words, origin))
    offer("csv_machines", "csv", lambda: chart_data(source), words("downloads.machines_name"))
    offer("xlsx" if source.counted_rows else "xlsx_bare", "xlsx", lambda: chart_workbook(source, words, origin, rows()))
    if source.counted_rows:
        offer("rows", "csv", rows_csv, words("downloads.rows_name"))
    offer("svg", "svg", lambda: chart_svg(source, words, origin))
    offer("png", "png", lambda: chart_png(source, words, origin))
    html.show("counting-rule", words, rule=source.rule or words("downloads.how_once"), coverage=section.coverage)
    embed_code.show(view, section, source)


def _rows(view: PageContext, section: Section, whole: Whole, source: RecordTable, key: str) -> None:
    """The files of all rows (by ``whole``); their names are those of ``source``, the rows on the page."""
    words, origin = view.words, downloads.origin(view, section)
    offer = partial(_file, view, source, key)
    offer("csv_people", "csv", lambda: chart_csv(whole(), words, origin))
    offer("csv_machines", "csv", lambda: chart_data(whole()), words("downloads.machines_name"))
    offer("xlsx_rows", "xlsx", lambda: rows_workbook(whole(), words, origin))


def _numbers(view: PageContext, section: Section, key: str) -> None:
    """All numbers as files, then for each the rows behind it and how it is counted."""
    words, origin, source = view.words, downloads.origin(view, section), metrics_table(section, view.words)
    offer = partial(_file, view, source, key)
    offer("csv_people", "csv", lambda: chart_csv(source, words, origin), key="csv")
    offer("csv_machines", "csv", lambda: chart_data(source), words("downloads.machines_name"), key="data")
    offer("xlsx", "xlsx", lambda: rows_workbook(source, words, origin), label=words("numbers.xlsx"))
    for each in section.metrics:
        if found := rows_behind_chart(view.tables, view.selection, words, each):
            label = markdown_escape.label(words("numbers.rows", label=each.label))
            name, data = downloads.name_of(view, found, "csv"), partial(chart_csv, found, words, origin)
            downloads.button(label, data, name, f"rows_{section.key}_{each.key}")
        html.show("hint", words, text=each.rule)


def _file(
    view: PageContext,
    source: TableSource,
    menu: str,
    kind: str,
    ending: str,
    data: Callable[[], bytes],
    *more: str,
    key: str = "",
    label: str = "",
) -> None:
    """The button of a file of a menu.

    ``kind`` names the button's text unless ``label`` does, and its key unless ``key`` does; ``ending`` is that of the
    file, ``data`` makes it, ``more`` is what its name says beside what it holds.
    """
    name = downloads.name_of(view, source, ending, *more)
    downloads.button(label or view.words(f"downloads.{kind}"), data, name, f"{key or kind}_{menu}")
