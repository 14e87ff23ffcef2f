from analysis.sections import by_theme, term_profile
from analysis.sections.pages.themes.groups import term_group, term_groups
from analysis.selection import Selection
from analysis.words import translator
from tests.measures.table_rows import Row, tables
from tests.sections.rows import ALL, EVENTS, TODAY, chart

PRIORITIES: list[Row] = [
    {"id": "uusi", "order": 1, "name_fi": "Uusi", "valid_from": 2024, "kind": "priority"},
    {"id": "vanha", "order": 2, "name_fi": "Vanha", "valid_from": 2019, "valid_to": 2023},
    {"id": "yhteinen", "order": 3, "name_fi": "Yhteinen", "kind": "cluster-theme"},
    {"id": "aina", "order": 4, "name_fi": "Aina"},
    {"id": "hetken", "order": 5, "name_fi": "Hetken", "valid_from": 2021, "valid_to": 2021},
]
BEARING = [EVENTS[0] | {"priorities": ("vanha",), "themes": ("rahoitus",)}, *EVENTS[1:]]
CLUSTERS: list[Row] = [{"id": "k", "name": "K", "regions": ("19",), "priorities": ("vanha", "yhteinen")}]
DATA = tables(**(ALL | {"events": BEARING}), priorities=PRIORITIES, clusters=CLUSTERS)
FI = translator("fi")


def section(key=None, data=DATA, **chosen):
    return by_theme(data, Selection(**chosen), FI, term_group(data, FI, key), TODAY)


def test_priorities_stand_by_the_years_they_hold_and_cluster_themes_apart():
    assert [(each.key, each.name, list(each.labels)) for each in term_groups(DATA, FI)] == [
        ("themes", "Teemat", ["rahoitus", "palvelut"]),
        ("priorities-2019-2023", "Painopisteet 2019–2023", ["vanha"]),
        ("priorities-2021-2021", "Painopisteet 2021", ["hetken"]),
        ("priorities-2024-", "Painopisteet 2024–", ["uusi"]),
        ("priorities--", "Painopisteet", ["aina"]),
        ("cluster-themes", "Klusteriteemat", ["yhteinen"]),
    ]


def test_a_group_that_there_is_not_is_the_themes_and_without_priorities_they_are_the_only_one():
    assert term_group(DATA, FI, "x").key == term_group(DATA, FI, None).key == "themes"
    assert [each.key for each in term_groups(tables(), FI)] == ["themes"]


def test_themes_are_told_over_years_ranked_by_kind_by_region_and_beside_priorities():
    assert [(each.key, each.title) for each in section().charts] == [
        ("ranked", "Yleisin teema: rahoitus, 3"),
        ("years", "Sisältöjä samasta teemasta vuodessa enimmillään: 1"),
        ("kinds", "Yleisin yhdistelmä: rahoitus, tarinoita 2"),
        ("regions", "Sisältöjä samasta teemasta yhdessä maakunnassa enimmillään: 2"),
        ("crossed", "Useimmin yhdessä: Vanha ja rahoitus, 1"),
    ]


def test_contents_without_a_year_are_named_under_the_years():
    assert chart(section(), "years").rule.endswith("2 sisältöä ei ole kuvassa, koska niiden vuotta ei tiedetä.")


def test_clusters_bear_priorities_and_cluster_themes():
    ranked = chart(section("priorities-2019-2023"), "ranked")
    assert ranked.table[["events", "clusters", "total"]].to_numpy().tolist() == [[1, 1, 2]]
    assert chart(section("cluster-themes"), "ranked").table["clusters"].tolist() == [1]
    several = "Yhdellä sisällöllä voi olla useita merkintöjä; yhteensä niitä on 2."
    assert ranked.rule == f"Merkintä on 2 / 7 sisällössä. {several}"


def test_a_group_that_nothing_bears_says_so():
    assert {each.empty for each in section("priorities-2024-").charts} == {
        "Mitään näistä ei ole merkitty yhteenkään tapahtumaan tai klusteriin.",
        "Missään tapahtumassa ei ole sekä jotakin näistä että teemaa.",
    }


def test_a_chosen_theme_stands_out_among_all():
    ranked, kinds = (chart(section(themes=("palvelut",)), key) for key in ("ranked", "kinds"))
    assert (len(ranked.table), ranked.mark.highlight, kinds.mark.highlight) == (2, ("Palvelut",), ("Palvelut",))
    assert ranked.rule.endswith("Kuvassa ovat muutkin kuin valitut; valinta näkyy vain korostuksena.")
    assert ranked.title == "Sisältöjä: palvelut 2"


def test_long_names_stand_in_a_heat_map_and_short_ones_over_panels():
    long = [{"id": "rahoitus", "name_fi": "Rahoitus"}, {"id": "oma", "name_fi": "Erittäin pitkä teeman nimi tässä"}]
    kinds = [
        type(chart(section(data=data), "years").mark).__name__ for data in (DATA, tables(**(ALL | {"themes": long})))
    ]
    assert kinds == ["Panels", "Heat"]


def test_the_profile_of_a_theme_holds_its_materials_stories_and_events():
    profile = term_profile(DATA, Selection(themes=("palvelut",)), FI, term_group(DATA, FI, None), TODAY)
    assert (profile.title, profile.subtitle) == ("Palvelut", "Klusterin palvelut")
    assert [(each.key, each.value) for each in profile.metrics] == [
        ("events", 0),
        ("stories", 1),
        ("materials", 1),
    ]
    assert [(each.key, len(each.items)) for each in profile.lists] == [
        ("events", 0),
        ("stories", 1),
        ("materials", 1),
    ]


def test_there_is_a_profile_of_one_term_of_the_group_alone():
    themes, old = term_group(DATA, FI, None), term_group(DATA, FI, "priorities-2019-2023")
    assert term_profile(DATA, Selection(themes=("palvelut", "rahoitus")), FI, themes, TODAY) is None
    assert term_profile(DATA, Selection(priorities=("uusi",)), FI, old, TODAY) is None
    assert term_profile(DATA, Selection(priorities=("vanha",)), FI, old, TODAY).title == "Vanha"
