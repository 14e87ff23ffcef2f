"""Participants of counted events. What nobody has reported is unknown, never 0."""

import numpy as np
import pandas as pd

from analysis.measures.records import Records


def participants(events: Records) -> int | None:
    """The reported participants together; None where no event has reported any number."""
    return summed(events["participants"])


def summed(numbers: np.ndarray) -> int | None:
    """The sum of numbers as far as they are known; None where none is."""
    known = numbers[~np.isnan(numbers)]
    return int(known.sum()) if len(known) else None


def reporting(events: Records) -> int:
    """How many events have reported their participants; a series that has counts with all its occasions."""
    return int(events["count"][events.known("participants")].sum())


def participants_by_year(events: Records, years: range) -> pd.DataFrame:
    """``year``, ``count`` (Int64): a row a year of ``years``, missing where no event has reported any number."""
    reported = events.where(events.known("participants"))
    sums = [summed(reported["participants"][reported["year"] == year]) for year in years]
    return pd.DataFrame({"year": list(years), "count": pd.array(sums, dtype="Int64")})
