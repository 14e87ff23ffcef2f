"""The navigation bar: name, groups and languages in one row, the pages of the group below."""

from dataclasses import dataclass, replace

from analysis.schema import Language
from pages.parts.core import html, links
from pages.parts.core.page_context import PageContext
from pages.parts.core.page_list import GROUPS, pages_of_group

SWITCH: tuple[Language, ...] = ("fi", "sv", "en")
"""The languages in the order of the bar."""


@dataclass(frozen=True)
class NavigationLink:
    """A link of the bar; ``current`` if it is what is shown, ``language`` if its label is in one of its own."""

    label: str
    address: str
    current: bool
    language: str | None = None


def bar(view: PageContext) -> None:
    """Show the bar. Its links keep what the address says: filters, language, revision.

    The second row has the pages of the page's group; a page outside all groups is alone there.
    """
    elsewhere, words, shown = view.address.for_other_pages(), view.words, view.place
    groups = [
        NavigationLink(
            words(f"frame.group.{each}"), links.to(pages_of_group(each)[0].key, elsewhere), each == shown.group
        )
        for each in GROUPS
    ]
    languages = [
        NavigationLink(
            words(f"frame.language.{each}"),
            links.to(shown.key, replace(view.address, language=each)),
            each == words.language,
            each,
        )
        for each in SWITCH
    ]
    pages = [
        NavigationLink(words(f"frame.page.{each.key}"), links.to(each.key, elsewhere), each == shown)
        for each in (pages_of_group(shown.group) if shown.group else (shown,))
    ]
    home = links.to("overview", elsewhere)
    html.show("navigation", words, home=home, groups=groups, languages=languages, pages=pages)
