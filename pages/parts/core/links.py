"""Addresses within the dashboard that lists and tables lead to: they keep language, filters and revision."""

from dataclasses import replace

import streamlit as st
from markupsafe import Markup

from analysis.app_services import app_services
from analysis.selection import Address
from pages.parts.core import html
from pages.parts.core.page_context import PageContext
from pages.parts.core.page_list import page_entry

ITEM_PAGES = {"events": ("events", "event"), "clusters": ("clusters", "cluster")}
"""By table: the page that shows one row of it, and what of the address names the row."""


def to(key: str, address: Address) -> str:
    """The address of a page, relative to any page."""
    return f"./{page_entry(key).path}{address.suffix()}"


def root(view: PageContext) -> str:
    """The address of the program as its readers know it, with a slash at its end."""
    here = str(st.context.url or "").split("?")[0].removesuffix(f"/{view.place.path}")
    return (app_services().settings.public_address or here).rstrip("/") + "/"


def item(view: PageContext, row: tuple[str, str] | None) -> str | None:
    """The address of one row (table and key); None if no page shows rows of its table."""
    if row is None or row[0] not in ITEM_PAGES:
        return None
    key, name = ITEM_PAGES[row[0]]
    return to(key, view.address.for_other_pages().with_page_parameters(**{name: row[1]}))


def share(view: PageContext) -> Markup:
    """Two buttons: one copies the address of what is seen, one that of what this revision shows for good.

    A presenter's notes do not go along.
    """
    shown = view.address.without_notes()
    live = to(view.place.key, replace(shown, revision=None))
    revision = view.revision.id if view.revision else ""
    pinned = to(view.place.key, shown.pinned(revision)) if revision else ""
    return Markup(html.render("share", view.words, live=live, pinned=pinned, revision=revision))


def filtered_page(view: PageContext, key: str) -> str:
    """Another page with the same filters."""
    return to(key, view.address.for_other_pages())
