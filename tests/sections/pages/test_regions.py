import pytest

from analysis.sections import by_region, region_comparison, region_profile
from analysis.sections.pages.regions.measures import MEASURES
from analysis.selection import Selection
from analysis.words import translator
from tests.measures.table_rows import Row, tables
from tests.sections.rows import ALL, SEVEN, TODAY, chart

CLUSTERS: list[Row] = [
    {"id": "k", "name": "K", "regions": ("19",), "field": "matkailu", "founded": 2015, "members": 1},
    {"id": "l", "name": "L", "regions": ("19", "10")},
]
REGIONS: list[Row] = [
    {
        "code": "19",
        "name_fi": "Lappi",
        "population": 100_000,
        "population_year": 2023,
        "council": "Lapin liitto",
        "contact": "mailto:kirjaamo@lappi.example",
    },
    {"code": "10", "name_fi": "Etelä-Savo", "population": 50_000, "population_year": 2023},
]
DATA = tables(**ALL, clusters=CLUSTERS, regions=REGIONS)
FI = translator("fi")


def section(measure="events", data=DATA, **chosen):
    return by_region(data, Selection(**chosen), FI, TODAY, measure)


def test_every_measure_has_a_map_and_a_ranking_and_those_with_years_a_heat_map():
    keys = {measure: [each.key for each in section(measure).charts] for measure in MEASURES}
    assert keys == {measure: ["map", "ranked", "years"] for measure in MEASURES} | {"clusters": ["map", "ranked"]}


def test_the_titles_are_findings():
    assert [each.title for each in section().charts] == [
        "Tapahtumia on 3 / 7 maakunnasta",
        "Aineistossa eniten tapahtumia: Lappi, 4 / 6",
        "Eniten tapahtumia vuodessa: Lappi 2023, 3",
    ]


def test_chosen_regions_stand_out_among_all_seven_and_the_rule_says_so():
    region_map, ranked, years = section(regions=("10",)).charts
    assert [len(each.table) for each in (region_map, ranked, years)] == [7, 7, 7]
    assert (region_map.mark.highlight, ranked.mark.highlight, years.mark.highlight) == (
        ("10",),
        ("Etelä-Savo",),
        ("Etelä-Savo",),
    )
    assert ranked.title == "Tapahtumia: Etelä-Savo 1"
    assert region_map.subtitle == "Tapahtumat maakunnittain kartalla; valittuna Etelä-Savo"
    assert all(each.rule.endswith("valinta näkyy vain korostuksena.") for each in (region_map, ranked, years))


def test_of_many_chosen_regions_all_stand_out_and_none_is_the_finding():
    many = section(regions=("10", "12", "18", "19"))
    ranked, years = chart(many, "ranked"), chart(many, "years")
    assert ranked.title == "Aineistossa eniten tapahtumia: Lappi, 4 / 6"
    assert {*ranked.mark.highlight} == {*years.mark.highlight} == {"Etelä-Savo", "Pohjois-Karjala", "Kainuu", "Lappi"}


def test_participants_that_nobody_reported_are_unknown_and_named():
    ranked = chart(section("participants"), "ranked")
    assert ranked.table["participants"].isna().sum() == 4
    assert "Osallistujia ei ole ilmoitettu: Pohjois-Savo, Keski-Pohjanmaa, Pohjois-Pohjanmaa ja Kainuu." in ranked.rule
    assert "Osallistujamäärä on ilmoitettu 2 / 6 tapahtumasta." in ranked.rule


def test_the_map_tells_unknown_regions_from_those_outside_and_says_so():
    drawn = chart(section("participants"), "map")
    assert drawn.mark.unknown == "ei tietoa"
    assert "Viivoitetuista maakunnista ei ole ilmoitettu osallistujia" in drawn.rule
    assert "Viivoitetuista" not in chart(section("events"), "map").rule


