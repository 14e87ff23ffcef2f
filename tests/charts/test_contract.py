"""Both drawers of every mark keep one contract for what is unknown, zero, huge, alone, many or nothing at all."""

import json
import re
from xml.etree import ElementTree

import plotly.graph_objects as go
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.charts import Bars, Chart, Columns, Heat, Map, Panels
from analysis.charts.svg import Provenance, draw
from analysis.words import translator
from tests.charts.any_chart import EMPTY, KINDS, REGIONS, cells, charts
from tests.charts.browser_figure import figure_in_browser
from tests.charts.svg.svg_reader import SVG, texts

UNKNOWN = re.compile(r"\bnan\b|\binf\b|<na>|&lt;na&gt;|\bnone\b(?!\")", re.IGNORECASE)
QUICK = settings(max_examples=25, deadline=None)


def expected_text(number: int) -> str:
    return f"{number:,}".replace(",", " ")


@pytest.mark.parametrize("kind", KINDS)
@QUICK
@given(data=st.data())
def test_plotly_takes_the_figure_of_any_table(kind: type, data: st.DataObject):
    chart = data.draw(charts(kind))
    narrow, mode = data.draw(st.booleans()), data.draw(st.sampled_from(("light", "dark")))
    visible = figure_in_browser(chart, mode, narrow=narrow)
    go.Figure(visible)
    assert not UNKNOWN.search(json.dumps(visible, allow_nan=False))
    assert visible["layout"]["height"] > 0
    if not len(chart.table):
        assert (visible["data"], visible["layout"]["annotations"][0]["text"]) == ([], "Ei &lt;tietoja&gt;.")


@pytest.mark.parametrize("kind", KINDS)
@QUICK
@given(data=st.data())
def test_the_picture_of_any_table_is_sound_and_stays_inside(kind: type, data: st.DataObject):
    chart = data.draw(charts(kind))
    width, head = (
        data.draw(st.sampled_from((310, 540, 960))),
        data.draw(st.sampled_from((None, Provenance(source="ENF")))),
    )
    drawing = draw(chart, translator("fi"), width=width, source=head).markup
    assert not UNKNOWN.search(drawing)
    root = ElementTree.fromstring(drawing)
    assert float(root.get("height")) > 0
    for each in root.iter():
        for name in ("width", "height", "font-size"):
            assert float(each.get(name, 1)) >= 0, (each.tag, name)
        if each.get("class") in ("bar", "cell", "phase") and each.tag in (f"{SVG}path", f"{SVG}rect"):
            inside(each, width)
    if not len(chart.table):
        assert EMPTY in texts(root)


def inside(shape: ElementTree.Element, width: float) -> None:
    """A bar, cell or band lies within the picture."""
    across = [float(each) for each in re.findall(r"[MHQ](-?[\d.]+)", shape.get("d", ""))]
    if shape.get("x"):
        across = [float(shape.get("x")), float(shape.get("x")) + float(shape.get("width"))]
    assert across and min(across) >= -0.01 and max(across) <= width + 0.01


@pytest.mark.parametrize("kind", [Bars, Columns, Heat, Map])
@QUICK
@given(data=st.data())
def test_both_drawers_write_the_known_numbers_and_no_other(kind: type, data: st.DataObject):
    chart = data.draw(charts(kind))
    assert figure_numbers(chart) == expected(chart)
    if not isinstance(chart.mark, Columns):  # above so many columns only some values have room
        assert svg_numbers(chart) == expected(chart)


def expected(chart: Chart) -> list[str]:
    """The known numbers in the order of the table, as they are written; a dash for an unknown region."""
    if isinstance(chart.mark, Map):
        return sorted("–" if row[0] is None else expected_text(row[0]) for row in cells(chart)[: len(REGIONS)])
    return [expected_text(number) for row in cells(chart) for number in row if number is not None]


def figure_numbers(chart: Chart) -> list[str]:
    visible = figure_in_browser(chart)["data"]
    if isinstance(chart.mark, Map):
        texts = [trace["text"].rpartition(": ")[2] for trace in visible if "meta" in trace]
        return sorted(text.replace("\N{NO-BREAK SPACE}", " ") for text in texts)
    if isinstance(chart.mark, Heat):
        return (
            [re.sub("</?b>", "", each).replace("\N{NO-BREAK SPACE}", " ") for each in visible[1]["text"]]
            if visible
            else []
        )
    numbers = [each for trace in visible for each in trace["x" if isinstance(chart.mark, Bars) else "y"]]
    return [expected_text(each) for each in numbers if each is not None]


def svg_numbers(chart: Chart) -> list[str]:
    root = ElementTree.fromstring(draw(chart, translator("fi"), width=960).markup)
    if not len(chart.table):
        return []
    if isinstance(chart.mark, Heat):
        return texts(root, "value")
    bold = [each.text or "" for each in root.iter(f"{SVG}text") if each.get("font-weight") == "700"]
    result = [" ".join(each.split()) for each in bold if re.fullmatch(r"[\d\s]+|–", each)]
    return sorted(result) if isinstance(chart.mark, Map) else result


@QUICK
@given(data=st.data())
def test_panels_have_a_column_for_each_number_above_zero(data: st.DataObject):
    chart = data.draw(charts(Panels))
    above = sum(bool(number) for row in cells(chart) for number in row)
    bars = [each for each in figure_in_browser(chart)["data"] if each["type"] == "bar"]
    assert sum(bool(value) for trace in bars for value in trace["y"]) == above
    root = ElementTree.fromstring(draw(chart, translator("fi")).markup)
    assert sum(each.get("class") == "bar" for each in root.iter(f"{SVG}path")) == above
