"""What was understood of an upload: its tables, their rows and columns."""

from dataclasses import dataclass

import streamlit as st

from analysis.intake import Checked, TableRead
from analysis.schema import TABLES
from analysis.words import Words
from pages.parts import markup
from pages.parts.view import View


@dataclass(frozen=True)
class Line:
    """One table: its name, the sheets it was read from where they are called otherwise, rows, columns."""

    name: str
    sheets: str
    rows: str
    columns: str


def card(view: View, checked: Checked) -> None:
    """The card of the tables."""
    lines = [line(each, view.words) for each in checked.tables.values()]
    with st.container(key="card-understood", height="stretch"):
        markup.show("understood", view.words, lines=lines)


def line(read: TableRead, words: Words) -> Line:
    """One table as it was understood."""
    table = TABLES[read.table]
    name, found = words.name(table.headers), {column for columns in read.columns.values() for column in columns}
    sheets = ", ".join(sheet for sheet in read.sheets if sheet != name)
    known = sum(each.name in found for each in table.columns)
    return Line(name, sheets, words.number(len(read.frame)), f"{known} / {len(table.columns)}")
