"""One thing with all that the data says of it, on the page of its table."""

import streamlit as st

from analysis.sections import Detail
from pages.parts.core import error_report_link, html, links
from pages.parts.core.page_context import PageContext
from pages.parts.section import item_cards
from pages.parts.shell import page


def show(view: PageContext, detail: Detail) -> None:
    """Its name as the page's heading, the way back to all, its facts, and its lists.

    The heading is in the place of the whole page's, so that the one replaces the other at once.
    """
    back = links.to(view.place.key, view.address.with_page_parameters(**{links.ITEM_PAGES[detail.row[0]][1]: None}))
    page.heading(view, detail.title)
    html.show("back", view.words, link=back)
    report = error_report_link.link(view, detail.row, detail.title)
    with st.container(key="card-detail"):
        html.show("detail", view.words, detail=detail, report=report, share=links.share(view))
    item_cards.show(view, detail.listings)


def say_missing(view: PageContext, name: str) -> None:
    """If the address names something that does not exist, say so."""
    if id := view.address.of(name):
        html.show("notice", view.words, text=view.words("items.missing", id=id))
