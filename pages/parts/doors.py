"""The ways into the themes: each a link that chooses the theme, or if it is chosen all of them again."""

from dataclasses import replace

from analysis.sections import Section
from pages.parts import links, markup
from pages.parts.view import View


def show(view: View, section: Section) -> None:
    """The cards of the themes beside each other; nothing if the owner names no themes."""
    doors = []
    for each in section.doors:
        alone = view.selection.themes == (each.code,)
        selection = replace(view.selection, themes=() if alone else (each.code,))
        doors.append((each, links.to(view.place.key, replace(view.address, selection=selection))))
    if doors:
        markup.show("theme-cards", view.words, doors=doors)
