"""Lists of rows as cards: each with what the data says of it, where it leads, and the way to report a mistake."""

from dataclasses import dataclass, replace

from analysis.sections import Item, ItemList, Section
from pages.parts.core import html, links
from pages.parts.core.page_context import PageContext


@dataclass(frozen=True)
class ListedItem:
    """An item with its addresses: ``inside`` is a page of ours, ``link`` any other, ``report`` for a mistake."""

    item: Item
    link: str | None
    inside: bool
    report: str | None


def listed_items(page: PageContext, items: tuple[Item, ...], *, report: bool = True) -> list[ListedItem]:
    """The items with their addresses; ``report``: with the one where a mistake is reported."""
    entries = []
    for item in items:
        inside = links.item(page, item.row)
        address = links.report(page, item.row, item.what) if item.row and report else None
        entries.append(ListedItem(item, inside or item.link, bool(inside), address))
    return entries


def show(page: PageContext, listings: tuple[ItemList, ...]) -> None:
    """Each list as a card; one that holds only some has the way to all."""
    for each in listings:
        more = links.to(each.key, page.address.for_other_pages()) if each.more else ""
        html.show("item-list", page.words, listing=each, entries=listed_items(page, each.items), more=more)


def show_themes(page: PageContext, section: Section) -> None:
    """The cards of the themes, each a link that filters by its theme or, if it is set, by none; none without themes."""
    doors = []
    for each in section.theme_cards:
        alone = page.selection.themes == (each.code,)
        selection = replace(page.selection, themes=() if alone else (each.code,))
        doors.append((each, links.with_selection(page, selection)))
    if doors:
        html.show("theme-cards", page.words, doors=doors)
