"""Which events have to do with a cluster, as far as the data tells."""

import pandas as pd


def related_events(events: pd.DataFrame, regions: tuple[str, ...], priorities: tuple[str, ...]) -> pd.DataFrame:
    """The events of any of the regions that share a priority, newest first; where none is given, all of the regions."""
    near = [not set(regions).isdisjoint(each) for each in events["regions"]]
    alike = [not priorities or not set(priorities).isdisjoint(each) for each in events["priorities"]]
    kept = events[pd.Series(near, index=events.index, dtype=bool) & pd.Series(alike, index=events.index, dtype=bool)]
    return kept.sort_values("starts", ascending=False, kind="stable", na_position="last")
