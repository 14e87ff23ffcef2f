"""Which terms are looked at: the themes, the priorities of a period, the cluster themes."""

import streamlit as st

from analysis.sections import group, groups
from analysis.sections.terms import Group
from pages.parts import pick
from pages.parts.view import View

NAME = "group"


def chosen(view: View) -> Group:
    """The group that the address names, else the themes."""
    return group(view.tables, view.words, view.address.of(NAME))


def choose(view: View, shown: Group) -> None:
    """The buttons of the groups that the workbook has; a single one needs none."""
    offered = {each.key: each.name for each in groups(view.tables, view.words)}
    pick.unknown(view, NAME, tuple(offered))
    if len(offered) > 1:
        with st.container(key="pick", horizontal=True):
            pick.choose(view.words("themes.group"), NAME, offered, shown.key)