def test_years_without_any_row_are_gaps_and_nought_is_told_as_such():
    events = [{"name": "A", "starts": "2021", "regions": ("19",)}, {"name": "B", "starts": "2023", "regions": ("10",)}]
    years = chart(section(data=tables(events=events)), "years")
    rows = years.table.set_index("code")
    assert rows.loc["19", ["2021", "2022", "2023"]].isna().tolist() == [False, True, False]
    assert (rows.at["19", "2021"], rows.at["19", "2023"]) == (1, 0)
    assert years.rule.endswith("0: aineistossa ei ole yhtään. Tyhjä ruutu: vuodelta ei ole lainkaan tietoja.")


def test_stories_without_any_year_say_so_in_place_of_a_heat_map():
    stories = [{"title": "S", "regions": ("19",)}]
    years = chart(section("stories", tables(stories=stories)), "years")
    assert (len(years.table), years.empty) == (0, "Vuotta ei ole merkitty, joten vuosia ei voi verrata.")


def test_filters_that_do_not_limit_clusters_are_told():
    assert section("clusters", years=(2023, 2023)).filter_text.endswith(
        "Teema, vuosi ja tapahtuman tyyppi eivät rajaa klustereita."
    )
    assert chart(section("clusters", years=(1999, 1999)), "ranked").table["clusters"].tolist()[:2] == [2, 1]


def test_the_profile_of_one_region_tells_all_of_it():
    profile = region_profile(DATA, Selection(regions=("19",)), FI, TODAY)
    assert [(each.key, each.value) for each in profile.metrics] == [
        *(
            ("events", 4),
            ("joint", 1),
            ("participants", 1200),
            ("stories", 1),
            ("clusters", 2),
        )
    ]
    assert profile.sentence == "Viimeisin tapahtuma: 2023."
    lists = {each.key: each for each in profile.lists}
    assert [(item.what, item.meta) for item in lists["clusters"].items] == [
        ("K", "matkailu · perustettu 2015 · 1 jäsen"),
        ("L", ""),
    ]
    council = lists["council"].items[0]
    assert (council.what, council.meta, council.link) == (
        "Lapin liitto",
        "kirjaamo@lappi.example",
        "mailto:kirjaamo@lappi.example",
    )


def test_a_council_that_is_not_told_is_said_to_be_so():
    profile = region_profile(DATA, Selection(regions=("12",)), FI, TODAY)
    assert profile.lists[-1].empty == "Liiton nimeä ja yhteystietoa ei ole kerrottu aineistossa."


@pytest.mark.parametrize("regions", [(), ("19", "10"), ("99",)])
def test_there_is_a_profile_of_one_known_region_alone(regions):
    assert region_profile(DATA, Selection(regions=regions), FI, TODAY) is None


@pytest.mark.parametrize(("regions", "rows"), [((), 7), (("19", "10"), 2), (SEVEN, 7)])
def test_two_to_seven_regions_are_compared_with_the_mean_of_the_seven(regions, rows):
    compared = region_comparison(DATA, Selection(regions=regions), FI, TODAY)
    table = compared.rows[0].table
    assert (len(table), table["name"].iloc[-1]) == (rows + 1, "Maakuntien keskiarvo")
    assert table["events"].iloc[-1] == 1.0
    assert table["clusters"].iloc[-1] == 0.4
    assert [len(each.table) for each in compared.charts] == ([rows] if regions else [])


def test_one_region_is_compared_with_nothing():
    assert region_comparison(DATA, Selection(regions=("19",)), FI, TODAY) is None


@pytest.mark.parametrize("regions", [(), ("19",), ("19", "10")])
def test_without_a_row_nothing_is_compared_and_it_is_said_what_to_do(regions):
    empty, chosen = tables(regions=REGIONS), Selection(regions=regions)
    told = by_region(empty, chosen, FI, TODAY)
    assert region_comparison(empty, chosen, FI, TODAY) is None
    assert told.sentence == "Tietoja ei vielä ole. Ne lisätään Päivitys-sivulla."
    assert {(each.empty, len(each.table)) for each in told.charts} == {("Ei vielä tietoja.", 0)}
