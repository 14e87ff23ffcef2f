"""What an upload holds and would change, in cards: issues beside tables, and below them the difference."""

from dataclasses import dataclass

import streamlit as st

from analysis.intake import CheckResult
from analysis.publishing import Preview
from analysis.schema import TABLES
from pages.parts.core import html
from pages.parts.core.page_context import PageContext
from pages.parts.update import change_list, data_downloads, issue_list


@dataclass(frozen=True)
class TableSummary:
    """One table: its name, the sheets it was read from if their names differ, rows, columns."""

    name: str
    sheets: str
    rows: str
    columns: str


def show(page: PageContext, preview: Preview) -> None:
    """The cards; if nothing can be published only the issues."""
    checked = preview.checked
    if not any(read.publishable for read in checked.tables.values()):
        issue_list.show(page, preview)
        return
    left, right = st.columns([7, 5], gap="medium")
    with left:
        issue_list.show(page, preview)
    with right:
        _show_tables(page, checked)
    change_list.show(page, preview, data_downloads.published_tables(page))


def _show_tables(page: PageContext, checked: CheckResult) -> None:
    """The card of the tables that were read, with their rows and columns."""
    words, lines = page.words, []
    for read in checked.tables.values():
        table = TABLES[read.table]
        name, columns = words.name(table.headers), {name for names in read.columns.values() for name in names}
        sheets = ", ".join(sheet for sheet in read.sheets if sheet != name)
        number = sum(each.name in columns for each in table.columns)
        lines.append(TableSummary(name, sheets, words.number(len(read.frame)), f"{number} / {len(table.columns)}"))
    with st.container(key="card-understood", height="stretch"):
        html.show("read-tables", words, lines=lines)
