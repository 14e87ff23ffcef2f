"""Lists of rows as cards: each with what the data says of it, where it leads, and the way to report a mistake."""

from dataclasses import dataclass

from analysis.sections import Item, Listing
from pages.parts import links, markup, mistake
from pages.parts.view import View


@dataclass(frozen=True)
class Entry:
    """An item with its addresses: ``inside`` is a page of ours, ``link`` any other, ``report`` for a mistake."""

    item: Item
    link: str | None
    inside: bool
    report: str | None


def cards(view: View, listings: tuple[Listing, ...]) -> None:
    """Each list as a card."""
    for each in listings:
        card(view, each)


def card(view: View, listing: Listing) -> None:
    """A list's card; where it holds only some, the way to all."""
    more = links.page(view, listing.key) if listing.more else ""
    markup.show("entries", view.words, listing=listing, entries=entries(view, listing.items), more=more)


def entries(view: View, items: tuple[Item, ...], reported: bool = True) -> list[Entry]:
    """The items with their addresses; ``reported``: with the one where a mistake is reported."""
    return [_entry(view, each, reported) for each in items]


def _entry(view: View, item: Item, reported: bool) -> Entry:
    inside = links.item(view, item.row)
    report = mistake.link(view, item.row, item.what) if item.row and reported else None
    return Entry(item, inside or item.link, bool(inside), report)
