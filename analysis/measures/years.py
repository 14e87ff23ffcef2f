"""Which years the data covers, and which of them a change on the year before is told of."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.measures.chosen import Weighed
from analysis.selection import Selection


@dataclass(frozen=True)
class Compared:
    """The year told of and the one before it (None where the data begins later or the year is not over).

    ``running``: the year is not over, so that it cannot be set against a whole one.
    """

    year: int
    before: int | None
    running: bool = False


def span(*frames: pd.DataFrame) -> range:
    """From the first to the last year of weighed rows; an empty range where no row has a year."""
    years = [frame["year"].dropna().to_numpy(dtype="int64") for frame in frames]
    known = np.concatenate(years) if years else np.array([], dtype="int64")
    return range(int(known.min()), int(known.max()) + 1) if len(known) else range(0)


def covered(years: range, selection: Selection) -> range:
    """Those of the years that are chosen."""
    if not selection.years:
        return years
    first, last = selection.years
    return range(max(first, years.start), max(min(last + 1, years.stop), first, years.start))


def comparison(activity: Weighed, selection: Selection, today: str | None = None) -> Compared | None:
    """The year that changes are told of: the last of the chosen years that is over and in which anything is recorded.

    ``activity`` is all that counts, whatever is chosen: all tables, regions and themes share the year, so that numbers
    beside each other speak of the same time. Where only the running year is left, that one and no year before; None
    where nothing is. ``today`` is an ISO day; without it every year counts as over.
    """
    years = pd.concat([frame["year"] for frame in activity.values()]).dropna()
    now = int(today[:4]) if today else None
    if selection.years:
        years = years[years.between(*selection.years)]
    over = years[years < now] if now else years
    if len(over):
        year = int(over.max())
        return Compared(year, year - 1 if year > span(*activity.values()).start else None)
    return Compared(now, None, running=True) if now and now in years.tolist() else None
