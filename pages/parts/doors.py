"""The ways into the themes: each a link that chooses the theme, or where it is chosen all of them again."""

from dataclasses import replace

from analysis.sections import Door, Section
from pages.parts import links, markup
from pages.parts.view import View


def show(view: View, section: Section) -> None:
    """The doors beside each other; nothing where the owner names no themes."""
    if section.doors:
        doors = [(door, _link(view, door)) for door in section.doors]
        markup.show("doors", view.words, doors=doors)


def _link(view: View, door: Door) -> str:
    alone = view.selection.themes == (door.code,)
    chosen = replace(view.selection, themes=() if alone else (door.code,))
    return links.to(view.place.key, replace(view.address, selection=chosen))
