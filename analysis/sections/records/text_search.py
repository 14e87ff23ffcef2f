"""Search of table rows by the words in them: texts are folded once for a revision and looked through each time."""

from collections.abc import Callable, Iterable, Mapping

import pandas as pd

from analysis.words import Translator
from analysis.words.language import DASH

COUNT = 100
"""Rows that a table shows if nothing else is asked for."""


def matching(frame: pd.DataFrame, indexed: Callable[[], pd.Series], search: str) -> pd.DataFrame:
    """The rows whose text holds every word of the search, in any case; all rows for an empty search.

    ``indexed`` gives the texts of all rows of the table (`folded`); it is not called for an empty search.
    """
    texts = indexed() if search.split() else None
    for word in search.casefold().split():
        assert texts is not None
        frame = frame[texts.loc[frame.index].str.contains(word, regex=False).to_numpy(dtype=bool)]
    return frame


def folded(index: pd.Index, *columns: Iterable[str]) -> pd.Series:
    """The texts of each row as one, without case; ``columns`` are in the order of ``index``."""
    texts = [" ".join(row).casefold() for row in zip(*columns, strict=True)]
    return pd.Series(texts, index=index, dtype="str")


def named(lists: pd.Series, names: Mapping[str, object]) -> list[str]:
    """The names of the known codes of each list as one text; a table holds few different lists."""
    once = {codes: " ".join(str(names[code]) for code in codes if code in names) for codes in set(lists)}
    return [once[codes] for codes in lists]


def row_count(words: Translator, key: str, matches: int, first: int, count: int) -> str:
    """Which of the matching rows are shown: ``count`` of them from the position ``first`` on; empty without any.

    The texts are "<key>.all_rows" and "<key>.some_rows".
    """
    if not matches:
        return ""
    if count >= matches:
        return words.plural(f"{key}.all_rows", matches)
    shown = f"{words.number(first + 1)}{DASH}{words.number(first + count)}" if count else words.number(0)
    return words(f"{key}.some_rows", shown=shown, total=words.number(matches))


def search_result(words: Translator, search: str, matches: int, every: int) -> str:
    """How many of all rows a search has found; empty without a search or a match."""
    if not search or not matches:
        return ""
    return words("items.found", search=search, found=words.number(matches), total=words.number(every))
