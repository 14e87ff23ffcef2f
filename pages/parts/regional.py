"""What regions are compared by: buttons for the measure, and a switch that sets participants beside inhabitants."""

import streamlit as st

from analysis.sections import MEASURES
from pages.parts import pick
from pages.parts.view import View

NAME = "measure"
SWITCHED, RATE = "participants", "rate"


def measure(view: View) -> str:
    """The measure that the address names, else the first."""
    return pick.picked(view, NAME, MEASURES)


def choose(view: View, chosen: str) -> None:
    """The buttons; the rate is no button of its own but the participants' switch."""
    words = view.words
    offered = {key: words(f"regions.measure_{key}") for key in MEASURES if key != RATE}
    pick.unknown(view, NAME, MEASURES)
    with st.container(key="pick", horizontal=True, vertical_alignment="center"):
        pick.choose(words("regions.measure"), NAME, offered, SWITCHED if chosen == RATE else chosen)
        if chosen in (SWITCHED, RATE):
            pick.switch(words("regions.per"), NAME, RATE, SWITCHED, chosen)
