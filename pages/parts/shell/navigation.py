"""The navigation bar: name, groups and languages in one row, the pages of the group below."""

from dataclasses import dataclass, replace

from analysis.schema import Language
from pages.parts.core import html, links
from pages.parts.core.page_context import PageContext
from pages.parts.core.page_list import GROUPS, PAGES

LANGUAGES: tuple[Language, ...] = ("fi", "sv", "en")
"""The languages in the order of the bar."""


@dataclass(frozen=True)
class NavigationLink:
    """A link of the bar; ``current`` if it leads to where the reader is, ``language`` if its label is in its own."""

    label: str
    address: str
    current: bool
    language: str | None = None


def show(page: PageContext) -> None:
    """Show the bar. Its links keep what the address says: filters, language, revision.

    The second row has the pages of the page's group; a page outside all groups is alone there.
    """
    words, here, elsewhere = page.words, page.entry, page.address.for_other_pages()
    groups = [
        NavigationLink(words(f"frame.group.{group}"), links.to(keys[0], elsewhere), group == here.group)
        for group, keys in GROUPS.items()
    ]
    languages = [
        NavigationLink(
            words(f"frame.language.{each}"),
            links.to(here.key, replace(page.address, language=each)),
            each == words.language,
            each,
        )
        for each in LANGUAGES
    ]
    pages = [
        NavigationLink(words(f"frame.page.{each.key}"), links.to(each.key, elsewhere), each == here)
        for each in PAGES
        if each == here or (here.group and each.group == here.group)
    ]
    home = links.to("overview", elsewhere)
    html.show("navigation", words, home=home, groups=groups, languages=languages, pages=pages)
