"""Charts that are worth no picture: a sentence says what they would show, the numbers stay for programs."""

from collections.abc import Iterable
from dataclasses import replace

import pandas as pd

from analysis.charts import Chart, ChartData, Field
from analysis.charts.chart import greatest, whole_number

WORTH_A_PICTURE = 2
"""The least greatest value of a chart that is drawn."""


def is_worth_a_picture(values: Iterable[object]) -> bool:
    """Whether the greatest of some numbers is more than 1; unknown ones count for nothing."""
    return greatest(map(whole_number, values)) >= WORTH_A_PICTURE


def in_words(chart: Chart, sentence: str) -> Chart:
    """The chart without picture: its subtitle over a sentence. Its table stays for who wants it."""
    texts = {"title": chart.subtitle or chart.title, "subtitle": "", "sentence": sentence, "alt": sentence}
    return replace(chart, picture=False, empty=sentence if chart.table.empty else "", **texts)  # type: ignore[arg-type]


def data_rows(table: pd.DataFrame, labels: dict[str, str], **kinds: str) -> ChartData:
    """The rows that programs get: the columns of ``labels`` (label by name) of a table, in their order.

    ``kinds``: the kinds of the columns that are not text.
    """
    fields = (Field(name, label, kinds.get(name, "text")) for name, label in labels.items())  # type: ignore[arg-type]
    return ChartData(table[list(labels)].reset_index(drop=True), tuple(fields))
