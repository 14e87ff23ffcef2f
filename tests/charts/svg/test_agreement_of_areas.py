"""Maps, heat maps and panels: figure and plain SVG show the same."""

import re

import pytest
from pytest import approx

from tests.charts.browser_figure import figure_in_browser
from tests.charts.svg.area_charts import NAMES, heat, panels, region_map
from tests.charts.svg.svg_reader import SVG, drawing, shapes, texts

MAPS = {
    "counts": region_map(13, 7, 11, 12, 5, 5, 8, highlights=("19",)),
    "unknown and nought": region_map(1300, 70, None, 1234, 0, 5, 81),
}
YEARS = [str(year) for year in range(2019, 2026)]
HEATS = {
    "years": heat(
        {"Lappi": [0, 1, 2, 3, 4, 5, 6], "Kainuu": [None, 0, None, 1, 1200, 3, 4]}, *YEARS, highlights="Kainuu"
    ),
    "words": heat({"Digitalisaatio ja <tuotanto>": [1, 0], "Matkailu": [None, 3]}, "Kansainvälistyminen", "Palvelut"),
}
PANELS = {
    "regions": panels({name: [0, 3, None, 6] for name in NAMES.values()}, 2019, *(f"region-{code}" for code in NAMES)),
    "a mean": panels({"Lappi": [1, 2, 300], "Kainuu": [0, 30, None]}, 2019, line=(0.5, 16, None)),
    "a mean above": panels({"Lappi": [2, 1], "Kainuu": [3, 1]}, 2020, line=(2.5, 1.0)),
    "many years": panels({"Lappi": [year % 5 for year in range(20)]}, 2001),
}


def plain(text: str) -> str:
    return " ".join(re.sub("<.*?>", " ", text).replace("&lt;", "<").replace("&gt;", ">").split()).replace("- ", "-")


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("name", MAPS)
def test_regions_have_the_same_colours_and_outlines(name: str, mode: str):
    figure, root = figure_in_browser(MAPS[name], mode)["data"], drawing(MAPS[name], mode)
    areas = [each for each in root.iter(f"{SVG}path") if each.get("class") == "region"]
    lines = [
        (each["fillcolor"], each["line"]["color"], str(each["line"]["width"])) for each in figure if "meta" in each
    ]
    result = [(each.get("fill"), each.get("stroke"), each.get("stroke-width")) for each in areas]
    assert sorted(result) == sorted(lines)
    assert result[-1] == lines[-1] if MAPS[name].mark.highlight else result
    land = {each.get("fill") for each in root.iter(f"{SVG}path") if each.get("class") == "land"}
    assert land == {figure[0]["fillcolor"]}


@pytest.mark.parametrize("width", [310, 720])
@pytest.mark.parametrize("name", MAPS)
def test_names_and_numbers_of_the_map_agree(name: str, width: int):
    annotations = figure_in_browser(MAPS[name], narrow=width == 310)["layout"]["annotations"]
    sentence = " ".join(plain(each["text"]) for each in annotations)
    assert sorted(" ".join(texts(drawing(MAPS[name], width=width))).replace("- ", "-").split()) == sorted(
        sentence.split()
    )


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("name", HEATS)
def test_cells_agree(name: str, mode: str):
    (cells, numbers), root = figure_in_browser(HEATS[name], mode)["data"], drawing(HEATS[name], mode)
    steps = [colour for _, colour in cells["colorscale"]]
    boxes = [each for each in root.iter(f"{SVG}rect") if each.get("class") == "cell"]
    inks = [each for each in root.iter(f"{SVG}text") if each.get("class") == "value"]
    assert [each.get("fill") for each in boxes] == [steps[at] for row in cells["z"] for at in row if at is not None]
    assert [each.text for each in inks] == [re.sub("</?b>", "", each) for each in numbers["text"]]
    assert [each.get("fill") for each in inks] == numbers["textfont"]["color"]
    places = sorted({float(each.get("x")) for each in boxes}), sorted({float(each.get("y")) for each in boxes})
    result = [(places[0].index(float(each.get("x"))), places[1].index(float(each.get("y")))) for each in boxes]
    assert result == [*zip(numbers["x"], numbers["y"], strict=True)]


@pytest.mark.parametrize("name", HEATS)
def test_names_of_rows_and_columns_agree(name: str):
    layout, root = figure_in_browser(HEATS[name])["layout"], drawing(HEATS[name])
    assert " ".join(texts(root, "row")) == " ".join(plain(each["text"]) for each in layout["annotations"])
    assert texts(root, "column") == [plain(each) for each in layout["xaxis"]["ticktext"]]


def test_labels_that_do_not_fit_stand_upright():
    lying, standing = (drawing(HEATS["words"], width=width).iter(f"{SVG}text") for width in (720, 310))
    assert [each.get("transform") for each in lying if each.get("class") == "column"] == [None, None]
    assert all(each.get("transform").startswith("rotate") for each in standing if each.get("class") == "column")


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("name", PANELS)
def test_panels_agree(name: str, mode: str):
    visible, root = figure_in_browser(PANELS[name], mode), drawing(PANELS[name], mode)
    bars = [each for each in visible["data"] if each["type"] == "bar"]
    existing = [(each["marker"]["color"], value) for each in bars for value in each["y"] if value]
    result = shapes(root)
    assert [box.fill for box in result] == [colour for colour, _ in existing]
    most = max(value for _, value in existing)
    highest = max(box.size[1] for box in result)
    assert [box.size[1] / highest for box in result] == approx([value / most for _, value in existing], abs=0.001)
    assert texts(root, "row") == [plain(each["text"]) for each in visible["layout"]["annotations"]]
    phrase = [
        str(value)
        for each in sorted(visible["data"], key=lambda trace: trace["xaxis"])
        for value, text in zip(each["y" if each in bars else "customdata"], each["texttemplate"], strict=True)
        if text
    ]
    assert texts(root, "value") == phrase


def test_a_line_in_panels_breaks_where_nothing_is_known():
    lines = [each.get("points").split(" ") for each in drawing(PANELS["a mean"]).iter(f"{SVG}polyline")]
    assert [len(points) for points in lines] == [2, 2]
