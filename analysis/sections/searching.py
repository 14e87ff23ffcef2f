"""Looking for rows by words that are written in them. What is written is folded once for a revision, and looked through
for each search."""

from collections.abc import Callable, Iterable, Mapping
from functools import reduce
from operator import and_

import pandas as pd


def matching(frame: pd.DataFrame, written: Callable[[], pd.Series], search: str) -> pd.DataFrame:
    """The rows whose text holds every word of the search, in any case; all of them where nothing is searched for.

    ``written`` gives what the rows of the whole table are looked for by (`folded`), and is not asked where nothing is.
    """
    wanted = search.casefold().split()
    if not wanted:
        return frame
    texts = written()
    found = reduce(and_, (texts.str.contains(word, regex=False) for word in wanted))
    return frame[found.loc[frame.index].to_numpy(dtype=bool)]


def folded(index: pd.Index, *columns: Iterable[str]) -> pd.Series:
    """The texts of each row as one, without case; ``columns`` are in the order of ``index``."""
    texts = [" ".join(row).casefold() for row in zip(*columns, strict=True)]
    return pd.Series(texts, index=index, dtype="str")


def named(lists: pd.Series, names: Mapping[str, object]) -> list[str]:
    """What the known codes of each list are called, as one text; a table holds few different lists."""
    once = {codes: " ".join(str(names[code]) for code in codes if code in names) for codes in set(lists)}
    return [once[codes] for codes in lists]
