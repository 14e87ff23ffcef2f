"""What was read of an upload: its tables, their rows and columns."""

from dataclasses import dataclass

import streamlit as st

from analysis.intake import CheckResult
from analysis.schema import TABLES
from pages.parts.core import html
from pages.parts.core.page_context import PageContext


@dataclass(frozen=True)
class TableSummary:
    """One table: its name, the sheets it was read from if their names differ, rows, columns."""

    name: str
    sheets: str
    rows: str
    columns: str


def show(view: PageContext, checked: CheckResult) -> None:
    """The card of the tables."""
    words, lines = view.words, []
    for read in checked.tables.values():
        table = TABLES[read.table]
        name, found = words.name(table.headers), {column for columns in read.columns.values() for column in columns}
        sheets = ", ".join(sheet for sheet in read.sheets if sheet != name)
        known = sum(each.name in found for each in table.columns)
        lines.append(TableSummary(name, sheets, words.number(len(read.frame)), f"{known} / {len(table.columns)}"))
    with st.container(key="card-understood", height="stretch"):
        html.show("read-tables", words, lines=lines)
