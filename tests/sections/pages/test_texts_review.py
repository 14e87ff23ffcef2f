"""Every text of gaps, co-operation and targets in three languages, whatever the data and the choice."""

from itertools import product

import plotly.graph_objects as go
import pytest

from analysis.measures.gap_kinds import GAPS
from analysis.schema import LANGUAGES
from analysis.sections import LinkAnswers, cooperation, gap_rows, gaps, targets, toolkit
from analysis.words import translator
from tests.charts.browser_figure import figure_in_browser
from tests.measures.table_rows import tables
from tests.sections.pages.test_texts import LEFT_OVER, SELECTIONS, texts
from tests.sections.pages.test_texts_compared import DATA as COMPARED
from tests.sections.rows import ALL, EVENTS, TODAY
from tests.workbooks import sample

TARGETS = [
    {"year": 2024, "measure": "events", "target": 9},
    {"year": 2024, "measure": "events", "region": "12", "target": 0},
    {"year": 2023, "measure": "participants", "region": "19", "target": 50},
    {"year": 2023, "measure": "materials", "region": "19", "theme": "x", "target": 5},
    {"year": 2026, "measure": "stories", "theme": "rahoitus", "target": 5},
]
JOINT = [EVENTS[0] | {"id": str(n), "starts": str(2020 + n % 4), "organisers": ("Yksi", "Kaksi")} for n in range(6)]
LINKS = LinkAnswers(
    "2026-11-20", (("https://tallenteet.example/6", "2026-11-19"), ("https://example.com", "2026-11-20"))
)
DATA = COMPARED | {
    "targets": tables(**ALL, targets=TARGETS),
    "joint": tables(events=JOINT, themes=ALL["themes"]),
    "sample": sample.tables(),
}


def sections(data, chosen, language):
    """All that the three pages can show of the data."""
    said = translator(language)
    found = [gaps(data, chosen, said, TODAY, measure) for measure in ("count", "rate")]
    found += [gap_rows(data, chosen, said, TODAY, key, links) for key in GAPS for links in (None, LINKS)]
    found += [gaps(data, chosen, said, TODAY, links=LINKS), toolkit(data, chosen, said, TODAY, links=LINKS)]
    return [*found, cooperation(data, chosen, said, TODAY), targets(data, chosen, said, TODAY)]


CASES = [*product(DATA, SELECTIONS, ["fi"]), *product(DATA, ["one of each"], LANGUAGES[1:])]


@pytest.mark.parametrize(("data", "selection", "language"), CASES)
def test_sections_are_whole_whatever_the_data_and_the_choice(data, selection, language):
    for section in sections(DATA[data], SELECTIONS[selection], language):
        assert [text for text in texts(section) if LEFT_OVER.search(text.strip())] == []
        assert section.title and section.filter_text
        for chart in section.charts:
            assert chart.title and chart.alt
            assert bool(len(chart.table)) == (not chart.empty)
            assert {field.name for field in chart.fields} <= set(chart.table.columns)
            if chart.data:
                assert {field.name for field in chart.data.fields} <= set(chart.data.table.columns)


@pytest.mark.parametrize("data", DATA)
def test_plotly_takes_the_figures_of_every_section(data):
    for section in sections(DATA[data], SELECTIONS["everything"], "fi"):
        for chart in section.charts:
            go.Figure(figure_in_browser(chart, narrow=True))


def test_without_a_day_of_today_no_year_is_under_way_and_nothing_has_an_age():
    section = gaps(DATA["sample"], SELECTIONS["everything"], translator("fi"))
    assert [chart.key for chart in section.charts] == ["recency"]
    states = {
        row
        for table in targets(DATA["sample"], SELECTIONS["everything"], translator("fi")).rows
        for row in table.table["status"]
    }
    assert states == {"saavutettu", "jäi saavuttamatta"}
