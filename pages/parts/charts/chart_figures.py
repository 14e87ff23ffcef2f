"""Places for pictures, and the figures that the browser draws into them (``assets/figures.js``), all at once."""

import json
import re
from collections.abc import Callable
from typing import Any

import streamlit as st

from analysis import static
from analysis.cache import cached_on
from analysis.charts import Chart, figure, tokens
from analysis.schema import Tables
from pages.parts.core import pauses

Named = tuple[tuple[str, Chart], ...]
KEY = "unseen-clicking"
Click = Callable[[str, Any], None]
DRAWN = "drawn"
"""Key of the session: what was drawn last: only other pictures get a head start."""
AS_TEXT = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&"}
"""JSON that is text in HTML: signs of HTML are written as JSON's escapes."""

_clicking = st.components.v2.component(
    "clicking", js=(static.ASSETS / "clicking.js").read_text(encoding="utf-8"), isolate_styles=False
)


def placeholder(name: str, height: int) -> None:
    """Hold a place for the picture of this name, so high in pixels that nothing moves when it comes."""
    st.html(f'<div class="figure" data-figure="{name}" style="height:{height}px"></div>')


def draw(tables: Tables, charts: Named, state: str, on_click: Click) -> None:
    """Draw charts into the places of the names that they are given with.

    ``state`` is all that the charts of these tables depend on (day, selection, language); what the browser is handed is
    cached on the tables by it. A click on
    a mark that filters calls ``on_click`` with the place's name and the mark's key, before the page runs again.
    """

    def clicked() -> None:
        click = st.session_state[KEY].click
        if click:
            on_click(click["name"], click["key"])

    key = (__name__, "draw", state, tuple(name for name, _ in charts))
    handed = cached_on(tables, key, lambda: _handed(charts))
    st.html(handed)
    if st.session_state.get(DRAWN) != handed:
        st.session_state[DRAWN] = handed
        pauses.for_pictures()
    _clicking(key=KEY, on_click_change=clicked)


def _handed(charts: Named) -> str:
    """What the browser is handed, as JSON in HTML: figures, the address of plotly's bundle, the colours they name."""
    figures = [
        {"name": name, "alt": chart.alt, "clicks": bool(chart.mark.filters), **figure(chart)} for name, chart in charts
    ]
    named = set(re.findall(r'"@([\w-]+)"', json.dumps(figures)))
    colours = {mode: {name: tokens(mode)[name] for name in named} for mode in ("light", "dark")}
    handed = {"figures": figures, "address": static.plotly_bundle().address, "tokens": colours}
    return f"<div data-figures>{json.dumps(handed, ensure_ascii=False).translate(AS_TEXT)}</div>"
