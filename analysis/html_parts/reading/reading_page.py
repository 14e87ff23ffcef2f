"""A page of the reading edition: what its head and its body hold, the same for every reader of its address."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from analysis.html_parts import frame, links
from analysis.html_parts.documents import section_blocks as blocks
from analysis.html_parts.documents.body_context import BodyContext
from analysis.html_parts.documents.layout import element
from analysis.html_parts.documents.page_bodies import page_body
from analysis.html_parts.documents.record_cards import page_number
from analysis.html_parts.page_context import PageContext
from analysis.html_parts.reading.edition_addresses import page_address
from analysis.html_parts.reading.record_pages import neighbour_links, record_page
from analysis.html_parts.reading.structured_data import structured_data
from analysis.html_parts.rendering import render
from analysis.schema import LANGUAGES

Links = Sequence[tuple[str, str, str]]


@dataclass(frozen=True)
class ReadingPage:
    """A page: its title and description, its whole address (empty: it has none), that in each language, what search
    engines read of it, and its body as HTML."""

    title: str
    description: str
    body: str
    address: str = ""
    alternates: tuple[tuple[str, str], ...] = ()
    data: dict[str, Any] | None = None


def reading_page(page: PageContext, context: BodyContext) -> ReadingPage | None:
    """The page of an address of the reading edition; None if it names a record that the data does not have."""
    words, entry = page.words, page.entry
    id = page.address.of(entry.item) if entry.item else None
    alternates = tuple((language, page_address(page, language)) for language in LANGUAGES)
    own = dict(alternates)[words.language]
    if id is None:
        title, description = words(f"web.title.{entry.key}"), words(f"web.description.{entry.key}")
        if (number := page_number(page)) > 1:
            title = words("reading.page_title", title=title, n=words.number(number))
        content, neighbours, trail = Markup("").join(page_body(page, context)), [], _trail(page, ())
    elif record := record_page(page, id, context.size):
        title, description = f"{record.title} \N{EN DASH} {words('frame.name')}", record.description
        content, neighbours, trail = record.blocks, neighbour_links(page, id), _trail(page, (record.title,))
    else:
        return None
    body = _body(page, content, trail, neighbours)
    return ReadingPage(title, description, body, own, alternates, structured_data(page, id))


def missing_page(page: PageContext) -> ReadingPage:
    """The page for an address at which there is nothing, in the frame of the page that would be there."""
    words = page.words
    sentence = render("sentence", words, text=words("reading.missing"))
    home = links.to("overview", page.address.for_other_pages())
    back = render("close", words, link=home, label=words("web.home"))
    content = blocks.heading(page, words("web.missing")) + element(sentence) + element(back)
    body = _body(page, content, (), (), is_there=False)
    return ReadingPage(words("web.missing"), words("reading.missing"), body)


def _body(
    page: PageContext, content: Markup, trail: Sequence[tuple[str, str]], neighbours: Links, is_there: bool = True
) -> str:
    """The frame around the content of a page.

    ``trail``: the pages above it, from the front page on, each with its address, and last its own name without one;
    ``neighbours``: the records before and after it; ``is_there``: whether it is a page of the edition.
    """
    address, is_reading = page.address, page.address.reading
    return render(
        "reading/page",
        page.words,
        navigation=Markup(frame.navigation(page, is_there)),
        notices=Markup(frame.notices(page)) if is_there else "",
        trail=trail,
        usual=links.dashboard(page.entry.key, address) if is_reading and is_there else "",
        content=content,
        neighbours=neighbours,
        foot=Markup(frame.foot(page)),
    )


def _trail(page: PageContext, below: tuple[str, ...]) -> list[tuple[str, str]]:
    """The pages above a page, and last its own name; ``below``: the name of the record, if it is of one."""
    words, elsewhere = page.words, page.address.for_other_pages()
    if page.entry.key == "overview":
        return []
    name = words(f"frame.page.{page.entry.key}")
    above = [(words("reading.front"), links.to("overview", elsewhere))]
    if below:
        return [*above, (name, links.to(page.entry.key, elsewhere)), *((each, "") for each in below)]
    return [*above, (name, "")]
