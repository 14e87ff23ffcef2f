"""Search of the rows of a table by the words in them, and the table that shows a page of the rows that match."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

import pandas as pd

from analysis.charts import Field
from analysis.sections.context.section_context import SectionContext, no_data
from analysis.sections.model.model import Item, RecordTable
from analysis.words import Translator
from analysis.words.language import DASH

COUNT = 100
"""Rows that a table shows if no other number is wanted."""
FIELDS = {
    "events": ("when", "name", "kind", "regions", "participants", "status"),
    "stories": ("title", "published", "cluster", "themes", "regions", "form"),
    "clusters": ("name", "regions", "field", "founded", "members", "label"),
}
"""By table: the columns of its record table."""
KINDS: Mapping[str, Literal["number", "year", "day"]] = {
    **{"participants": "number", "members": "number", "published": "day", "founded": "year"},
}
"""The kinds of columns that are not text."""


@dataclass(frozen=True)
class Matches:
    """The rows of a table that match a search.

    ``index`` has the labels of all of them in order, ``page`` those of the rows on the page, which begins at position
    ``first``; ``every`` is the number of rows that were searched.
    """

    search: str
    index: pd.Index
    every: int
    first: int
    page: pd.Index

    def search_text(self, words: Translator) -> str:
        """How many of all rows match; empty without a search or a match."""
        if not self.search or not len(self.index):
            return ""
        count, total = words.number(len(self.index)), words.number(self.every)
        return words("items.found", search=self.search, found=count, total=total)

    def page_text(self, words: Translator, key: str) -> str:
        """Which of the matching rows are on the page, by "<key>.all_rows" or "<key>.some_rows"; empty without any."""
        matches, count = len(self.index), len(self.page)
        if not matches:
            return ""
        if count >= matches:
            return words.plural(f"{key}.all_rows", matches)
        last = words.number(self.first + count)
        span = f"{words.number(self.first + 1)}{DASH}{last}" if count else words.number(0)
        return words(f"{key}.some_rows", shown=span, total=words.number(matches))


def search_rows(
    every: Iterable[int], texts: Callable[[], pd.Series], search: str, first: int = 0, count: int = COUNT
) -> Matches:
    """The rows whose text holds every word of the search, in any case; all rows if the search is empty.

    - ``every``: the labels of the rows in order; ``search``: the words.
    - ``texts``: the function that gives the texts of all rows of the table (`search_texts`), unused without a search.
    - ``first`` and ``count``: position of the first row on the page, and the number of rows on it.
    """
    index = labels = pd.Index(every)
    if pieces := search.casefold().split():
        left = texts().loc[labels]
        for piece in pieces:
            left = left[left.str.contains(piece, regex=False).to_numpy(dtype=bool)]
        index = left.index
    return Matches(search, index, len(labels), first, index[first : first + count])


def search_texts(
    index: pd.Index, columns: Iterable[Iterable[str]], lists: Iterable[tuple[pd.Series, Mapping[str, object]]]
) -> pd.Series:
    """The texts of each row as one, without case, from columns of texts and columns of lists of codes.

    ``index`` has the labels of the rows; each of the lists has the names of its codes with it.
    """
    every = list(columns)
    # A table has few different lists: each is put into words once.
    for column, names in lists:
        texts = {codes: " ".join(str(names[code]) for code in codes if code in names) for codes in set(column)}
        every.append([texts[codes] for codes in column])
    return pd.Series([" ".join(row).casefold() for row in zip(*every, strict=True)], index=index, dtype="str")


def record_table(
    context: SectionContext,
    name: str,
    matches: Matches,
    texts: Mapping[str, list[Any]],
    rule: Iterable[str],
    items: tuple[Item, ...] = (),
) -> RecordTable:
    """The table of the rows on the page of ``matches``; a name or title leads to the address in ``link``.

    - ``context``: where the rows are; ``name``: their table.
    - ``texts``: columns of text (None if missing) that replace the columns of the table.
    - ``rule``: sentences on which rows are on the page and how they count; ``items``: the same rows as list items.
    """
    words = context.words
    rows = context.tables[name].loc[matches.page].rename(columns={"website": "link"}).reset_index(drop=True)
    plain = rows[[column for column in (*FIELDS[name], "link", "id") if column not in texts]]
    return RecordTable(
        key=name,
        title=words(f"{name}.rows"),
        table=plain.assign(**{column: pd.Series(values, dtype="str") for column, values in texts.items()}),
        fields=tuple(
            Field(each, words(f"{name}.{each}"), KINDS.get(each, "text"), "link" if each in ("name", "title") else None)
            for each in FIELDS[name]
        ),
        total=len(matches.index),
        first=matches.first,
        rule=" ".join(filter(None, rule)),
        empty=words("items.found_none", search=matches.search) if matches.search else no_data(context),
        items=items,
    )
