"""The addresses by which the events come into one's own calendar, and what is new into a feed reader."""

from urllib.parse import urlencode

from analysis.html_parts.page_context import PageContext
from analysis.html_parts.rendering import render

FILES = ("events.ics", "feed.atom")
PARAMETERS = {"regions": "region", "themes": "theme"}


def subscription(page: PageContext, is_private: bool) -> str:
    """The card with both addresses, limited by the page's regions and themes.

    is_private: whether readers must sign in, which a calendar program cannot: then it says that the file is to be
    downloaded.
    """
    words, chosen = page.words, {name: ",".join(getattr(page.selection, key)) for key, name in PARAMETERS.items()}
    pairs = {**chosen, "language": words.language}
    query = urlencode({name: text for name, text in pairs.items() if text}, safe=",")
    entries = [(f"{page.address.home}{each}?{query}", words(f"events.subscribe_{each[:4]}")) for each in FILES]
    text = words("events.subscribe_private" if is_private else "events.subscribe_text")
    return render("subscription", words, entries=entries, text=text)
