"""What a page has before it: the words, the revision with its tables, and what is chosen."""

from dataclasses import dataclass, replace

from analysis import presentation_lookup
from analysis.app_services import app_services
from analysis.schema import TABLES, Tables, all_tables
from analysis.sections.filters.filter_options import FilterOptions, filter_options, known_values
from analysis.selection import Address, Selection
from analysis.store import Revision
from analysis.words import Translator
from pages.parts.core import times, url_state
from pages.parts.core.page_list import PageEntry, page_entry


@dataclass(frozen=True)
class PageContext:
    """``address`` holds what is chosen without the values that the data does not know, the ``unknown_values``.

    ``revision`` is the one shown, ``current`` the published one; both None if nothing is published.
    ``missing_revision`` is an id that the address names and that does not exist. ``choices`` is what the filters can
    be set to, ``today`` an ISO day.
    """

    place: PageEntry
    words: Translator
    address: Address
    tables: Tables
    choices: FilterOptions
    revision: Revision | None
    current: Revision | None
    today: str
    unknown_values: tuple[str, ...] = ()
    missing_revision: str | None = None

    @property
    def selection(self) -> Selection:
        """What is chosen."""
        return self.address.selection

    @property
    def state(self) -> str:
        """All that the page depends on, as one text."""
        shown = f"{self.revision.id} {self.revision.published.isoformat()}" if self.revision else ""
        return " ".join((shown, self.today, self.words.language, self.address.suffix()))

    @property
    def numbers_state(self) -> str:
        """All that numbers and pictures depend on: the same without what rows are searched for."""
        return replace(self, address=self.address.with_page_parameters(search=None)).state

    @property
    def pinned(self) -> bool:
        """Whether another revision than the published one is shown."""
        return self.revision != self.current


def of_page(key: str) -> PageContext:
    """The view of a page as the address says."""
    words, address, store = url_state.words(), url_state.address(), app_services().store
    current = store.current()
    pinned = presentation_lookup.find_revision(store, address.revision) if address.revision else None
    revision = pinned or current
    tables = store.tables(revision.id) if revision else all_tables({}, TABLES)
    choices = filter_options(tables, words)
    chosen, dropped = known_values(address.selection, choices)
    unread = (*url_state.unreadable_parts(), *dropped)
    missing = address.revision if address.revision and (revision is None or address.revision != revision.id) else None
    address = replace(address, selection=chosen, revision=None if missing else address.revision)
    return PageContext(
        page_entry(key), words, address, tables, choices, revision, current, times.today(), unread, missing
    )
