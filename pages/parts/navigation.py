"""The navigation bar: name, groups and languages in one row, the pages of the group below."""

from dataclasses import dataclass, replace

from analysis.schema import Language
from analysis.selection import Address
from pages.parts import links, markup
from pages.parts.places import GROUPS, Place, within
from pages.parts.view import View

SWITCH: tuple[Language, ...] = ("fi", "sv", "en")
"""The languages as they stand in the bar."""


@dataclass(frozen=True)
class Link:
    """A link of the bar; ``current`` where it is what is shown, ``language`` where its label is in one of its own."""

    label: str
    address: str
    current: bool
    language: str | None = None


def bar(view: View) -> None:
    """Show the bar. Its links keep what the address says: filters, language, revision."""
    elsewhere, words = view.address.elsewhere(), view.words
    markup.show(
        "navigation",
        words,
        home=links.to("overview", elsewhere),
        groups=[_group(view, each) for each in GROUPS],
        languages=[_language(view, each) for each in SWITCH],
        pages=[_page(view, each, elsewhere) for each in beside(view.place)],
    )


def beside(place: Place) -> tuple[Place, ...]:
    """The pages of the second row: those of the page's group; a page outside all groups stands alone."""
    return within(place.group) if place.group else (place,)


def _group(view: View, group: str) -> Link:
    address = links.page(view, within(group)[0].key)
    return Link(view.words(f"frame.group.{group}"), address, group == view.place.group)


def _page(view: View, place: Place, address: Address) -> Link:
    return Link(view.words(f"frame.page.{place.key}"), links.to(place.key, address), place == view.place)


def _language(view: View, language: Language) -> Link:
    address = links.to(view.place.key, replace(view.address, language=language))
    return Link(view.words(f"frame.language.{language}"), address, language == view.words.language, language)
