from analysis.charts import figure
from tests.charts.browser_figure import bars, figure_in_browser


def trace(chart):
    return figure(chart)["data"][0]


def layout(chart):
    return figure(chart)["layout"]


def test_bars_stand_in_the_order_of_the_table_from_the_top():
    drawing = bars({"Lappi": 13, "Kainuu": 5}, "Lappi")
    assert (trace(drawing)["y"], trace(drawing)["x"]) == ([0, 1], [13, 5])
    assert layout(drawing)["yaxis"]["range"] == [1.5, -0.5]
    for narrow in (False, True):
        names = figure_in_browser(drawing, narrow=narrow)["layout"]["annotations"]
        assert [(each["text"], each["y"]) for each in names] == [("Lappi", 0), ("Kainuu", 1)]


def test_the_finding_takes_the_accent_and_bars_begin_at_zero():
    drawing = bars({"Lappi": 13, "Kainuu": 13, "Etelä-Savo": 5}, "Lappi", "Kainuu")
    assert trace(drawing)["marker"]["color"] == ["@accent", "@accent", "@bar"]
    assert layout(drawing)["xaxis"]["range"] == [0, 13]


def test_a_click_filters_by_the_key_and_hover_repeats_name_and_value():
    drawing = trace(bars({"Lappi": 13}))
    assert drawing["customdata"] == ["lappi"]
    assert drawing["hovertext"] == ["Lappi"]


def test_names_begin_at_the_left_edge_and_the_margin_holds_the_longest():
    drawing = layout(bars({"Lappi": 13, "Pohjois-Pohjanmaa": 5}))
    assert drawing["margin"]["l"] == round(17 * 14 * 0.53 + 14)
    assert {each["xshift"] for each in drawing["annotations"]} == {-drawing["margin"]["l"]}


def test_a_long_name_is_written_in_lines_and_makes_its_row_higher():
    name = "Kestävät rahoitusratkaisut mahdollistavat kehittämisen"
    for height, narrow, longest in ((None, False, 44), (None, True, 22), (40, False, 22)):
        drawing = figure_in_browser(bars({name: 5, "Lappi": 3}, height=height), narrow=narrow)["layout"]
        lines = drawing["annotations"][0]["text"].split("<br>")
        assert " ".join(lines) == name
        assert longest / 2 < max(map(len, lines)) <= longest
        assert drawing["height"] == (height or 2 * max(36, 10 + 18 * len(lines)))


def test_a_name_is_shown_as_it_is_written():
    drawing = bars({"<b>A</b> & @accent": 5})
    assert layout(drawing)["annotations"][0]["text"] == "&lt;b&gt;A&lt;/b&gt; &amp; &#64;accent"
    assert trace(drawing)["hovertext"] == ["&lt;b&gt;A&lt;/b&gt; &amp; &#64;accent"]


def test_charts_beside_each_other_are_as_high_as_they_are_told():
    assert layout(bars({"Lappi": 13, "Kainuu": 5}, height=252))["height"] == 252
    assert layout(bars({"Lappi": 13, "Kainuu": 5}))["height"] == 72


def test_few_bars_stand_at_the_top_of_a_high_chart():
    low, high = (layout(bars({"Lappi": 13, "Kainuu": 5}, height=height))["yaxis"]["range"] for height in (100, 520))
    assert (low, high) == ([1.5, -0.5], [9.5, -0.5])


def test_a_narrow_screen_gives_bars_the_height_that_they_need():
    visible = figure_in_browser(bars({"Lappi": 13, "Kainuu": 5}, height=520), narrow=True)["layout"]
    assert (visible["height"], visible["yaxis"]["range"]) == (72, [1.5, -0.5])


def test_bars_without_anything_have_an_axis_that_begins_at_zero():
    assert layout(bars({"Lappi": 0}))["xaxis"]["range"] == [0, 1]
