"""Texts that were too long for a cell of Excel, when a workbook that was given out comes back.

Such a cell holds the start of the published text. As long as nobody changes it, it means the whole.
"""

import re
from collections import defaultdict

import pandas as pd

from analysis.schema import Table
from analysis.schema.cell_limit import LONGEST_CELL, cell_text, first_units, joined_text, long_values

_BETWEEN = re.compile(r"[\s;]+")
"""What readers and office programs change in a text or a list: white space, and where a list parts."""


def restore_long_texts(table: Table, published: pd.DataFrame, frame: pd.DataFrame) -> pd.DataFrame:
    """The rows of an upload, with the whole published text for each cell that holds its start unchanged.

    A start that two different texts share says nothing of the rest, and stays. Without long texts it is ``frame``.
    """
    columns = {}
    for name, values in long_values(table, published).items():
        by_start = defaultdict(set)
        for value in values:
            text = joined_text(value)
            for start in (cell_text(text), first_units(text, LONGEST_CELL)):
                by_start[_signs(start)].add(value)
        unmistakable = {start: next(iter(found)) for start, found in by_start.items() if len(found) == 1}
        texts = [(value, joined_text(value)) for value in frame[name]]
        whole = [
            unmistakable.get(_signs(text), value) if len(text) >= LONGEST_CELL // 4 else value for value, text in texts
        ]
        columns[name] = pd.Series(whole, index=frame.index, dtype=frame[name].dtype)
    return frame.assign(**columns) if columns else frame


def _signs(text: str) -> str:
    return _BETWEEN.sub("", text)
