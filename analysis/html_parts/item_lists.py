"""Lists of rows: each row with what the data says of it, where it leads, and the way to report a mistake."""

from dataclasses import dataclass, replace

from analysis.html_parts import links
from analysis.html_parts.filter_summary import value_address
from analysis.html_parts.page_context import PageContext
from analysis.html_parts.rendering import render
from analysis.schema import TABLES
from analysis.sections import Detail, Item, ItemList, Section
from analysis.sections.records.event_calendar import CalendarMonth
from analysis.selection import Address

ASIDE = ("freshness",)
"""Lists that are shown beside the owner's words on the data."""


@dataclass(frozen=True)
class ListedItem:
    """An item with its addresses: ``inside`` is a page of ours, ``link`` any other.

    ``report`` is for a mistake, ``origin`` that of the event which it comes from.
    """

    item: Item
    link: str | None
    inside: bool
    report: str | None
    origin: str | None = None


def listed_items(page: PageContext, items: tuple[Item, ...], *, report: bool = True) -> list[ListedItem]:
    """The items with their addresses; ``report``: with the one where a mistake is reported."""
    entries = []
    for item in items:
        inside = value_address(page, *item.value) if item.value else links.item(page, item.row)
        is_record = item.row is not None and item.row[0] in TABLES
        address = links.report(page, item.row, item.what) if item.row and is_record and report else None
        origin = links.item(page, item.origin.row) if item.origin else None
        entries.append(ListedItem(item, inside or item.link, bool(inside), address, origin))
    return entries


def item_list(page: PageContext, listing: ItemList, address: Address | None = None) -> str:
    """A list as a card; one of only some has the way to all, with the filters of the ``address``, else the page's."""
    whole = "toolkit" if listing.key == "materials" else listing.key
    more = links.to(whole, (address or page.address).for_other_pages()) if listing.more else ""
    entries = listed_items(page, listing.items)
    return render("item-list", page.words, listing=listing, entries=entries, more=more)


def detail_card(page: PageContext, detail: Detail) -> str:
    """The facts of one row, each value with the page that shows what it names, and the way to report a mistake."""
    facts = [(fact.label, [(each, links.item(page, each.row)) for each in fact.values]) for fact in detail.facts]
    report, share = links.report(page, detail.row, detail.title), links.share_buttons(page)
    return render("detail", page.words, detail=detail, facts=facts, report=report, share=share)


def list_columns(page: PageContext, section: Section) -> str:
    """The lists of a section: what is new at the left, the owner's words on the data at the right."""
    lists = [(each, listed_items(page, each.items)) for each in section.lists]
    wide = [each for each in lists if each[0].key not in ASIDE]
    aside = [each for each in lists if each[0].key in ASIDE]
    return render("list-columns", page.words, section=section, wide=wide, aside=aside)


def theme_cards(page: PageContext, section: Section) -> str:
    """The cards of the themes; empty without themes.

    Each is a link to the theme's own page or, where it has none, one that filters by it, if it is set by none.
    """
    doors = []
    for each in section.theme_cards:
        alone = page.selection.themes == (each.code,)
        selection = replace(page.selection, themes=() if alone else (each.code,))
        own = links.item(page, ("themes", each.code))
        doors.append((each, own or links.with_selection(page, selection)))
    return render("theme-cards", page.words, doors=doors) if doors else ""


def month_days(page: PageContext, month: CalendarMonth) -> str:
    """The days of a month with their events, and the events whose day is unknown."""
    days = [[listed_items(page, day.items, report=False) if day else [] for day in week.days] for week in month.weeks]
    some_day = listed_items(page, month.some_day, report=False)
    empty = not some_day and not any(day for week in days for day in week)
    return render("month", page.words, month=month, days=days, some_day=some_day, empty=empty)
