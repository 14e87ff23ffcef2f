"""The menus of charts, of rows and of the numbers at a glance: files to take along, and how numbers are counted."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import streamlit as st

from analysis.charts import Chart
from analysis.exports import chart_csv, chart_data, chart_png, chart_svg, chart_workbook, rows_workbook
from analysis.html_parts.page_context import PageContext
from analysis.sections import RecordTable, Section
from analysis.sections.metrics.metrics import metrics_table
from analysis.sections.records.source_rows import rows_behind_chart
from pages.parts.charts import chart_slide, downloads
from pages.parts.charts.downloads import TableSource
from pages.parts.core import data_right, html

AllRows = Callable[[], RecordTable]
MENUS = "menus"
"""Key of the session: the menus of the page by name."""


@dataclass(frozen=True)
class Menu:
    """A menu: its title, and what puts the files into it when a reader opens it."""

    title: str
    fill: Callable[[], None]


def offer(page: PageContext, section: Section, source: TableSource, all_rows: AllRows | None = None) -> str:
    """The name of the menu of a chart or of rows, for the button that opens it (``data-menu``).

    ``all_rows`` makes all rows if ``source`` holds some of them.
    """
    name = f"{section.key}_{source.key}"
    of = source.title
    if isinstance(source, Chart):
        of = source.subtitle or of
        fill = partial(_fill_for_chart, page, section, source, name)
    else:
        fill = partial(_fill_for_rows, page, section, source, all_rows or (lambda: source), name)
    st.session_state[MENUS][name] = Menu(page.words("downloads.menu_of", of=of), fill)
    return name


def offer_numbers(page: PageContext, section: Section) -> str:
    """The name of the menu of a section's numbers; empty if it has none."""
    if not section.metrics:
        return ""
    name = f"{section.key}_numbers"
    menu = Menu(page.words("numbers.menu"), partial(_fill_for_numbers, page, section, name))
    st.session_state[MENUS][name] = menu
    return name


def show(name: str) -> None:
    """Open the menu of this name; nothing if the page has it no more."""
    menu: Menu | None = st.session_state.get(MENUS, {}).get(name)
    if not menu:
        return

    @st.dialog(html.widget_label(menu.title))
    def dialog() -> None:
        data_right.require()
        with st.container(key=f"files_{name}", gap=None):
            menu.fill()

    dialog()


def _fill_for_chart(page: PageContext, section: Section, chart: Chart, menu: str) -> None:
    words, origin = page.words, downloads.origin(page, section)
    behind = partial(rows_behind_chart, page.tables, page.selection, words, chart)
    file, machines = partial(_file, page, chart, menu), words("downloads.machines_name")
    slide = chart_slide.slide_of(page, section, chart)
    if chart.picture:
        file("png", "png", lambda: chart_png(chart, words, origin))
    if slide:
        file("pptx", "pptx", lambda: chart_slide.slide_file(page, slide, origin))
    file("xlsx" if chart.counted_rows else "xlsx_bare", "xlsx", lambda: chart_workbook(chart, words, origin, behind()))
    if slide:
        chart_slide.show_link_to_add(page, slide)
    html.show("menu-part", words, title=words("downloads.more"))
    with st.container(key=f"more_{menu}", horizontal=True, gap=None):
        if chart.picture:
            file("svg", "svg", lambda: chart_svg(chart, words, origin))
        file("csv_people", "csv", lambda: chart_csv(chart, words, origin))
        file("csv_machines", "csv", lambda: chart_data(chart), machines)
        if chart.counted_rows:
            file(
                "rows",
                "csv",
                lambda: chart_csv(rows, words, origin) if (rows := behind()) else b"",
                words("downloads.rows_name"),
            )
    html.show("counting-rule", words, rule=chart.rule or words("downloads.how_once"), coverage=section.coverage)
    downloads.show_embed_code(page, section, chart)


def _fill_for_rows(page: PageContext, section: Section, rows: RecordTable, all_rows: AllRows, menu: str) -> None:
    """The files of all rows of a ``section``, by ``all_rows``; their names are those of ``rows``, which are shown."""
    words, origin, file = page.words, downloads.origin(page, section), partial(_file, page, rows, menu)
    file("csv_people", "csv", lambda: chart_csv(all_rows(), words, origin))
    file("csv_machines", "csv", lambda: chart_data(all_rows()), words("downloads.machines_name"))
    file("xlsx_rows", "xlsx", lambda: rows_workbook(all_rows(), words, origin))


def _fill_for_numbers(page: PageContext, section: Section, menu: str) -> None:
    """All numbers as files, then for each the rows behind it and how it is counted."""
    words, origin, numbers = page.words, downloads.origin(page, section), metrics_table(section, page.words)
    file = partial(_file, page, numbers, menu)
    file("csv_people", "csv", lambda: chart_csv(numbers, words, origin), key="csv")
    file("csv_machines", "csv", lambda: chart_data(numbers), words("downloads.machines_name"), key="data")
    file("xlsx", "xlsx", lambda: rows_workbook(numbers, words, origin), label=words("numbers.xlsx"))
    for each in section.metrics:
        if rows := rows_behind_chart(page.tables, page.selection, words, each):
            label = words("numbers.rows", label=each.label)
            name, data = downloads.source_file_name(page, rows, "csv"), partial(chart_csv, rows, words, origin)
            downloads.button(label, data, name, f"rows_{section.key}_{each.key}")
        html.show("hint", words, text=each.rule)


def _file(
    page: PageContext,
    source: TableSource,
    menu: str,
    kind: str,
    ending: str,
    data: Callable[[], bytes],
    *more: str,
    key: str = "",
    label: str = "",
) -> None:
    """The button of a file of a ``menu``, made from the ``source`` of a ``page``.

    ``kind`` names the button's text unless ``label`` does, and its key unless ``key`` does; ``ending`` is that of the
    file, ``data`` makes it, ``more`` is what its name says beside what it holds.
    """
    name = downloads.source_file_name(page, source, ending, *more)
    downloads.button(label or page.words(f"downloads.{kind}"), data, name, f"{key or kind}_{menu}")
