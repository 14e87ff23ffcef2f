"""The latest things that were done and made, and those to come."""

import pandas as pd

from analysis.measures.chosen import DAY, Weighed


def latest(activity: Weighed, number: int, today: str | None = None) -> pd.DataFrame:
    """The newest events, stories and materials, newest first: ``table``, ``row``, ``day``.

    ``row`` is the index label in the table, ``day`` ISO at the precision known. What is later than ``today`` (an ISO
    day; without it nothing is) is to come and not among them.
    """
    found = _dated(activity, *DAY)
    past = found[found["day"] <= today] if today else found
    return past.sort_values("day", ascending=False, kind="stable").head(number)


def upcoming(activity: Weighed, number: int, today: str | None = None) -> pd.DataFrame:
    """The next events, soonest first, in the same columns; none without ``today``."""
    found = _dated(activity, "events")
    return found[found["day"] > (today or "9999")].sort_values("day", kind="stable").head(number)


def _dated(activity: Weighed, *names: str) -> pd.DataFrame:
    parts = [
        pd.DataFrame({"table": name, "row": activity[name].index, "day": activity[name][DAY[name]].to_numpy()})
        for name in names
    ]
    found = pd.concat(parts, ignore_index=True).astype({"day": "str"})
    return found.dropna(subset=["day"])
