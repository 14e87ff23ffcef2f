"""Whether a chart is worth a picture: one that shows a single number, or nothing above 1, says it in a sentence.

Of picture and sentence a chart has one alone where both say the same.
"""

from collections.abc import Collection
from dataclasses import replace

from analysis.charts.chart import Bars, Chart, Heat, Map, Panels, row_numbers

FEWEST = 2
"""So many numbers above 0 make a picture, and one of them is this high: with fewer there is nothing to compare."""
FEWEST_BARS = 3
"""So many bars make a picture: two are said in a sentence."""


def with_worth(chart: Chart, filters: Collection[str] = ()) -> Chart:
    """The chart, without a picture if its finding is a sentence (`Chart.picture`); its table stays as it is. With a
    picture it has no sentence that says the same (`Chart.restates`).

    A chart that has no sentence then says what its picture would show. ``filters``: those that are set; a chart whose
    marks set one of them stays a picture, since a second click on the mark takes the filter away.
    """
    own = {chart.mark.filters} if isinstance(chart.mark.filters, str) else set(chart.mark.filters or ())
    drawn = replace(chart, sentence="") if chart.picture and chart.restates and len(chart.table) else chart
    if own & set(filters):
        return drawn
    mark, table = chart.mark, chart.table
    names = mark.columns if isinstance(mark, Heat | Panels) else (mark.value,)
    numbers = [number for row in row_numbers(table, names) for number in row if number] if len(table) else []
    rows = FEWEST_BARS if isinstance(mark, Bars) else 1
    if not chart.picture or (len(numbers) >= FEWEST and max(numbers) >= FEWEST and len(table) >= rows):
        return drawn
    # The rule of a map is on its colours.
    rule = "" if isinstance(mark, Map) else chart.rule
    return replace(chart, picture=False, sentence=chart.sentence or (chart.alt if len(table) else ""), rule=rule)
