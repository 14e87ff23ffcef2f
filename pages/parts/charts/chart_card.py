"""The card of a chart: as a picture, as its table, or as the rows that it counts."""

import streamlit as st

from analysis.charts import Bars, Chart
from analysis.charts.bars import BAR_ROW
from analysis.charts.columns import HEIGHT
from analysis.sections import Section
from analysis.sections.records.source_rows import rows_behind_chart
from pages.parts.charts import download_menu, html_table
from pages.parts.core import html
from pages.parts.core.page_context import PageContext

PICTURE, TABLE, ROWS = "picture", "table", "rows"
FORMS = {PICTURE: "panel.picture", TABLE: "panel.table", ROWS: "downloads.sheet.rows"}
MOST_ROWS = 100
"""So many of the rows behind a chart are shown; the files hold all."""
FIRST, LAST = ("starts", "table", "name"), "count"
"""What is shown of such a row, before and after what the chart splits by."""


def show(page: PageContext, section: Section, chart: Chart) -> None:
    """The card of a chart in the form that the reader wants, with its rule and its menu of files."""
    words, name = page.words, f"{section.key}_{chart.key}"
    with st.container(key=f"chart_{name}", height="stretch"):
        if chart.table.empty:
            html.show("chart-head", words, title=chart.title, subtitle="", empty=chart.empty)
            return
        html.show("chart-head", words, title=chart.title, subtitle=chart.subtitle, empty="")
        form = st.segmented_control(
            words("panel.view", chart=chart.subtitle),
            FORMS if chart.counted_rows else (PICTURE, TABLE),
            default=PICTURE,
            required=True,
            format_func=lambda each: words(FORMS[each]),
            key=f"view_{name}",
            label_visibility="collapsed",
        )
        if form == TABLE:
            html_table.show_chart(page, chart)
        elif form == ROWS:
            _show_counted_rows(page, chart)
        else:
            # About as high as the picture will be, so that nothing moves when it comes.
            high = chart.height or (len(chart.table) * BAR_ROW if isinstance(chart.mark, Bars) else HEIGHT)
            st.html(f'<div class="figure" data-figure="{name}" style="height:{high}px"></div>')
        menu = download_menu.offer(page, section, chart)
        html.show("rule", words, sentence=chart.sentence, rule=chart.rule, menu=menu)


def _show_counted_rows(page: PageContext, chart: Chart) -> None:
    words, rows = page.words, rows_behind_chart(page.tables, page.selection, page.words, chart)
    if rows and chart.counted_rows:
        fields = {field.name: field for field in rows.fields}
        order = dict.fromkeys((*FIRST, *chart.counted_rows.columns, LAST))
        columns = tuple(fields[name] for name in order if name in fields)
        html_table.show(rows.table.head(MOST_ROWS), columns, rows.title, words)
        if rows.total > MOST_ROWS:
            values = {"shown": words.number(MOST_ROWS), "total": words.number(rows.total)}
            html.show("hint", words, text=words("downloads.some_rows", **values))
