"""Search as HTML: the field, and the hits in groups with the words that were looked for marked."""

from dataclasses import replace

from markupsafe import Markup, escape

from analysis.html_parts import links
from analysis.html_parts.item_lists import ListedItem
from analysis.html_parts.page_context import PageContext
from analysis.html_parts.rendering import render
from analysis.search import Hit, mark_spans, search
from analysis.search_lookup import GLOSSARY, revision_index
from analysis.sections.model.model import Item
from analysis.sections.records.search_lists import search_lists, selected_rows
from analysis.selection import Selection
from analysis.store import Store

QUERY = "q"
"""Parameter of the address."""
MOST = 200
"""Hits that are shown at most, over all groups."""
MARK = Markup("<mark>{}</mark>")


def search_field(page: PageContext, *, large: bool = False) -> Markup:
    """The field as a form that works without scripts; it keeps language, filters and revision."""
    address = page.address.for_other_pages()
    fields = [each for each in address.query().items() if each[0] != QUERY]
    query = page.address.of(QUERY) or ""
    return Markup(
        render("search-field", page.words, fields=fields, query=query, large=large, action=links.bare(page, "search"))
    )


def search_blocks(page: PageContext, store: Store) -> tuple[str, ...]:
    """What the search page holds under its heading: the field, a sentence, the hits by group.

    ``store``: of the revision that the page shows.
    """
    words, query = page.words, page.address.of(QUERY) or ""
    hits = _hits(page, store, query, page.selection)
    lists = search_lists(page.tables, words, page.today, hits)
    marks = hits[0].marks if hits else frozenset()
    groups = []
    for each in lists:
        entries = [(_listed(page, item), with_marks(item, marks)) for item in each.items]
        groups.append(render("search-group", words, listing=each, entries=entries))
    others = 0
    if query and page.selection.without("compare") != Selection():
        others = len(_hits(page, store, query, Selection())) - len(hits)
    unfiltered = links.to("search", replace(page.address, selection=Selection())) if others else ""
    sentence = _sentence(page, query, len(hits))
    told = render("search-sentence", words, sentence=sentence, unfiltered=unfiltered, others=others)
    return search_field(page, large=True), told, *groups


def with_marks(item: Item, marks: frozenset[str]) -> tuple[Markup, Markup, Markup]:
    """The name, the line and the summary of an item, with the words of some marks in `MARK`."""
    name, line, summary = (_marked_text(each, marks) for each in (item.what, item.meta, item.summary))
    return name, line, summary


def _marked_text(text: str, marks: frozenset[str]) -> Markup:
    """A text with the words of some marks in `MARK`."""
    parts, at = list[Markup](), 0
    for first, end in mark_spans(text, marks):
        parts += [escape(text[at:first]), MARK.format(text[first:end])]
        at = end
    return Markup("").join([*parts, escape(text[at:])])


def _hits(page: PageContext, store: Store, query: str, selection: Selection) -> list[Hit]:
    """The hits of a query among what a selection leaves."""
    if not query or page.revision is None:
        return []
    index = revision_index(store, page.revision.id, page.tables)
    within = selected_rows(page.tables, selection.without("compare"))
    return search(index, query, page.words.language, MOST, within)


def _sentence(page: PageContext, query: str, number: int) -> str:
    """What was found, what to try if nothing was, or what can be looked for."""
    words = page.words
    if not query:
        return words("search.hint")
    if not number:
        return words("search.none", query=query)
    if number == MOST:
        return words("search.most", query=query, n=MOST)
    return words.plural("search.found", number, query=query)


def _listed(page: PageContext, item: Item) -> ListedItem:
    """An item with the address of its row on its page."""
    assert item.row is not None
    table, key = item.row
    address = page.address.for_other_pages()
    inside = links.item(page, item.row)
    if inside and page.address.reading:
        return ListedItem(item, inside, True, None)
    if table == "stories":
        inside = links.to("stories", address.with_page_parameters(search=item.what))
    elif table == "materials":
        materials = page.tables["materials"]
        themes = next(iter(materials.loc[materials["id"] == key, "themes"]), ())
        inside = links.to("toolkit", replace(address, selection=Selection(themes=themes[:1])))
    elif table in ("themes", "priorities"):
        inside = links.to("themes", replace(address, selection=Selection().with_filter(table, key)))
    elif table == GLOSSARY:
        inside = links.to("start", address) + f"#term-{key}"
    return ListedItem(item, inside or item.link, bool(inside), None)
