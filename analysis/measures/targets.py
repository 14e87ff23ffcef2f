"""Targets beside actuals: each row of the sheet with what was reached, and where the year under way will end."""

from calendar import isleap
from datetime import date
from typing import Literal, NamedTuple

import pandas as pd

from analysis.measures.counts import known_sum, total
from analysis.measures.gaps import past_events
from analysis.measures.records import Records, RecordsByTable
from analysis.schema.frames import text_or_none
from analysis.selection import Selection

MEASURES = ("events", "participants", "stories", "materials")
Status = Literal["reached", "missed", "on_pace", "at_risk", "unknown", "ahead"]
"""Reached; a past year that missed it; a running year that gets there at its pace, or does not; an actual that is not
known; a year that has not begun."""


class Scope(NamedTuple):
    """What a target is for: a year, a measure, a region or all, a theme or all."""

    year: int
    measure: str
    region: str | None
    theme: str | None


def progress(targets: pd.DataFrame, activity: RecordsByTable, today: str | None = None) -> pd.DataFrame:
    """A row for each row of the sheet: ``year``, ``measure``, ``region``, ``theme``, ``target``, ``actual``,
    ``landing`` (Int64) and ``status`` (`Status`).

    ``actual`` counts the rows of the target's own year, region and theme in ``activity`` (rows that count); missing if
    no participants are reported, and for materials of a region, which have none. ``landing`` is of the year of
    ``today`` alone (an ISO day).
    """
    by_year: dict[tuple[str, int], Records] = {}
    scopes, actuals, landings, states = [], [], [], []
    for row in targets.to_dict("records"):
        scope = Scope(int(row["year"]), row["measure"], text_or_none(row["region"]), text_or_none(row["theme"]))
        if (scope.measure, scope.year) not in by_year:
            by_year[scope.measure, scope.year] = _rows_of_year(activity, scope)
        records = by_year[scope.measure, scope.year]
        actual = _actual(records, scope)
        landing = _landing(records, scope, actual, today) if today and scope.year == int(today[:4]) else None
        scopes.append(scope)
        actuals.append(actual)
        landings.append(landing)
        states.append(status(scope.year, int(row["target"]), actual, landing, today))
    frame = pd.DataFrame(scopes, columns=list(Scope._fields))
    frame = frame.astype({"year": "Int64", **dict.fromkeys(Scope._fields[1:], "str")})
    return frame.assign(
        target=targets["target"].reset_index(drop=True),
        actual=pd.array(actuals, dtype="Int64"),
        landing=pd.array(landings, dtype="Int64"),
        status=pd.Series(states, dtype="str"),
    )


def status(year: int, target: int, actual: int | None, landing: int | None, today: str | None) -> Status:
    """How a target stands on an ISO day; without ``today`` every year counts as over.

    ``year``, ``target``: what is aimed at; ``actual``: what was reached; ``landing``: where the running year will end.
    """
    now = int(today[:4]) if today else None
    if now is not None and year > now:
        return "ahead"
    if actual is None:
        return "unknown"
    if actual >= target:
        return "reached"
    if year != now or landing is None:
        return "missed"
    return "on_pace" if landing >= target else "at_risk"


def pace(so_far: int, today: str) -> int:
    """What a year will reach if it goes on as until ``today``, linear by days, rounded half up."""
    day = date.fromisoformat(today)
    passed, days = day.timetuple().tm_yday, 366 if isleap(day.year) else 365
    return (2 * so_far * days + passed) // (2 * passed)


def without_target(targets: pd.DataFrame, activity: RecordsByTable, today: str | None = None) -> list[Scope]:
    """What was reached without any target, in the years from the first with targets to that of ``today``.

    A measure in a year without any target of its own; a region without target in a year in which others have one for
    the measure.
    """
    rows: list[Scope] = []
    if targets.empty:
        return rows
    last = int(today[:4]) if today else int(targets["year"].max())
    for year in range(int(targets["year"].min()), last + 1):
        for measure in MEASURES:
            own = targets[(targets["year"] == year) & (targets["measure"] == measure)]
            scopes = [Scope(year, measure, None, None)]
            if len(own):
                aimed = set(own["region"].dropna())
                regions = activity["events"].values["regions"] if measure != "materials" else ()
                others = sorted({region for each in regions for region in each} - aimed)
                scopes = [Scope(year, measure, region, None) for region in others] if aimed else []
            rows += [each for each in scopes if _actual(_rows_of_year(activity, each), each)]
    return rows


def targets_in_selection(progress_rows: pd.DataFrame, selection: Selection) -> pd.DataFrame:
    """The rows of `progress` of the selected years, regions and themes; a target of no region is of none."""
    rows = progress_rows
    if selection.years:
        rows = rows[rows["year"].between(*selection.years)]
    for column, codes in (("region", selection.regions), ("theme", selection.themes)):
        rows = rows[rows[column].isin(codes)] if codes else rows
    return rows.reset_index(drop=True)


def actuals_of_scopes(rows: pd.DataFrame, activity: RecordsByTable) -> pd.Series:
    """What the rows of ``activity`` give for the measure, region and theme of each row of `progress`, of any year.

    Int64, missing as in `progress`; the index is that of ``rows``.
    """
    actuals = []
    for row in rows.to_dict("records"):
        scope = Scope(int(row["year"]), row["measure"], text_or_none(row["region"]), text_or_none(row["theme"]))
        records = activity["events" if scope.measure == "participants" else scope.measure]
        actuals.append(_actual(records, scope))
    return pd.Series(pd.array(actuals, dtype="Int64"), index=rows.index)


def _rows_of_year(activity: RecordsByTable, scope: Scope) -> Records:
    records = activity["events" if scope.measure == "participants" else scope.measure]
    return records.where(records["year"] == scope.year)


def _in_scope(records: Records, scope: Scope) -> Records | None:
    """The rows of a target's region and theme; None if the table has no regions."""
    if scope.region:
        if "regions" not in records.values:
            return None
        records = records.having("regions", (scope.region,))
    return records.having("themes", (scope.theme,)) if scope.theme else records


def _actual(records: Records, scope: Scope) -> int | None:
    rows = _in_scope(records, scope)
    if rows is None:
        return None
    return known_sum(rows, "participants") if scope.measure == "participants" else total(rows)


def _landing(records: Records, scope: Scope, actual: int | None, today: str) -> int | None:
    """Where the running year will end at its pace until today, but at least at what is in the calendar already."""
    if actual is None:
        return None
    so_far = _actual(past_events(records, today), scope) or 0
    return max(actual, pace(so_far, today))
