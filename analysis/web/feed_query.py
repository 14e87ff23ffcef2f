"""What the address of a calendar or feed asks for, and the answer to it: by region, theme and the other filters."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from urllib.parse import urlencode

from starlette.requests import Request

from analysis.app_services import app_services
from analysis.cache import cached_on
from analysis.open_data.filter_keys import filter_keys
from analysis.open_data.table_query import list_values, parameter_values, read_language, read_year
from analysis.schema import TABLES, Tables, all_tables
from analysis.selection import Selection
from analysis.store import Revision
from analysis.web.api_answers import ApiAnswer, api_words
from analysis.web.request_context import base_address
from analysis.words import Translator

LISTS = {"region": "regions", "theme": "themes", "priority": "priorities", "kind": "kinds"}
"""By parameter: the filter that it sets."""
SINGLE = ("year", "language")
PAGE_NAMES = {filter: name for name, filter in LISTS.items()} | {"years": "year", "lang": "language"}
"""The same parameters as the addresses of pages name them."""


@dataclass(frozen=True)
class FeedQuery:
    """The words, the filters, the published revision (None if nothing is published) with its tables, the address of the
    program with a slash at its end."""

    words: Translator
    selection: Selection
    revision: Revision | None
    tables: Tables
    root: str

    def address(self, path: str) -> str:
        """The address that asks for the same at a ``path``, its parameters in a fixed order."""
        chosen = self.selection
        pairs = {name: ",".join(getattr(chosen, filter)) for name, filter in LISTS.items()}
        pairs["year"] = "-".join(map(str, chosen.years)) if chosen.years else ""
        pairs["language"] = self.words.language
        return f"{self.root}{path}?{urlencode({name: text for name, text in pairs.items() if text}, safe=',')}"


def read_feed_query(request: Request) -> FeedQuery:
    """What a request asks for; ApiFault if it names what there is not. Other parameters, as senders of newsletters add
    them, are passed over."""
    store = app_services().store
    current = store.current()
    tables = store.tables(current.id) if current else all_tables({}, TABLES)
    known = {*LISTS, *SINGLE, *PAGE_NAMES}
    items = [each for each in request.query_params.multi_items() if each[0] in known]
    values = parameter_values(items, tuple(LISTS), SINGLE, PAGE_NAMES)
    regions, themes, priorities, kinds = (filter_keys(tables, name, list_values(values, name)) for name in LISTS)
    years = read_year(values.get("year"))
    selection = Selection(regions=regions, themes=themes, priorities=priorities, kinds=kinds, years=years)
    words = api_words(request, read_language(values.get("language")))
    return FeedQuery(words, selection, current, tables, base_address(request))


def feed_answer(
    path: str, media_type: str, make: Callable[[FeedQuery], bytes], request: Request, name: str = ""
) -> ApiAnswer:
    """The answer to a request: what ``make`` makes of its query, once for all who ask for the same.

    path: of the calendar or feed; media_type: of the answer; name: that of the file in which it may be stored.
    """
    query = read_feed_query(request)
    # What was withdrawn counts for the sequences of events.
    revision = (query.revision.id, query.revision.published) if query.revision else ()
    state = ("feed", path, query.address(path), revision, app_services().store.withdrawn())
    headers = {"content-disposition": f"attachment; filename*=UTF-8''{name}"} if name else {}
    return ApiAnswer(state, media_type, lambda: (cached_on(query.tables, state, partial(make, query)), {}), headers)
