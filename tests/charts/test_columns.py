import pytest

from analysis.charts import Phase, figure
from analysis.charts.columns import begin, end
from tests.charts.browser_figure import PHASES, columns, figure_in_browser


def trace(chart):
    return figure(chart)["data"][0]


def layout(chart):
    return figure(chart)["layout"]


def test_columns_stand_in_the_middle_of_their_year():
    drawing = trace(columns({2019: 5, 2020: 14}, 2020))
    assert (drawing["x"], drawing["y"], drawing["width"]) == ([2019.5, 2020.5], [5, 14], 0.58)
    assert drawing["marker"]["color"] == ["@bar", "@accent"]
    assert drawing["customdata"] == [2019, 2020]


def test_an_unknown_year_is_a_gap_and_a_year_without_any_is_nought():
    assert trace(columns({2019: None, 2020: 0}))["y"] == [None, 0]


def test_few_columns_are_as_wide_as_among_five_years():
    assert layout(columns({2023: 1}))["xaxis"]["range"] == [2021, 2026]
    assert layout(columns(dict.fromkeys(range(2019, 2026), 1)))["xaxis"]["range"] == [2019, 2026]


def test_a_narrow_screen_names_fewer_of_many_years_and_always_the_last():
    many = columns(dict.fromkeys(range(2000, 2026), 1))
    assert figure_in_browser(many)["layout"]["xaxis"]["ticktext"] == [str(year) for year in range(2001, 2026, 2)]
    assert figure_in_browser(many, narrow=True)["layout"]["xaxis"]["ticktext"] == [
        str(year) for year in range(2001, 2026, 3)
    ]


def test_among_many_columns_only_the_finding_bears_its_value():
    texts = trace(columns(dict.fromkeys(range(2000, 2026), 1), 2003))["texttemplate"]
    assert [2000 + place for place, text in enumerate(texts) if text] == [2003]
    assert all(trace(columns({2019: 5, 2020: 14}, 2020))["texttemplate"])


@pytest.mark.parametrize(
    ("iso", "first", "last"),
    [
        ("2020", 2020, 2021),
        ("2020-07", 2020 + 182 / 366, 2020 + 213 / 366),
        ("2021-12", 2021 + 334 / 365, 2022),
        ("2021-01-01", 2021, 2021 + 1 / 365),
        ("2020-12-31", 2020 + 365 / 366, 2021),
    ],
)
def test_a_day_begins_and_ends_where_its_precision_says(iso, first, last):
    assert begin(iso) == pytest.approx(first)
    assert end(iso) == pytest.approx(last)


def test_phases_are_bands_at_their_dates_behind_the_columns():
    shapes = layout(columns(dict.fromkeys(range(2020, 2025), 1), phases=PHASES))["shapes"]
    assert [(each["x0"], round(each["x1"], 2), each["layer"]) for each in shapes] == [
        (2020, 2022, "below"),
        (2022 + 31 / 365, 2024, "below"),
    ]


def test_a_phase_outside_the_years_is_not_drawn_and_an_open_one_goes_on():
    example = (Phase("Ennen", "2001", "2002"), Phase("Nyt", "2024-01", None))
    shapes = layout(columns(dict.fromkeys(range(2020, 2026), 1), phases=example))["shapes"]
    assert [(each["x0"], each["x1"]) for each in shapes] == [(2024, 2026)]


def test_a_phase_tells_its_time_where_there_is_room():
    drawing = columns(dict.fromkeys(range(2019, 2026), 1), phases=PHASES)
    wide, narrow = (
        [each["text"] for each in figure_in_browser(drawing, narrow=at)["layout"]["annotations"]]
        for at in (False, True)
    )
    assert wide == ["<b>Alku</b>  5/2019–12/2021", "<b>Jatko</b>  2/2022–12/2023"]
    assert narrow == ["<b>Alku</b>", "<b>Jatko</b>"]


def test_names_of_phases_at_the_same_time_lie_one_below_another():
    example = (Phase("Pitkä hanke", "2019", "2022"), Phase("Lyhyt hanke", "2019-03", "2019-05"))
    visible = figure_in_browser(columns(dict.fromkeys(range(2019, 2026), 1), phases=example), narrow=True)
    assert [each["yshift"] for each in visible["layout"]["annotations"]] == [-6, -26]


def test_a_name_at_the_end_stays_inside():
    example = (Phase("Viimeinen hanke kaikista", "2025-06", None),)
    visible = figure_in_browser(columns(dict.fromkeys(range(2019, 2026), 1), phases=example), narrow=True)
    assert visible["layout"]["annotations"][0]["x"] < 2025


def test_a_phase_is_named_as_it_is_written():
    example = (Phase("<i>A</i>", "2019", "2025", "2019–2025"),)
    visible = figure_in_browser(columns(dict.fromkeys(range(2019, 2026), 1), phases=example))
    assert visible["layout"]["annotations"][0]["text"] == "<b>&lt;i&gt;A&lt;/i&gt;</b>  2019–2025"
