"""Every text of regions and themes in three languages, whatever the data and the choice."""

from itertools import product

import plotly.graph_objects as go
import pytest

from analysis.schema import LANGUAGES
from analysis.sections import by_region, by_theme, region_comparison, region_profile, term_profile
from analysis.sections.pages.regions.measures import MEASURES
from analysis.sections.pages.themes.groups import term_groups
from analysis.words import translator
from tests.charts.browser_figure import figure_in_browser
from tests.measures.table_rows import tables
from tests.sections.pages.test_texts import DATA as SMALL
from tests.sections.pages.test_texts import LEFT_OVER, SELECTIONS, texts
from tests.sections.rows import ALL, TODAY

PRIORITIES = [
    {"id": "ruoka", "name_fi": "Ruoka", "valid_from": 2020},
    {"id": "kierto", "name_fi": "Kierto", "kind": "cluster-theme"},
]
CLUSTERS = [{"id": "k", "name": "K", "regions": ("19",), "priorities": ("ruoka", "kierto"), "members": 3}]
REGIONS = [{"code": "19", "name_fi": "Lappi", "population": 177_000, "council": "Lapin liitto"}]
DATA = SMALL | {
    "one region": tables(regions=REGIONS),
    "one cluster": tables(clusters=CLUSTERS, priorities=PRIORITIES),
    "full": tables(**ALL, clusters=CLUSTERS, priorities=PRIORITIES, regions=REGIONS),
}


def sections(data, chosen, language):
    """All that both pages can show of the data."""
    said = translator(language)
    found = [by_region(data, chosen, said, TODAY, measure) for measure in MEASURES]
    found += [make(data, chosen, said, TODAY) for make in (region_profile, region_comparison)]
    for group in term_groups(data, said):
        found += [by_theme(data, chosen, said, group, TODAY), term_profile(data, chosen, said, group, TODAY)]
    return [each for each in found if each]


CASES = [*product(DATA, SELECTIONS, ["fi"]), *product(DATA, ["one of each"], LANGUAGES[1:])]


@pytest.mark.parametrize(("data", "selection", "language"), CASES)
def test_sections_are_whole_whatever_the_data_and_the_choice(data, selection, language):
    for section in sections(DATA[data], SELECTIONS[selection], language):
        assert [text for text in texts(section) if LEFT_OVER.search(text.strip())] == []
        assert section.title
        for chart in section.charts:
            assert chart.title and chart.alt
            assert bool(len(chart.table)) == (not chart.empty)
            assert {field.name for field in chart.fields} <= set(chart.table.columns)


@pytest.mark.parametrize("data", DATA)
def test_plotly_takes_the_figures_of_every_section(data):
    for section in sections(DATA[data], SELECTIONS["everything"], "fi"):
        for chart in section.charts:
            go.Figure(figure_in_browser(chart, narrow=True))
