"""The rows behind a chart: whoever counts them again gets the chart's numbers."""

from collections import Counter
from dataclasses import replace

import pandas as pd
import pytest

from analysis.charts import Chart
from analysis.schema import LANGUAGES
from analysis.sections import (
    by_region,
    by_theme,
    clusters,
    events,
    overview,
    region_comparison,
    region_profile,
    stories,
    term_profile,
)
from analysis.sections.pages.regions.measures import MEASURES
from analysis.sections.pages.themes.groups import term_groups
from analysis.sections.records.source_rows import rows_behind_chart
from analysis.selection import Selection
from analysis.words import translator
from tests.changes.rows import event
from tests.changes.rows import events as tables_of
from tests.workbooks import sample

TODAY = "2026-11-24"
CHOSEN = {
    "all": Selection(),
    "years": Selection(years=(2020, 2023)),
    "regions": Selection(regions=("19", "18")),
    "a theme": Selection(themes=("rahoitus",), years=(2019, 2025)),
    "types": Selection(kinds=("seminar", "webinar")),
    "nothing": Selection(years=(1950, 1951)),
}
COLUMN = {"years": "starts", "regions": "regions", "themes": "themes", "kinds": "kind", "forms": "form"}


def charts(selection: Selection, language: str = "fi") -> list[Chart]:
    given = sample.tables(), selection, translator(language)
    return [*overview(*given).charts, *events(*given).charts]


def recounted(table: pd.DataFrame, column: str) -> Counter[str]:
    """How much the rows count for by what stands in a column: by each entry of a list, by year of a day."""
    found: Counter[str] = Counter()
    for value, count in zip(table[column], table["count"], strict=True):
        entries = [value[:4]] if column == "starts" else value.split("; ")
        for entry in entries:
            found[entry.casefold()] += count
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", CHOSEN)
def test_every_chart_can_be_counted_again_from_its_rows(name: str, language: str):
    for chart in charts(CHOSEN[name], language):
        rows = rows_behind_chart(sample.tables(), CHOSEN[name], translator(language), chart)
        if chart.table.empty:
            continue
        label, value = (
            (chart.table["year"], "events") if chart.key == "years" else (chart.table["name"], chart.mark.value)
        )
        shown = {str(each).casefold(): count for each, count in zip(label, chart.table[value], strict=True)}
        counted = recounted(rows.table, COLUMN[chart.key])
        assert {each: counted[each] for each in shown} == shown


def test_a_row_that_counts_nowhere_is_not_behind_anything():
    rows = [
        event("1", form="online"),
        event("2", form="online", occasions=4),
        event("3", form="online", status="cancelled"),
        event("4"),
    ]
    tables = {**sample.tables(), **tables_of(*rows)}
    forms = next(each for each in events(tables, Selection(), translator("fi")).charts if each.key == "forms")
    found = rows_behind_chart(tables, Selection(), translator("fi"), forms)
    assert dict(zip(found.table["id"], found.table["count"], strict=True)) == {"1": 1, "2": 4}
    assert found.total == 2


def test_headers_are_those_of_the_workbook():
    years = charts(Selection(), "sv")[0]
    rows = rows_behind_chart(sample.tables(), Selection(), translator("sv"), years)
    assert [field.label for field in rows.fields] == [
        *("ID", "Namn", "Börjar", "Slutar", "Typ", "Form", "Landskap", "Teman"),
        *("Prioriteringar", "Deltagare", "Räknas som"),
    ]
    assert [field.link for field in rows.fields if field.link] == ["link"]


def test_rows_of_several_tables_say_what_they_are():
    themes = next(each for each in charts(Selection()) if each.key == "themes")
    rows = rows_behind_chart(sample.tables(), Selection(), translator("fi"), themes)
    assert rows.fields[0].label == "Sisältö"
    assert set(rows.table["table"]) == {"Tapahtuma", "Tarina", "Materiaali"}
    assert rows.title == f"Rivit lukujen takana: {themes.subtitle}"


def test_a_chart_that_does_not_tell_what_it_counts_has_no_rows_to_show():
    assert (
        rows_behind_chart(
            sample.tables(), Selection(), translator("fi"), replace(charts(Selection())[0], counted_rows=None)
        )
        is None
    )


def everything(selection: Selection, language: str = "fi") -> list[tuple[str, Chart]]:
    """Every chart of every section, with the section's key."""
    tables, spoken = sample.tables(), translator(language)
    given = tables, selection, spoken
    sections = [overview(*given), events(*given), stories(*given), clusters(*given)]
    sections += [by_region(*given, TODAY, measure) for measure in MEASURES]
    sections += [by_theme(*given, group, TODAY) for group in term_groups(tables, spoken)]
    sections += [region_profile(*given, TODAY), region_comparison(*given, TODAY)]
    sections += [term_profile(*given, group, TODAY) for group in term_groups(tables, spoken)]
    return [(section.key, chart) for section in sections if section for chart in section.charts]


@pytest.mark.parametrize(
    "selection",
    [Selection(), Selection(regions=("19",), themes=("rahoitus",)), Selection((2020, 2024), ("19", "18"))],
    ids=("all", "one region and theme", "years and regions"),
)
def test_every_chart_of_every_page_has_rows_behind_it(selection):
    for key, chart in everything(selection):
        assert chart.empty or chart.counted_rows, (key, chart.key)
        rows = rows_behind_chart(sample.tables(), selection, translator("fi"), chart)
        assert chart.empty or rows.total, (key, chart.key)


def test_charts_of_clusters_are_counted_again_from_their_rows():
    for name, column in (("cluster_regions", "regions"), ("labels", "label"), ("founded", "founded")):
        chart = next(each for key, each in everything(Selection()) if key == "clusters" and each.key == name)
        rows = rows_behind_chart(sample.tables(), Selection(), translator("fi"), chart).table
        label = chart.table["year" if name == "founded" else "name"]
        shown = {str(each).casefold(): n for each, n in zip(label, chart.table["clusters"], strict=True) if n}
        found: Counter[str] = Counter()
        for value in rows[column]:
            found.update(str(value).casefold().split("; "))
        assert found == shown


def test_behind_a_group_of_priorities_are_only_rows_that_bear_one_of_it():
    group = term_groups(sample.tables(), translator("fi"))[1]
    chart = by_theme(sample.tables(), Selection(), translator("fi"), group, TODAY).charts[1]
    rows = rows_behind_chart(sample.tables(), Selection(), translator("fi"), chart).table
    names = {str(label) for label in group.labels.values()}
    assert len(rows) and all(names & set(each.split("; ")) for each in rows["priorities"])


def test_a_name_in_another_language_bears_it():
    themes = next(each for each in charts(Selection()) if each.key == "themes")
    rows = rows_behind_chart(sample.tables(), Selection(), translator("fi"), themes)
    spoken = dict(zip(rows.table["id"], rows.table["spoken"], strict=True))
    known = sample.tables()["materials"]
    foreign = known[known["language"].isin(["sv", "en"]) & known["id"].isin(spoken)]
    told = dict(zip(foreign["id"], foreign["language"], strict=True))
    assert told and {id: spoken[id] for id in told} == told
    assert all(pd.isna(value) for id, value in spoken.items() if id not in set(foreign["id"]))
