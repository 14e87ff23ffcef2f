"""How long it takes to read, watch or hear a row: as its length says, else by an estimate for its kind."""

from collections.abc import Mapping

import pandas as pd

ESTIMATES: Mapping[str, Mapping[str, int]] = {
    "materials": {"recording": 30, "slides": 10, "guide": 15, "tool": 10, "article": 5},
    "stories": {"article": 5, "talk": 30},
    "events": {},
}
"""By table, and kind of a material or form of a story: minutes that count if the row does not say them."""
OTHERWISE = {"materials": 5, "stories": 5, "events": 30}
"""By table: minutes of a row without kind or form; of an event, those of its recording."""
KIND_COLUMNS = {"materials": "kind", "stories": "form", "events": "kind"}


def reading_times(table: str, frame: pd.DataFrame) -> pd.DataFrame:
    """The ``minutes`` (int64) of each row of materials, stories or events, and whether they are an ``estimate`` (bool).

    Only materials have a length of their own (``duration_min``); one of no minutes counts as unknown. The index is that
    of the ``frame``.
    """
    rough = frame[KIND_COLUMNS[table]].map(ESTIMATES[table]).fillna(OTHERWISE[table]).astype("int64")
    if table != "materials":
        return pd.DataFrame({"minutes": rough, "estimate": True}, index=frame.index)
    known = frame["duration_min"].where(frame["duration_min"] > 0)
    minutes = known.astype("Int64").fillna(rough).astype("int64")
    return pd.DataFrame({"minutes": minutes, "estimate": known.isna().astype(bool)}, index=frame.index)
