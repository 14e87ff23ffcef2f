"""Single values of the tables as Python has them."""

from typing import Any

import pandas as pd


def text(value: Any) -> str | None:
    """The text of a cell, None where it is empty."""
    return None if pd.isna(value) else str(value)
