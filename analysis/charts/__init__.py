"""Charts: mark and table → figure. The only place that knows how things are drawn."""

from analysis.charts.chart import Bars, Chart, ChartData, Columns, CountedRows, Field, Heat, Map, Mark, Panels, Phase
from analysis.charts.figure import figure
from analysis.charts.look import tokens

__all__ = [
    "Bars",
    "Chart",
    "ChartData",
    "Columns",
    "CountedRows",
    "Field",
    "Heat",
    "Map",
    "Mark",
    "Panels",
    "Phase",
    "figure",
    "tokens",
]
