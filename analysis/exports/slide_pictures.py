"""A chart as it stands on a slide: wide, its letters large enough for the last row, at most as many rows as that takes.

On a slide 1920 pixels wide the smallest letters of a chart of 990 of its own pixels, 13 of them high, have 22 pixels.
"""

from dataclasses import replace
from typing import NamedTuple

import pandas as pd

from analysis.charts import Bars, Chart, Columns, Heat, Map, Panels
from analysis.charts.chart import row_numbers
from analysis.charts.svg import draw
from analysis.words import Translator

ASPECT = 2.55
"""Width by height of the place."""
WIDEST, NARROWEST = 990, 600
TALLEST = WIDEST / ASPECT
MAP = 1.6
"""The same of a map, which has its numbers beside it."""
HEIGHTS = {Columns: 300, Map: 400}
"""Of marks that are as high as they are told to be."""
FEWEST = 3


class SlidePicture(NamedTuple):
    """The chart as plain SVG whose colours are variables, and how many of its rows it shows."""

    svg: str
    rows: int


def slide_picture(chart: Chart, words: Translator) -> SlidePicture:
    """The chart drawn for a slide; rows that do not fit are left out, the smallest first (the table has them)."""
    shown = replace(chart, height=HEIGHTS.get(type(chart.mark), chart.height))
    height = draw(shown, words, width=WIDEST).height
    while height > TALLEST and len(fewer := _first(shown, len(shown.table) - 1).table) < len(shown.table):
        shown = replace(shown, table=fewer)
        height = draw(shown, words, width=WIDEST).height
    least = {Map: height * MAP, Panels: WIDEST}.get(type(chart.mark), NARROWEST)
    width = least if isinstance(chart.mark, Map) else min(WIDEST, max(least, height * ASPECT))
    side = "xMidYMid" if isinstance(chart.mark, Map) else "xMinYMid"
    return SlidePicture(draw(shown, words, mode=None, width=width, alignment=side).markup, len(shown.table))


def _first(chart: Chart, rows: int) -> Chart:
    """The chart with its greatest rows, in their order; what is chosen stays."""
    if rows < FEWEST or not isinstance(chart.mark, Bars | Heat):
        return chart
    mark = chart.mark
    columns = [mark.value] if isinstance(mark, Bars) else list(mark.columns)
    chosen = () if isinstance(mark, Bars) else mark.highlight
    sums = [sum(value or 0 for value in row) for row in row_numbers(chart.table, columns)]
    weight = pd.Series(sums, index=chart.table.index, dtype="float64")
    weight[chart.table[mark.name].isin(chosen)] = float("inf")
    kept = weight.sort_values(ascending=False, kind="stable").index[:rows]
    return replace(chart, table=chart.table.loc[sorted(kept)].reset_index(drop=True))
