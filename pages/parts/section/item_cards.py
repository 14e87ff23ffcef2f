"""Lists of rows as cards: each with what the data says of it, where it leads, and the way to report a mistake."""

from dataclasses import dataclass

from analysis.sections import Item, ItemList
from pages.parts.core import error_report_link, html, links
from pages.parts.core.page_context import PageContext


@dataclass(frozen=True)
class ListedItem:
    """An item with its addresses: ``inside`` is a page of ours, ``link`` any other, ``report`` for a mistake."""

    item: Item
    link: str | None
    inside: bool
    report: str | None


def show(view: PageContext, listings: tuple[ItemList, ...]) -> None:
    """Each list as a card; one that holds only some has the way to all."""
    for each in listings:
        more = links.filtered_page(view, each.key) if each.more else ""
        html.show("item-list", view.words, listing=each, entries=with_addresses(view, each.items), more=more)


def with_addresses(view: PageContext, items: tuple[Item, ...], reported: bool = True) -> list[ListedItem]:
    """The items with their addresses; ``reported``: with the one where a mistake is reported."""
    made = []
    for item in items:
        inside = links.item(view, item.row)
        report = error_report_link.link(view, item.row, item.what) if item.row and reported else None
        made.append(ListedItem(item, inside or item.link, bool(inside), report))
    return made
