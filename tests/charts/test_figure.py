import json
from dataclasses import replace
from itertools import product

import plotly.graph_objects as go
import pytest

from analysis.charts import figure, tokens
from analysis.charts.look import TEMPLATE
from tests.charts.browser_figure import PHASES, bars, columns, figure_in_browser

LONG = "Kestävät rahoitusratkaisut mahdollistavat pitkäjänteisen klusterin kehittämisen"
CHARTS = {
    "bars": bars({"Lappi": 13, "Kainuu": 5, "Etelä-Savo": 0}, "Lappi"),
    "one bar": bars({"Lappi": 1}),
    "long names": bars({LONG: 12345, "<b>&amp; @accent": 3}, LONG),
    "no bars": bars({}),
    "columns": columns({2019: 5, 2020: 14, 2021: 3}, 2020, phases=PHASES),
    "a gap": columns({2019: 5, 2020: None, 2021: 1300}, 2021),
    "one column": columns({2023: 1}, 2023, phases=PHASES),
    "many columns": columns({year: year % 7 for year in range(1990, 2026)}, 2001, 2008, phases=PHASES),
    "nothing but gaps": columns({2019: None, 2020: None}),
    "no columns": columns({}),
}


@pytest.mark.parametrize("name", CHARTS)
@pytest.mark.parametrize(("mode", "narrow"), [*product(("light", "dark"), (False, True))])
def test_plotly_takes_every_figure_in_light_and_dark_wide_and_narrow(name, mode, narrow):
    visible = figure_in_browser(CHARTS[name], mode, narrow=narrow)
    go.Figure(visible)
    assert json.loads(json.dumps(visible)) == visible
    assert visible["layout"]["height"] > 0


def test_light_and_dark_have_a_colour_for_the_same_tokens():
    assert set(tokens("light")) == set(tokens("dark"))
    assert all(value.startswith(("#", "rgba(")) for mode in ("light", "dark") for value in tokens(mode).values())


def test_every_token_of_the_template_has_a_colour():
    names_of = {value[1:] for value in leaves(TEMPLATE) if isinstance(value, str) and value.startswith("@")}
    assert names_of <= set(tokens("light"))
    assert names_of


def leaves(value):
    inner_values = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [value] if not inner_values else [leaf for each in inner_values for leaf in leaves(each)]


def test_a_chart_without_rows_is_its_sentence_without_axes():
    visible = figure(CHARTS["no bars"])
    assert visible["data"] == []
    assert [each["text"] for each in visible["layout"]["annotations"]] == ["Ei &lt;tietoja&gt;."]
    assert not visible["layout"]["xaxis"]["visible"] and not visible["layout"]["yaxis"]["visible"]


def test_a_mark_that_nobody_draws_is_an_error_of_the_program():
    with pytest.raises(TypeError, match="no drawing"):
        figure(replace(CHARTS["bars"], mark="pie"))


def test_no_axis_has_a_grid_and_none_shows_parts_of_whole_numbers():
    for axis in ("xaxis", "yaxis"):
        assert not TEMPLATE["layout"][axis]["showgrid"]
    assert TEMPLATE["layout"]["yaxis"]["tickformat"] == ",d"
    assert TEMPLATE["layout"]["yaxis"]["rangemode"] == "tozero"
