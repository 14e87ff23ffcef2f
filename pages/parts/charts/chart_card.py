"""The charts of a page: their figures, which the browser draws (``assets/figures.js``), and their cards."""

import json
import re
from typing import get_args

import streamlit as st

from analysis import static
from analysis.cache import cached_on
from analysis.charts import Bars, Chart, figure, tokens
from analysis.charts.bars import BAR_ROW
from analysis.charts.columns import HEIGHT
from analysis.charts.look import Mode
from analysis.html_parts import html_table
from analysis.html_parts.filter_summary import toggle
from analysis.html_parts.page_context import PageContext
from analysis.sections import Section
from analysis.sections.records.source_rows import rows_behind_chart
from analysis.words.language import THOUSANDS
from pages.parts.charts import download_menu
from pages.parts.core import html, pauses, url_state

PICTURE, TABLE, ROWS = "picture", "table", "rows"
FORMS = {PICTURE: "panel.picture", TABLE: "panel.table", ROWS: "downloads.sheet.rows"}
MOST_ROWS = 100
"""So many of the rows behind a chart are shown; the files hold all."""
FIRST, LAST = ("starts", "table", "name"), "count"
"""What is shown of such a row, before and after what the chart splits by."""
CLICKS, LAST_FIGURES = "unseen-figure-clicks", "last_figures"
"""Keys of the session: the click on a mark; the figures that the browser has, as only other ones are worth a pause."""
AS_TEXT = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&"}
"""JSON that is text in HTML: signs of HTML are written as JSON's escapes."""

_clicks = st.components.v2.component(
    "figure_clicks", js=(static.ASSETS / "figure_clicks.js").read_text(encoding="utf-8"), isolate_styles=False
)


def draw_figures(page: PageContext, *sections: Section | None) -> None:
    """Draw the charts of these sections into their places ("overview_regions"), if the page has or will have one.

    A page does this before all else: the browser draws while the rest is on its way. Figures are cached on the page's
    tables. A click on a mark that filters changes the filters before the page runs again.
    """
    charts = {
        f"{section.key}_{chart.key}": chart
        for section in sections
        if section
        for chart in section.charts
        if chart.picture and len(chart.table)
    }
    if not charts:
        return

    def filter_by_mark() -> None:
        """A mark stands for a value of one filter, or of two at once."""
        click = st.session_state[CLICKS].click
        chart = charts.get(click["name"]) if click else None
        if chart and (names := chart.mark.filters):
            key = click["key"]
            values = {names: key} if isinstance(names, str) else dict(zip(names, key, strict=True))
            url_state.change(toggle(page.selection, values))

    key = (__name__, "figures", page.state(search=False), tuple(charts))
    figures = cached_on(page.tables, key, lambda: _figures(charts, THOUSANDS[page.words.language]))
    st.html(figures)
    if st.session_state.get(LAST_FIGURES) != figures:
        st.session_state[LAST_FIGURES] = figures
        pauses.for_pictures()
    _clicks(key=CLICKS, on_click_change=filter_by_mark)


def show(page: PageContext, section: Section, chart: Chart) -> None:
    """The card of a chart in the form that the reader wants, with its rule and its menu of files.

    A chart without a picture is its sentence, and its table or rows if the reader wants them.
    """
    words, name, sentence = page.words, f"{section.key}_{chart.key}", "" if chart.picture else chart.sentence
    forms = ([PICTURE] if chart.picture else []) + [TABLE] + ([ROWS] if chart.counted_rows else [])
    with st.container(key=f"chart_{name}", height="stretch"):
        if chart.table.empty:
            html.show("chart-head", words, title=chart.title, subtitle="", empty=chart.empty)
            return
        html.show("chart-head", words, title=chart.title, subtitle=chart.subtitle, empty=sentence)
        form = st.segmented_control(
            html.widget_label(words("panel.view", chart=chart.subtitle or chart.title)),
            forms,
            default=PICTURE if chart.picture else TABLE if chart.key in html_table.OPEN_TABLES else None,
            required=chart.picture,
            format_func=lambda each: words(FORMS[each]),
            key=f"view_{name}",
            label_visibility="collapsed",
        )
        if form == TABLE:
            html.put(html_table.chart_table(page, chart))
        elif form == ROWS:
            _show_counted_rows(page, chart)
        elif form == PICTURE:
            # About as high as the picture will be, so that nothing moves when it comes.
            high = chart.height or (len(chart.table) * BAR_ROW if isinstance(chart.mark, Bars) else HEIGHT)
            st.html(f'<div class="figure" data-figure="{name}" style="height:{high}px"></div>')
        menu = download_menu.offer(page, section, chart)
        under, of = "" if sentence else chart.sentence, chart.subtitle or chart.title
        html.show("rule", words, sentence=under, rule=chart.rule, menu=menu, of=of)


def _show_counted_rows(page: PageContext, chart: Chart) -> None:
    words, rows = page.words, rows_behind_chart(page.tables, page.selection, page.words, chart)
    if rows and chart.counted_rows:
        fields = {field.name: field for field in rows.fields}
        order = dict.fromkeys((*FIRST, *chart.counted_rows.columns, LAST))
        columns = tuple(fields[name] for name in order if name in fields)
        table = html_table.table(rows.table.head(MOST_ROWS), columns, rows.title, words)
        html.put(f'<div class="behind">{table}</div>')
        if rows.total > MOST_ROWS:
            values = {"shown": words.number(MOST_ROWS), "total": words.number(rows.total)}
            html.show("hint", words, text=words("downloads.some_rows", **values))


def _figures(charts: dict[str, Chart], thousands: str) -> str:
    """JSON in HTML for the browser: figures by name, the address of plotly's bundle, the colours that they name."""
    figures = [
        {"name": name, "alt": chart.alt, "clicks": bool(chart.mark.filters), **figure(chart, thousands)}
        for name, chart in charts.items()
    ]
    names = set(re.findall(r'"@([\w-]+)"', json.dumps(figures)))
    colours = {mode: {name: tokens(mode)[name] for name in names} for mode in get_args(Mode)}
    data = {"figures": figures, "address": static.plotly_bundle().address, "tokens": colours}
    return f"<div data-figures>{json.dumps(data, ensure_ascii=False).translate(AS_TEXT)}</div>"
