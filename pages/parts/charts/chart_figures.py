"""The figures of a page, which the browser draws into their places (``assets/figures.js``) all at once, and clicks."""

import json
import re

import streamlit as st

from analysis import static
from analysis.cache import cached_on
from analysis.charts import Chart, figure, tokens
from analysis.sections import Section
from pages.parts.core import pauses, url_state
from pages.parts.core.page_context import PageContext
from pages.parts.filters import filter_bar

KEY = "unseen-figure-clicks"
LAST_FIGURES = "last_figures"
"""Key of the session: the figures that the browser has; only other ones are worth a pause."""
AS_TEXT = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&"}
"""JSON that is text in HTML: signs of HTML are written as JSON's escapes."""

_clicks = st.components.v2.component(
    "figure_clicks", js=(static.ASSETS / "figure_clicks.js").read_text(encoding="utf-8"), isolate_styles=False
)


def draw(page: PageContext, *sections: Section | None) -> None:
    """Draw the charts of these sections into their places ("overview_regions"), if the page has or will have one.

    A page does this before all else: the browser draws while the rest is on its way. Figures are cached on the page's
    tables. A click on a mark that filters changes the filters before the page runs again.
    """
    charts = {
        f"{section.key}_{chart.key}": chart
        for section in sections
        if section
        for chart in section.charts
        if len(chart.table)
    }
    if not charts:
        return

    def clicked() -> None:
        """Filter by what a mark stands for: a value of one filter, or of two at once."""
        click = st.session_state[KEY].click
        if click and (names := charts[click["name"]].mark.filters):
            key = click["key"]
            values = {names: key} if isinstance(names, str) else dict(zip(names, key, strict=True))
            url_state.change(filter_bar.toggle(page.selection, values))

    key = (__name__, "draw", page.state(search=False), tuple(charts))
    figures = cached_on(page.tables, key, lambda: _figures(charts))
    st.html(figures)
    if st.session_state.get(LAST_FIGURES) != figures:
        st.session_state[LAST_FIGURES] = figures
        pauses.for_pictures()
    _clicks(key=KEY, on_click_change=clicked)


def _figures(charts: dict[str, Chart]) -> str:
    """JSON in HTML for the browser: figures by name, the address of plotly's bundle, the colours that they name."""
    figures = [
        {"name": name, "alt": chart.alt, "clicks": bool(chart.mark.filters), **figure(chart)}
        for name, chart in charts.items()
    ]
    names = set(re.findall(r'"@([\w-]+)"', json.dumps(figures)))
    colours = {mode: {name: tokens(mode)[name] for name in names} for mode in ("light", "dark")}
    data = {"figures": figures, "address": static.plotly_bundle().address, "tokens": colours}
    return f"<div data-figures>{json.dumps(data, ensure_ascii=False).translate(AS_TEXT)}</div>"
