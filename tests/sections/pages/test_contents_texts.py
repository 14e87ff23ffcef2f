"""Every text of stories, clusters, toolkit, months and single things in three languages, whatever the data holds."""

from itertools import product

import plotly.graph_objects as go
import pytest

from analysis.schema import LANGUAGES
from analysis.sections import (
    calendar_month,
    cluster_detail,
    cluster_table,
    clusters,
    coming_events,
    event_detail,
    event_table,
    stories,
    story_table,
    toolkit,
)
from analysis.selection import Selection
from analysis.words import translator
from tests.charts.browser_figure import figure_in_browser
from tests.measures.table_rows import tables
from tests.sections.pages.test_texts import LEFT_OVER, SELECTIONS, texts
from tests.sections.rows import ALL, EVENTS, MATERIALS, STORIES, TODAY

CLUSTERS = [
    {"id": "k", "name": "K", "regions": ("19", "10"), "label": "bronze", "label_year": 2023, "founded": 2015},
    {"id": "l", "name": "L", "regions": ("12",), "members": 12, "priorities": ("ruoka",)},
]
DATA = {
    "nothing": tables(),
    "one event": tables(events=EVENTS[:1]),
    "one story": tables(stories=STORIES[:1]),
    "one undated story": tables(stories=STORIES[1:]),
    "one material": tables(materials=MATERIALS),
    "one cluster": tables(clusters=CLUSTERS[:1]),
    "one bare cluster": tables(clusters=[{"id": "k", "name": "K", "regions": ("12",)}]),
    "all": tables(**ALL, clusters=CLUSTERS),
}
SECTIONS = (stories, clusters, toolkit)
ROWS = (event_table, story_table, cluster_table)


@pytest.mark.parametrize(("data", "selection", "language"), [*product(DATA, SELECTIONS, LANGUAGES)])
def test_everything_is_whole_whatever_the_data_and_the_choice(data, selection, language):
    given = (DATA[data], SELECTIONS[selection], translator(language))
    made = [make(*given, TODAY) for make in SECTIONS]
    found = [make(*given, search=search) for make in ROWS for search in ("", "savo", "zzz")]
    one = [
        make(DATA[data], id, translator(language), TODAY)
        for make in (event_detail, cluster_detail)
        for id in ("a", "d", "k", "l")
    ]
    whole = (
        made,
        found,
        one,
        coming_events(*given, TODAY),
        calendar_month(*given, TODAY),
        calendar_month(*given, None, "2022-05"),
    )
    assert [text for text in texts(whole) if LEFT_OVER.search(text.strip())] == []
    for section in made:
        assert section.title and section.filter_text and section.sentence
        for chart in section.charts:
            assert chart.title and chart.alt
            assert bool(len(chart.table)) == (not chart.empty)
            assert {field.name for field in chart.fields} <= set(chart.table.columns)
    for rows in found:
        assert bool(rows.total) == bool(rows.rule) == bool(len(rows.table)) and rows.title and rows.empty


@pytest.mark.parametrize("data", DATA)
def test_plotly_takes_the_figures(data):
    for make in SECTIONS:
        for chart in make(DATA[data], Selection(), translator("fi"), TODAY).charts:
            go.Figure(figure_in_browser(chart))
