"""Every text of every section in three languages: nothing left over of keys, values or marks."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from itertools import product
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest

from analysis.schema import LANGUAGES
from analysis.sections import events, overview
from analysis.selection import Selection
from analysis.words import translator
from tests.charts.browser_figure import figure_in_browser
from tests.measures.table_rows import tables
from tests.sections.rows import ALL, EVENTS, MATERIALS, SEVEN, STORIES, TODAY

DATA = {
    "nothing": tables(),
    "one event": tables(events=EVENTS[:1]),
    "one cancelled event": tables(events=EVENTS[3:4]),
    "one event to come": tables(events=EVENTS[4:]),
    "one event of no day": tables(events=[EVENTS[0] | {"starts": None}]),
    "one story": tables(stories=STORIES[:1]),
    "one material": tables(materials=MATERIALS),
    "all": tables(**ALL, phases=[{"id": "p", "name_fi": "Alku", "starts": "2022-02", "ends": None}]),
}
SELECTIONS = {
    "everything": Selection(),
    "one of each": Selection((2022, 2022), ("19",), ("rahoitus",), ("ruoka",), ("seminar",)),
    "many": Selection((2022, 2024), SEVEN, ("rahoitus", "palvelut"), (), ("seminar", "webinar", "other")),
    "long ago": Selection((1999, 2000)),
    "nothing known": Selection(None, ("99",), ("x",), ("y",), ("z",)),
}
LEFT_OVER = re.compile(
    r"[{}]|\b(?:overview|events|charts|sections)\.[a-z]|[\ue000\ue001]|\bNone\b|\bnan\b|<NA>| {2}| [.,]"
)


def texts(value: Any) -> Iterator[str]:
    """All texts of a value, deep down."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for each in fields(value):
            yield from texts(getattr(value, each.name))
    elif isinstance(value, tuple | list):
        for each in value:
            yield from texts(each)
    elif isinstance(value, pd.DataFrame):
        for column in value.columns:
            yield from texts([each for each in value[column] if isinstance(each, str)])


@pytest.mark.parametrize(("data", "selection", "language"), [*product(DATA, SELECTIONS, LANGUAGES)])
def test_sections_are_whole_whatever_the_data_and_the_choice(data, selection, language):
    for make in (overview, events):
        section = make(DATA[data], SELECTIONS[selection], translator(language), TODAY)
        assert [text for text in texts(section) if LEFT_OVER.search(text.strip())] == []
        assert section.title and section.filter_text and section.sentence
        for chart in section.charts:
            assert chart.title and chart.alt
            assert bool(len(chart.table)) == (not chart.empty)
            assert not len(chart.table) or (chart.subtitle and (chart.sentence or chart.restates))
            assert {field.name for field in chart.fields} <= set(chart.table.columns)


@pytest.mark.parametrize("data", DATA)
def test_plotly_takes_the_figures_of_every_section(data):
    for make in (overview, events):
        for chart in make(DATA[data], Selection(), translator("fi"), None).charts:
            go.Figure(figure_in_browser(chart))


@pytest.mark.parametrize("language", LANGUAGES)
def test_charts_have_short_keys_that_do_not_depend_on_the_language(language):
    made = [make(DATA["all"], Selection(), translator(language), TODAY) for make in (overview, events)]
    assert [(each.key, [chart.key for chart in each.charts]) for each in made] == [
        ("overview", ["years", "regions", "themes"]),
        ("events", ["years", "kinds", "forms", "regions"]),
    ]
