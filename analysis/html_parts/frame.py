"""What frames a page: the navigation bar, notices that a reader must know, the heading, and the footer."""

from dataclasses import dataclass, replace

from analysis.html_parts import links
from analysis.html_parts.page_context import PageContext, day_in_finland
from analysis.html_parts.page_list import GROUPS, READING_GROUPS
from analysis.html_parts.rendering import render
from analysis.html_parts.search_results import search_field
from analysis.schema import Language
from analysis.sections.context.owner_texts import owner_text, sample_notice

LANGUAGES: tuple[Language, ...] = ("fi", "sv", "en")
"""The languages in the order of the bar."""


@dataclass(frozen=True)
class NavigationLink:
    """A link of the bar; ``current`` if it leads to where the reader is, ``language`` if its label is in its own."""

    label: str
    address: str
    current: bool
    language: str | None = None


def navigation(page: PageContext, is_there: bool = True) -> str:
    """The bar: name, groups, search and languages in one row, the pages of the group below.

    Its links keep what the address says: filters, language, revision. The second row has the pages of the page's group;
    a page outside all groups is alone there. ``is_there``: whether the reader is at this page, or at none.
    """
    words, here, elsewhere = page.words, page.entry, page.address.for_other_pages()
    every = READING_GROUPS if page.address.reading else GROUPS
    own = next((group for group, keys in every.items() if here.key in keys), None)
    groups = [
        NavigationLink(words(f"frame.group.{group}"), links.to(keys[0], elsewhere), is_there and group == own)
        for group, keys in every.items()
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
        NavigationLink(words(f"frame.page.{key}"), links.to(key, elsewhere), is_there and key == here.key)
        for key in (every[own] if own else (here.key,))
    ]
    home = links.to("overview", elsewhere)
    search = "" if here.key == "search" else search_field(page)
    return render("navigation", words, home=home, groups=groups, languages=languages, pages=pages, search=search)


def notices(page: PageContext) -> str:
    """What a reader must know: sample data, an old revision, an address that says too much; empty without any."""
    when = page.moment(page.revision.published) if page.revision else ""
    newest = links.to(page.entry.key, replace(page.address, revision=None))
    sample = sample_notice(page.tables, page.words)
    return render("notices", page.words, page=page, when=when, newest=newest, sample=sample)


def foot(page: PageContext) -> str:
    """The footer: freshness and revision, licence, statements."""
    words, revision = page.words, page.revision
    updated = words.day(day_in_finland(revision.published)) if revision else ""
    about = links.to("about", page.address.for_other_pages())
    is_reading = page.address.reading
    twin = links.dashboard(page.entry.key, page.address) if is_reading else links.reading(page)
    licence, feedback, contact = (owner_text(page.tables, key, words) for key in ("licence", "feedback", "contact"))
    values = {"revision": revision, "updated": updated, "about": about, "twin": twin, "is_reading": is_reading}
    return render("foot", words, licence=licence, channel=feedback or contact, **values)
