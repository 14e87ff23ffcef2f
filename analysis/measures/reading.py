"""The order in which newcomers read materials."""

from collections.abc import Sequence

import pandas as pd


def reading_order(materials: pd.DataFrame, kinds: Sequence[str]) -> pd.DataFrame:
    """The rows in reading order: what is to be started with by its number, then by kind in the order given.

    Within a kind the newest stands first, what has no day last; what is alike stays in its order.
    """
    ranks = {kind: rank for rank, kind in enumerate(kinds)}
    newest = materials.sort_values("published", ascending=False, kind="stable", na_position="last")
    ranked = newest.assign(rank=[ranks.get(kind, len(ranks)) for kind in newest["kind"]])
    keys = ["start_here", "rank"]
    return ranked.sort_values(keys, kind="stable", na_position="last").drop(columns="rank")
