"""Maps, heat maps and panels as plotly gets them."""

import json
from itertools import product

import pandas as pd
import plotly.graph_objects as go
import pytest

from analysis.charts import Chart, Field, Heat, Map, Panels, figure
from analysis.charts.map import hatching, shapes
from tests.charts.browser_figure import figure_in_browser

LONG = "Digitalisaatio, innovatiiviset teknologiat ja tuotantoprosessit"


def region_map(values: dict[str, int | None], *highlight: str) -> Chart:
    names = [f"Pohjois-{code}" for code in values]
    numbers = pd.array(list(values.values()), dtype="Int64")
    table = pd.DataFrame({"code": list(values), "name": names, "events": numbers})
    return Chart("map", "", "", "", "", table, (), Map("code", "name", "events", highlight, "regions"))


def heat(rows: dict[str, list[int | None]], *labels: str, **more) -> Chart:
    cells = pd.DataFrame(list(rows.values()), columns=list(labels)).astype("Int64")
    table = cells.assign(name=list(rows), code=[name[:2] for name in rows])
    fields = tuple(Field(label, label, "number") for label in labels)
    return Chart("heat", "", "", "", "", table, fields, Heat("name", labels, "code", **more))


def panels(rows: dict[str, list[int | None]], first: int, **more) -> Chart:
    years = tuple(range(first, first + len(next(iter(rows.values())))))
    cells = pd.DataFrame(list(rows.values()), columns=list(map(str, years))).astype("Int64")
    table = cells.assign(name=list(rows), code=[name[:2] for name in rows])
    mark = Panels("name", tuple(map(str, years)), years, "code", filters="themes", **more)
    return Chart("panels", "", "", "", "", table, (), mark)


SEVEN = {"10": 13, "11": 7, "12": 11, "16": 12, "17": 5, "18": None, "19": 0}
CHARTS = {
    "map": region_map(SEVEN, "19"),
    "one region": region_map({"16": 12345}),
    "nothing on the map": region_map(dict.fromkeys(SEVEN)),
    "heat": heat({"Lappi": [1, 0, None], LONG: [1300, 6, 2]}, "2019", "2020", "2021", short=("’19", "’20", "’21")),
    "upright labels": heat({"Lappi": [1, 0]}, "Kansainvälistyminen", "Osaaminen"),
    "one cell": heat({"<b>&amp; @accent": [3]}, "2019", short=("’19",)),
    "nothing but gaps": heat({"Lappi": [None, None]}, "2019", "2020", short=("’19", "’20")),
    "panels": panels({"Rahoitus": [1, None, 0], "Palvelut": [3, 12, 1]}, 2019),
    "seven panels with a line": panels({f"Alue {n}": [n, 1] for n in range(7)}, 2020, line=(1.5, None)),
    "one year": panels({"Rahoitus": [4]}, 2024, colours=("theme-rahoitus",)),
    "many years": panels({"Rahoitus": list(range(30))}, 1995),
    "empty panels": panels({"Rahoitus": [None, 0]}, 2020),
}


@pytest.mark.parametrize(("name", "mode", "narrow"), [*product(CHARTS, ("light", "dark"), (False, True))])
def test_plotly_takes_every_figure_in_light_and_dark_wide_and_narrow(name, mode, narrow):
    visible = figure_in_browser(CHARTS[name], mode, narrow=narrow)
    go.Figure(visible)
    assert json.loads(json.dumps(visible)) == visible
    assert visible["layout"]["height"] > 0


def texts(chart: Chart, *, narrow: bool = False) -> list[str]:
    return [each["text"] for each in figure_in_browser(chart, narrow=narrow)["layout"]["annotations"]]


def test_a_region_bears_its_number_and_its_name_and_its_key_for_a_click():
    drawing = figure(CHARTS["map"])["data"]
    assert {trace["meta"]: trace["text"] for trace in drawing if "meta" in trace} == {
        code: f"Pohjois-{code}: {'–' if value is None else value}" for code, value in SEVEN.items()
    }
    assert "<b>13</b>" in texts(CHARTS["map"])
    assert "<b>Pohjois-19</b><br><b>0</b>" in texts(CHARTS["map"])


def test_the_fill_steps_with_the_value_and_what_is_unknown_is_hatched():
    drawing = figure(CHARTS["map"])["data"]
    fills = {trace["meta"]: trace["fillcolor"] for trace in drawing if "meta" in trace}
    assert [trace["line"]["color"] for trace in drawing if "fill" not in trace] == ["@leader"]
    assert fills == {
        **{
            "10": "@seq-5",
            "11": "@seq-3",
            "12": "@seq-4",
            "16": "@seq-5",
            "17": "@seq-2",
            "18": "@surface",
            "19": "@seq-0",
        }
    }


def test_a_chosen_region_is_outlined_above_its_neighbours():
    last = [trace for trace in figure(CHARTS["map"])["data"] if "meta" in trace][-1]
    assert (last["meta"], last["line"]) == ("19", {"color": "@text", "width": 2})


