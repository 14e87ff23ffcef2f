"""Which years the data covers, and which of them a change on the year before is told of."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from analysis.measures.chosen import Weighed
from analysis.measures.records import UNKNOWN, Records
from analysis.selection import Selection


@dataclass(frozen=True)
class Compared:
    """The year told of and the one before it (None where the data begins later or the year is not over).

    ``running``: the year is not over, so that it cannot be set against a whole one.
    """

    year: int
    before: int | None
    running: bool = False


def span(*tables: Records) -> range:
    """From the first to the last year of records; an empty range where no row has a year."""
    known = _years(tables)
    return range(known[0], known[-1] + 1) if known else range(0)


def years_told(*tables: Records) -> set[int]:
    """The years of which there is any row."""
    return set(_years(tables))


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
    known = _years(activity.values())
    first, last = selection.years or (known[0], known[-1]) if known else (0, 0)
    years = [year for year in known if first <= year <= last]
    now = int(today[:4]) if today else None
    over = [year for year in years if now is None or year < now]
    if over:
        return Compared(over[-1], over[-1] - 1 if over[-1] > known[0] else None)
    return Compared(now, None, running=True) if now in years else None


def _years(tables: Iterable[Records]) -> list[int]:
    """The years that are known, in order."""
    years = [rows["year"] for rows in tables]
    return [year for year in np.unique(np.concatenate(years)).tolist() if year != UNKNOWN] if years else []
