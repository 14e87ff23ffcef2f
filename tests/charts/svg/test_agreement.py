"""Figures and plain SVG are drawn from one table, so what they show is the same."""

import re

import pytest
from pytest import approx

from analysis.charts import Phase
from tests.charts.browser_figure import PHASES, bars, columns, figure_in_browser
from tests.charts.svg.svg_reader import bands, drawing, shapes, texts

LONG = "Kestävät rahoitusratkaisut mahdollistavat pitkäjänteisen klusterin kehittämisen"
BARS = {
    "a finding": bars({"Lappi": 13, "Kainuu": 5, "Etelä-Savo": 1}, "Lappi"),
    "two findings": bars({"Lappi": 13, "Kainuu": 13, "Etelä-Savo": 5}, "Lappi", "Kainuu"),
    "long names": bars({LONG: 12345, "<b>&amp; @accent": 300}, LONG),
    "a nought": bars({"Lappi": 4, "Kainuu": 0}),
}
COLUMNS = {
    "phases": columns({2019: 5, 2020: 14, 2021: 3, 2022: 1, 2023: 2}, 2020, phases=PHASES),
    "a gap": columns({2019: 5, 2020: None, 2021: 1300}, 2021),
    "few": columns({2023: 1}, 2023, phases=PHASES),
    "many": columns({year: year % 7 for year in range(1990, 2026)}, 2001, 2008, phases=PHASES),
    "at once": columns(dict.fromkeys(range(2019, 2026), 1), phases=(*PHASES, Phase("Muu", "2020", "2023-06", "2020–"))),
}


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("name", BARS)
def test_bars_agree(name: str, mode: str):
    chart = BARS[name]
    trace, root = figure_in_browser(chart, mode)["data"][0], drawing(chart, mode)
    plain = [(value, colour) for value, colour in zip(trace["x"], trace["marker"]["color"], strict=True) if value]
    assert [box.fill for box in shapes(root)] == [colour for _, colour in plain]
    longest = max(box.size[0] for box in shapes(root))
    most = max(trace["x"])
    assert [box.size[0] / longest for box in shapes(root)] == approx([value / most for value, _ in plain], abs=0.001)
    tops = [box.top for box in shapes(root)]
    assert tops == sorted(tops)


@pytest.mark.parametrize("name", BARS)
def test_names_and_values_of_bars_agree(name: str):
    chart = BARS[name]
    trace, root = figure_in_browser(chart)["data"][0], drawing(chart)
    names = chart.table["name"].tolist()
    values = [f"{value:,}".replace(",", " ") for value in trace["x"]]
    assert " ".join(texts(root)) == " ".join(f"{name} {value}" for name, value in zip(names, values, strict=True))
    weights = [each.get("fill") for each in root.iter() if each.get("font-weight") == "700"]
    assert weights == trace["textfont"]["color"]


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("name", COLUMNS)
def test_columns_agree(name: str, mode: str):
    chart = COLUMNS[name]
    trace, root = figure_in_browser(chart, mode)["data"][0], drawing(chart, mode)
    plain = [each for each in zip(trace["x"], trace["y"], trace["marker"]["color"], strict=True) if each[1]]
    result, most = shapes(root), max(value for value in trace["y"] if value)
    assert [box.fill for box in result] == [colour for _, _, colour in plain]
    highest = max(box.size[1] for box in result)
    assert [box.size[1] / highest for box in result] == approx([value / most for _, value, _ in plain], abs=0.001)
    assert len({box.bottom for box in result}) == 1
    first, last = figure_in_browser(chart)["layout"]["xaxis"]["range"]
    middles = [first + (box.left + box.right) / 2 / 720 * (last - first) for box in result]
    assert middles == approx([x for x, _, _ in plain], abs=0.001)
    wide = trace["width"] * 720 / (last - first)
    assert [box.size[0] for box in result] == approx([wide] * len(result), abs=0.02)


@pytest.mark.parametrize("name", COLUMNS)
def test_values_over_columns_agree(name: str):
    trace = figure_in_browser(COLUMNS[name])["data"][0]
    pairs = zip(trace["y"], trace["texttemplate"], strict=True)
    text = [f"{value:,}".replace(",", " ") for value, template in pairs if template and value is not None]
    assert texts(drawing(COLUMNS[name]), "value") == text


@pytest.mark.parametrize(("width", "narrow"), [(720, False), (310, True)])
@pytest.mark.parametrize("name", COLUMNS)
def test_phases_agree(name: str, width: int, narrow: bool):
    chart = COLUMNS[name]
    layout, root = figure_in_browser(chart, narrow=narrow)["layout"], drawing(chart, width=width)
    first, last = layout["xaxis"]["range"]
    pixel = (last - first) / width
    edges = [(first + box.left * pixel, first + box.right * pixel) for box in bands(root)]
    assert [each for edge in edges for each in edge] == approx(
        [each[end] for each in layout["shapes"] for end in ("x0", "x1")], abs=0.001
    )
    assert [each["fillcolor"] for each in layout["shapes"]] == [box.fill for box in bands(root)]
    names = [re.findall("<b>(.*)</b>", each["text"])[0] for each in layout["annotations"]]
    assert [re.split(r" \d", sentence)[0] for sentence in texts(root, "phase")] == names


def test_the_years_named_end_with_the_last():
    assert texts(drawing(COLUMNS["many"]), "year")[-1] == "2025"
    assert texts(drawing(COLUMNS["phases"]), "year") == ["2019", "2020", "2021", "2022", "2023"]


def test_a_chart_without_rows_is_its_sentence():
    assert texts(drawing(bars({}))) == ["Ei <tietoja>."]
    assert shapes(drawing(bars({}))) == []
