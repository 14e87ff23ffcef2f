"""What a search gives, and what is searched beside the tables."""

from dataclasses import dataclass

from analysis.schema import Names


@dataclass(frozen=True)
class Hit:
    """A row that answers a query. ``title`` is in the language of the search, where the row has one in it.

    ``score``: 0 to 1, greater is better. ``marks``: the folded words of the row's texts that answer the query, for
    `mark_spans`.
    """

    table: str
    key: str
    title: str
    score: float
    marks: frozenset[str] = frozenset()


@dataclass(frozen=True)
class SearchEntry:
    """What can be found besides rows, as a term of the glossary; ``table`` names its kind, as no sheet is called."""

    table: str
    key: str
    names: Names
