"""The years that the data covers, and the one that is compared with the year before."""

from dataclasses import dataclass

import numpy as np

from analysis.measures.filtering import RecordsByTable
from analysis.measures.records import UNKNOWN, Records
from analysis.selection import Selection


@dataclass(frozen=True)
class ComparedYear:
    """The year that is compared, and the one before it (None if the data begins later or the year is not over).

    ``running``: the year is not over, so that it cannot be set against a whole one.
    """

    year: int
    before: int | None
    running: bool = False


def year_span(*tables: Records) -> range:
    """From the first to the last year of records; an empty range if no row has a year."""
    known = years_with_records(*tables)
    return range(known[0], known[-1] + 1) if known else range(0)


def years_with_records(*tables: Records) -> list[int]:
    """The years with any row, in order."""
    years = {year for rows in tables for year in np.unique(rows["year"]).tolist()}
    return sorted(years - {UNKNOWN})


def years_in_selection(years: range, selection: Selection) -> range:
    """The part of the years that the selection has."""
    if not selection.years:
        return years
    first, last = selection.years
    return range(max(first, years.start), max(min(last + 1, years.stop), first, years.start))


def compared_year(activity: RecordsByTable, selection: Selection, today: str | None = None) -> ComparedYear | None:
    """The year that is compared: the last of the selected years that is over and has any row.

    ``activity`` is all that counts, without filters: all tables, regions and themes share the year, so that numbers
    beside each other are of the same year. If only the running year is left, that one and no year before; None if
    nothing is left. ``today`` is an ISO day; without it every year counts as over.
    """
    known, chosen = years_with_records(*activity.values()), selection.years
    years = [year for year in known if chosen is None or chosen[0] <= year <= chosen[1]]
    now = int(today[:4]) if today else None
    over = [year for year in years if now is None or year < now]
    if over:
        return ComparedYear(over[-1], over[-1] - 1 if over[-1] > known[0] else None)
    return ComparedYear(now, None, running=True) if now and now in years else None
