"""Looking for rows by words that are written in them."""

from collections.abc import Iterable

import pandas as pd


def matching(frame: pd.DataFrame, texts: Iterable[str], search: str) -> pd.DataFrame:
    """The rows whose text holds every word of the search, in any case; all of them where nothing is searched for.

    ``texts``: what each row is looked for by, in the order of the rows.
    """
    wanted = search.casefold().split()
    if not wanted:
        return frame
    found = [all(word in text for word in wanted) for text in map(str.casefold, texts)]
    return frame[pd.Series(found, index=frame.index, dtype=bool)]
