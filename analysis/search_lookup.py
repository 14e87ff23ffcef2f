"""The index of a revision: its tables, its stored word forms, the terms of the glossary; and what is stored for it."""

from functools import cache
from threading import Thread

from analysis.cache import cached_on
from analysis.schema import Tables
from analysis.search import (
    SearchEntry,
    SearchIndex,
    from_bytes,
    look_up,
    look_up_all,
    search_index,
    to_bytes,
    unique_words,
)
from analysis.store import Store
from analysis.words.glossary import glossary

GLOSSARY = "glossary"
"""The table of hits that are terms of the glossary."""


@cache
def glossary_entries() -> tuple[SearchEntry, ...]:
    """The terms of the glossary as they are searched."""
    return tuple(SearchEntry(GLOSSARY, each.key, each.names) for each in glossary("fi"))


def revision_index(store: Store, revision: str, tables: Tables) -> SearchIndex:
    """The index of the tables of a revision (its id), made once for all who search in them."""

    def make() -> SearchIndex:
        return search_index(tables, glossary_entries(), from_bytes(store.word_forms(revision)))

    return cached_on(tables, "search index", make)


def word_forms_of(tables: Tables, earlier: bytes = b"") -> bytes:
    """The word forms of tables that are published, as they are stored with the revision.

    ``earlier``: those of the revision before it; only words that are new are looked up.
    """
    return to_bytes(look_up_all(unique_words(tables, glossary_entries()), from_bytes(earlier)))


def load_dictionaries() -> None:
    """Load the dictionaries of a query's words, beside whatever else goes on.

    They take a second or two: when the server starts, so that the first reader who searches does not wait for them.
    """
    any_word = glossary_entries()[0].key
    Thread(target=look_up, args=(any_word,), name="dictionaries", daemon=True).start()
