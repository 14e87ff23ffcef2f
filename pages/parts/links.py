"""Addresses within the dashboard that lists and tables lead to: they keep language, filters and revision."""

from dataclasses import replace

import streamlit as st
from markupsafe import Markup

from analysis.desk import desk
from analysis.selection import Address
from pages.parts import markup
from pages.parts.places import place
from pages.parts.view import View

ITEM_PAGES = {"events": ("events", "event"), "clusters": ("clusters", "cluster")}
"""By table: the page that shows one row of it, and what of the address names the row."""


def to(key: str, address: Address) -> str:
    """The address of a page, relative to any page."""
    return f"./{place(key).path}{address.suffix()}"


def root(view: View) -> str:
    """The address of the program as its readers know it, with a slash at its end."""
    here = str(st.context.url or "").split("?")[0].removesuffix(f"/{view.place.path}")
    return (desk().settings.public_address or here).rstrip("/") + "/"


def item(view: View, row: tuple[str, str] | None) -> str | None:
    """The address of one row (table and key); None if no page shows rows of its table."""
    if row is None or row[0] not in ITEM_PAGES:
        return None
    key, name = ITEM_PAGES[row[0]]
    return to(key, view.address.elsewhere().showing(**{name: row[1]}))


def share(view: View) -> Markup:
    """Two buttons: one copies the address of what is seen, one that of what this revision shows for good.

    A presenter's notes do not go along.
    """
    shown = view.address.without_notes()
    live = to(view.place.key, replace(shown, revision=None))
    revision = view.revision.id if view.revision else ""
    pinned = to(view.place.key, shown.pinned(revision)) if revision else ""
    return Markup(markup.filled("share", view.words, live=live, pinned=pinned, revision=revision))


def page(view: View, key: str) -> str:
    """Another page with the same filters."""
    return to(key, view.address.elsewhere())