def test_the_lines_of_a_hatched_region_stay_within_it():
    for shape in (each for each in shapes() if each.ours):
        lines, east = hatching(shape.code), [x for ring in shape.rings for x, _ in ring]
        assert len(lines) > 5
        assert all(min(east) <= x <= max(east) for ends in lines for x, _ in ends)
        assert all(abs(sum(start) - sum(end)) < 1e-6 for start, end in lines)


def test_the_map_has_one_scale_in_both_directions():
    layout = figure(CHARTS["map"])["layout"]
    assert (layout["xaxis"]["scaleanchor"], layout["xaxis"]["scaleratio"]) == ("y", 1)


def test_a_long_number_stands_with_the_name_of_the_smallest_region():
    assert texts(CHARTS["one region"]) == ["Pohjois-16<br><b>12\N{NO-BREAK SPACE}345</b>"]
    assert texts(CHARTS["one region"], narrow=True) == ["Pohjois-<br>16<br><b>12\N{NO-BREAK SPACE}345</b>"]


def test_regions_without_a_row_are_grey_like_the_rest_of_the_country():
    traces = figure(CHARTS["one region"])["data"]
    assert [trace["fillcolor"] for trace in traces] == ["@land", "@seq-5"]
    assert traces[0]["hoverinfo"] == "skip"


def test_each_known_cell_bears_a_number_and_an_unknown_one_is_a_gap():
    cells, numbers = figure(CHARTS["heat"])["data"]
    assert cells["z"] == [[1, 0, None], [5, 1, 1]]
    assert numbers["text"] == ["<b>1</b>", "0", "<b>1\N{NO-BREAK SPACE}300</b>", "<b>6</b>", "<b>2</b>"]
    assert cells["customdata"] == [[["La"]] * 3, [["Di"]] * 3]


def test_a_cell_filters_by_row_and_column_where_both_have_a_filter():
    drawing = heat({"Lappi": [1, 2]}, "2019", "2020", keys=("2019", "2020"), filters=("regions", "years"))
    assert figure(drawing)["data"][0]["customdata"] == [[["La", "2019"], ["La", "2020"]]]


def test_a_narrow_screen_shows_the_latest_years_that_fit_and_says_so():
    labels = [str(year) for year in range(2010, 2026)]
    wide = heat({"Lappi": [1234] * 16}, *labels, short=tuple(labels), note="Uusimmat vuodet")
    first, last = figure_in_browser(wide, narrow=True)["layout"]["xaxis"]["range"]
    assert (last, "Uusimmat vuodet" in texts(wide, narrow=True)) == (15.5, True)
    assert 3 <= last - first < 16
    assert figure_in_browser(wide)["layout"]["xaxis"]["range"] == [-0.5, 15.5]
    assert "Uusimmat vuodet" not in texts(wide)


def test_columns_that_are_no_years_all_stand_on_a_narrow_screen_under_upright_labels():
    axis = figure_in_browser(CHARTS["upright labels"], narrow=True)["layout"]["xaxis"]
    assert (axis["range"], axis["tickangle"]) == ([-0.5, 1.5], -90)


def test_a_long_name_is_written_in_lines_without_parting_its_words():
    narrow = next(text for text in texts(CHARTS["heat"], narrow=True) if text.startswith("Digi"))
    assert narrow.replace("<br>", " ") == LONG


def test_all_panels_have_one_scale_that_begins_at_zero():
    layout = figure(CHARTS["panels"])["layout"]
    assert layout["yaxis"]["range"] == layout["yaxis2"]["range"]
    assert layout["yaxis"]["range"][0] == 0


def test_a_panel_has_a_gap_where_nothing_is_known_and_filters_by_its_key():
    trace = figure(CHARTS["panels"])["data"][0]
    assert trace["y"] == [1, None, 0]
    assert trace["customdata"] == ["Ra"] * 3


def test_beside_a_line_and_among_many_years_only_the_greatest_value_is_told():
    assert [bool(text) for text in figure(CHARTS["many years"])["data"][0]["texttemplate"]] == [False] * 29 + [True]
    lined = figure(CHARTS["seven panels with a line"])["data"]
    assert [bool(text) for text in lined[6]["texttemplate"]] == [True, False]
    assert lined[7]["y"] == [1.5, None]


def test_a_value_that_the_line_would_cross_stands_above_the_line():
    data = figure(panels({"Lappi": [2, 1], "Kainuu": [3, 1]}, 2020, line=(2.5, 1.0)))["data"]
    phrase = [[bool(text) for text in trace["texttemplate"]] for trace in data]
    assert phrase == [[False, False], [True, False], [True, False], [False, False]]
    assert (data[2]["customdata"], data[2]["textposition"]) == ([2, 1], "top center")


@pytest.mark.parametrize(("narrow", "wide"), [(False, 560), (True, 250)])
@pytest.mark.parametrize("years", [1, 8, 30])
def test_first_and_last_year_of_a_panel_have_room_for_their_names(narrow: bool, wide: int, years: int):
    chart = panels({f"Alue {n}": [n] * years for n in range(7)}, 2000)
    axis = figure_in_browser(chart, "light", narrow=narrow)["layout"]["xaxis"]
    (left, right), (first, last) = axis["domain"], axis["range"]
    pixel = (right - left) * wide / (last - first)
    assert (2000.5 - first) * pixel >= 16 and (last - (1999.5 + years)) * pixel >= 16
