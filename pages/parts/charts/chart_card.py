"""The cards of a section: a chart with its table, a list, rows, the owner's words on the data."""

import streamlit as st

from analysis.charts import Bars, Chart
from analysis.charts.bars import BAR_ROW
from analysis.charts.columns import HEIGHT
from analysis.sections import Section
from analysis.sections.records.source_rows import rows_behind_chart
from pages.parts.charts import chart_figures, chart_table, download_menu, html_table
from pages.parts.core import html
from pages.parts.core.page_context import PageContext

PICTURE, TABLE, ROWS = "picture", "table", "rows"
FORMS = {PICTURE: "panel.picture", TABLE: "panel.table", ROWS: "downloads.sheet.rows"}
MOST_ROWS = 100
"""So many of the rows behind a chart are shown; the files hold all."""
FIRST, LAST = ("starts", "table", "name"), "count"
"""What is shown of such a row, before and after what the chart splits by."""


def chart_name(section: Section, chart: Chart) -> str:
    """What a chart is called on the page: "overview_regions"."""
    return f"{section.key}_{chart.key}"


def show(view: PageContext, section: Section, chart: Chart) -> None:
    """A chart's card: as a picture, as its table, or as the rows that it counts."""
    called = chart_name(section, chart)
    with st.container(key=f"chart_{called}", height="stretch"):
        if chart.table.empty:
            html.show("chart-head", view.words, title=chart.title, subtitle="", empty=chart.empty)
            return
        html.show("chart-head", view.words, title=chart.title, subtitle=chart.subtitle, empty="")
        shown = _form(view, called, chart)
        if shown == TABLE:
            chart_table.show(view, chart)
        elif shown == ROWS:
            _counted_rows(view, chart)
        else:
            chart_figures.placeholder(called, chart_height(chart))
        offered = download_menu.offer(view, section, chart)
        html.show("rule", view.words, sentence=chart.sentence, rule=chart.rule, menu=offered)


def _counted_rows(view: PageContext, chart: Chart) -> None:
    words, found = view.words, rows_behind_chart(view.tables, view.selection, view.words, chart)
    if found and chart.counted_rows:
        named = {field.name: field for field in found.fields}
        wanted = dict.fromkeys((*FIRST, *chart.counted_rows.columns, LAST))
        fields = tuple(named[name] for name in wanted if name in named)
        html_table.show(found.table.head(MOST_ROWS), fields, found.title, words)
        if found.total > MOST_ROWS:
            values = {"shown": words.number(MOST_ROWS), "total": words.number(found.total)}
            html.show("hint", words, text=words("downloads.some_rows", **values))


def chart_height(chart: Chart) -> int:
    """About how high the chart's picture will be, in pixels."""
    return chart.height or (len(chart.table) * BAR_ROW if isinstance(chart.mark, Bars) else HEIGHT)


def coverage(view: PageContext, section: Section) -> None:
    """A card with what the owner says of the data; nothing if it is missing."""
    if section.coverage:
        html.show("owner-note", view.words, section=section)


def _form(view: PageContext, called: str, chart: Chart) -> str:
    words = view.words
    return st.segmented_control(
        words("panel.view", chart=chart.subtitle),
        FORMS if chart.counted_rows else (PICTURE, TABLE),
        default=PICTURE,
        required=True,
        format_func=lambda each: words(FORMS[each]),
        key=f"view_{called}",
        label_visibility="collapsed",
    )
