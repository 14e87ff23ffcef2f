"""The context of a page: the words, the revision with its tables, the selection, and what is computed from them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any, TypeVar

from analysis import presentation_lookup
from analysis import selection as addresses
from analysis.access import DataRight
from analysis.cache import cached_on
from analysis.html_parts.page_choices import page_choice
from analysis.html_parts.page_list import PAGE_BY_KEY, PageEntry
from analysis.schema import LANGUAGES, TABLES, Tables, all_tables
from analysis.sections import LinkAnswers
from analysis.sections.filters.filter_options import FilterOptions, filter_options, known_values
from analysis.selection import Address, Selection, unreadable_values
from analysis.store import Revision, Store
from analysis.words import Translator
from analysis.words.language import HELSINKI

Value = TypeVar("Value")
LINK_PAGES = ("gaps", "toolkit")
"""The pages that tell which links lead nowhere."""


def day_in_finland(time: datetime) -> str:
    """The ISO day of a time, by the clock of Finland."""
    return time.astimezone(HELSINKI).date().isoformat()


@dataclass(frozen=True)
class PageContext:
    """``address`` holds the selection without the values that the data does not have, the ``unknown_values``.

    ``revision`` is the one shown, ``current`` the published one; both None if nothing is published.
    ``missing_revision`` is an id that the address names and that does not exist. ``choices`` is what the filters can
    be set to, ``today`` an ISO day, ``root`` the program's own address as its readers know it, with a slash at its end.
    ``right`` is the one by which the page is made. ``links``: what became of asking the links, for `LINK_PAGES` alone.
    """

    entry: PageEntry
    words: Translator
    address: Address
    tables: Tables
    choices: FilterOptions
    revision: Revision | None
    current: Revision | None
    today: str
    root: str
    unknown_values: tuple[str, ...] = ()
    missing_revision: str | None = None
    right: DataRight = field(default_factory=DataRight)
    links: LinkAnswers | None = None

    @property
    def selection(self) -> Selection:
        """The filters that are set."""
        return self.address.selection

    def menu(self, name: str) -> str:
        """The name of a menu of files; empty in the reading edition, where nothing answers a button."""
        return "" if self.address.reading else name

    @property
    def choice(self) -> str:
        """What the page compares, or its step of time (`page_choice`); KeyError for a page without such a choice."""
        return page_choice(self.entry.key, self.address)

    def state(self, *, search: bool = True) -> str:
        """All that the page depends on, as one text; numbers and pictures do not depend on the ``search``."""
        address = self.address if search else self.address.with_page_parameters(search=None)
        revision = f"{self.revision.id} {self.revision.published.isoformat()}" if self.revision else ""
        withdrawn = ",".join(sorted(self.right.withdrawn))
        return " ".join((revision, self.today, self.words.language, address.suffix(), withdrawn))

    def build(self, make: Callable[..., Value], *args: Any, **options: Any) -> Value:
        """What ``make`` builds from tables, selection and words, once for all readers whose page has the same state.

        ``args`` follow from day and address, ``options`` are hashable and may be anything else. The result is cached on
        the page's tables; nobody changes it.
        """
        plain = tuple(getattr(each, "key", each) for each in args)
        state = self.state(search=False)
        key = (make.__module__, make.__qualname__, state, plain, tuple(sorted(options.items())))
        return cached_on(self.tables, key, lambda: make(self.tables, self.selection, self.words, *args, **options))

    def moment(self, time: datetime) -> str:
        """Day and time in Finland: "24.11.2026 klo 12.30"."""
        local, day = time.astimezone(HELSINKI), self.words.day(day_in_finland(time))
        return self.words("frame.moment", day=day, hour=local.hour, minute=f"{local.minute:02}")


def known_address(query: Mapping[str, str]) -> Address:
    """What the query of an address says; an unknown language counts as none."""
    address = addresses.read(query)
    return replace(address, language=address.language if address.language in LANGUAGES else None)


def read(key: str, query: Mapping[str, str], words: Translator, store: Store, root: str) -> PageContext:
    """The context of the page of a ``key``, as the ``query`` of its address says.

    ``words``: the language; ``store``: of the revisions; ``root``: the program's own address, with a slash at its end.
    """
    address, current = known_address(query), store.current()
    pinned = presentation_lookup.find_revision(store, address.revision) if address.revision else None
    revision = pinned or current
    missing = address.revision if address.revision and (revision is None or address.revision != revision.id) else None
    tables = store.tables(revision.id) if revision else all_tables({}, TABLES)
    choices = filter_options(tables, words)
    selection, unknown = known_values(address.selection, choices)
    return PageContext(
        entry=PAGE_BY_KEY[key],
        words=words,
        address=replace(address, selection=selection, revision=None if missing else address.revision),
        tables=tables,
        choices=choices,
        revision=revision,
        current=current,
        today=day_in_finland(datetime.now(UTC)),
        root=root,
        unknown_values=(*unreadable_values(query, LANGUAGES), *unknown),
        missing_revision=missing,
        links=presentation_lookup.link_answers(store) if key in LINK_PAGES else None,
    )
