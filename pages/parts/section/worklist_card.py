"""The rows behind a gap, and the worklist that a coordinator takes along to fill in."""

from functools import partial

import streamlit as st

from analysis.exports import worklist_name, worklist_workbook
from analysis.html_parts.gap_card import GAP, gap_foot, gap_head
from analysis.html_parts.page_context import PageContext
from analysis.sections import Section, worklist
from analysis.selection import LISTS
from analysis.words.language import HELSINKI
from pages.parts.charts import download_menu, downloads
from pages.parts.core import html


def show(page: PageContext, section: Section | None) -> None:
    """The card of the rows of a gap (`gap_rows`) with its worklist; nothing without one."""
    if section is None:
        return
    with st.container(key="rows_gap"):
        html.put(*gap_head(page, section))
        with st.container(key="handouts_gap", horizontal=True):
            key = page.address.of(GAP) or ""
            label, make = page.words("gaps.worklist_button"), partial(_worklist_file, page, key, section)
            downloads.button(label, make, _name(page, section), "download_worklist")
        menu = download_menu.offer(page, section, section.rows[0])
        html.put(*gap_foot(page, section, menu))


def _worklist_file(page: PageContext, key: str, section: Section) -> bytes:
    """The worklist of the rows that the page shows, whatever revision it is."""
    lines = worklist(page.tables, page.selection, page.words, page.today, key, page.links)
    time = page.revision.published if page.revision else None
    return worklist_workbook(page.tables, lines, page.words, downloads.origin(page, section), timestamp=time)


def _name(page: PageContext, section: Section) -> str:
    """The name of the worklist's file: what is missing, which filters are set, and which revision it is of."""
    revision = page.revision
    lists = [(dict(page.choices[name]), getattr(page.selection, name)) for name in LISTS]  # type: ignore[literal-required]
    labels = [labels[each] for labels, codes in lists for each in codes]
    years = "-".join(map(str, dict.fromkeys(page.selection.years or ())))
    day = revision.published.astimezone(HELSINKI).date() if revision else None
    id = revision.id if revision else ""
    return worklist_name(section.title, page.words, *labels, years, revision=id, day=day)
