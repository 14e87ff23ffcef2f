"""A chart that compares the values of a filter keeps all of them when the filter is set: the chosen ones stand out."""

from dataclasses import replace

import pytest

from analysis.charts import Bars, Chart
from analysis.exports import Provenance, chart_csv, html_report
from analysis.sections import ReportContext
from analysis.sections.filters.filter_options import filter_options
from analysis.sections.registry import section
from analysis.selection import Selection
from tests.sections.pages.test_recount import FI, TODAY, WORKBOOKS, published

NAMES = ("overview", "regions", "themes", "events", "stories", "clusters", "region", "term")
FILTERS = ("regions", "themes", "kinds")


def comparisons(path, selection: Selection, name: str) -> dict[str, Chart]:
    """The bars of the sections that compare whose marks set a filter of this name."""
    context = ReportContext(published(path), FI, TODAY, "12", "2026-06-24")
    made = [section(each, context, selection) for each in NAMES]
    return {
        f"{each.key}.{chart.key}": chart
        for each in made
        if each
        for chart in each.charts
        if isinstance(chart.mark, Bars) and chart.mark.filters == name
    }


@pytest.mark.parametrize("path", WORKBOOKS, ids=lambda path: path.stem)
@pytest.mark.parametrize("name", FILTERS)
def test_no_comparison_has_one_bar_alone_because_of_its_own_filter(path, name):
    whole, checked = comparisons(path, Selection(), name), 0
    for code, label in filter_options(published(path), FI)[name][:1]:
        for key, chart in comparisons(path, replace(Selection(), **{name: (code,)}), name).items():
            if chart.empty or key not in whole:
                continue
            checked += 1
            assert sorted(chart.table["code"]) == sorted(whole[key].table["code"]), key
            row = chart.table.loc[chart.table["code"] == code]
            assert not len(row) or chart.mark.highlight == tuple(row["name"]), key
            assert name in chart.counted_rows.ignored_filters and "valinta näkyy vain korostuksena" in chart.rule, key
            # The page of themes tells its leader in the title, whatever is chosen.
            assert key.startswith("themes.") or not len(row) or str(label).lower() in chart.title.lower(), key
    assert checked


def test_the_chosen_region_is_told_with_all_others_in_the_files():
    path = next(each for each in WORKBOOKS if each.name.startswith("cluster"))
    context = ReportContext(published(path), FI, TODAY, "12", "2026-06-24")
    overview, origin = section("overview", context, Selection(regions=("18",))), Provenance("12", "2026-06-24")
    chart = next(each for each in overview.charts if each.key == "regions")
    text = chart_csv(chart, FI, origin).decode("utf-8-sig")
    assert all(name in text for name in chart.table["name"]) and len(chart.table) == 7
    assert chart.title in html_report([overview], FI, origin).decode()
