"""The ways into the themes: each a link that chooses the theme, or if it is chosen all of them again."""

from dataclasses import replace

from analysis.sections import Section
from pages.parts.core import html, links
from pages.parts.core.page_context import PageContext


def show(view: PageContext, section: Section) -> None:
    """The cards of the themes beside each other; nothing if the owner names no themes."""
    doors = []
    for each in section.theme_cards:
        alone = view.selection.themes == (each.code,)
        selection = replace(view.selection, themes=() if alone else (each.code,))
        doors.append((each, links.to(view.place.key, replace(view.address, selection=selection))))
    if doors:
        html.show("theme-cards", view.words, doors=doors)
