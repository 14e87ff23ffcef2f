"""Lists of rows as cards on a page."""

from analysis.html_parts import item_lists
from analysis.html_parts.page_context import PageContext
from analysis.sections import ItemList, Section
from pages.parts.core import html


def show(page: PageContext, listings: tuple[ItemList, ...]) -> None:
    """Each list as a card; one that holds only some has the way to all."""
    texts = [item_lists.item_list(page, each) for each in listings]
    html.put(*texts)


def show_or_say(page: PageContext, listing: ItemList) -> None:
    """The list as a card; the sentence that it is empty without one."""
    if listing.items:
        show(page, (listing,))
    else:
        html.show("hint", page.words, text=listing.empty)


def show_themes(page: PageContext, section: Section) -> None:
    """The cards of the themes, each a link that filters by its theme or, if it is set, by none; none without themes."""
    text = item_lists.theme_cards(page, section)
    html.put(text)
