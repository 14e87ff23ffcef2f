"""Which years the data covers, and which of them a change on the year before is told of."""

from dataclasses import dataclass

from analysis.measures.chosen import Weighed
from analysis.measures.records import Records
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
    known = years_told(*tables)
    return range(known[0], known[-1] + 1) if known else range(0)


def years_told(*tables: Records) -> list[int]:
    """The years of which there is any row, in order."""
    return sorted(set().union(*(rows.years for rows in tables)))


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
    known, chosen = years_told(*activity.values()), selection.years
    years = [year for year in known if chosen is None or chosen[0] <= year <= chosen[1]]
    now = int(today[:4]) if today else None
    over = [year for year in years if now is None or year < now]
    if over:
        return Compared(over[-1], over[-1] - 1 if over[-1] > known[0] else None)
    return Compared(now, None, running=True) if now and now in years else None
