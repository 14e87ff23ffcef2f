"""One thing with all that the data says of it, on the page of its table."""

import streamlit as st

from analysis.sections import Detail
from pages.parts import entries, frame, links, markup, mistake
from pages.parts.view import PageContext


def show(view: PageContext, detail: Detail) -> None:
    """Its name as the page's heading, the way back to all, its facts, and its lists.

    The heading is in the place of the whole page's, so that the one replaces the other at once.
    """
    back = links.to(view.place.key, view.address.with_page_parameters(**{links.ITEM_PAGES[detail.row[0]][1]: None}))
    frame.heading(view, detail.title)
    markup.show("back", view.words, link=back)
    report = mistake.link(view, detail.row, detail.title)
    with st.container(key="card-detail"):
        markup.show("detail", view.words, detail=detail, report=report, share=links.share(view))
    entries.show(view, detail.listings)


def say_missing(view: PageContext, name: str) -> None:
    """If the address names something that does not exist, say so."""
    if id := view.address.of(name):
        markup.show("notice", view.words, text=view.words("items.missing", id=id))
