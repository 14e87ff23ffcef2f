import pytest

from analysis.sections.charts.ranked_bars import named_count
from analysis.selection import Selection
from tests.measures.table_rows import Row
from tests.sections.rows import SEVEN, chart, shown

JOINT: Row = {"name": "A", "starts": "2023", "regions": ("19", "10", "12")}
LONE: Row = {"name": "B", "starts": "2023", "regions": ("19",)}


def test_regions_are_ranked_and_what_is_alike_stays_in_the_official_order():
    regions = chart(shown(), "regions")
    assert regions.table[["code", "name", "events", "joint"]].to_dict("list") == {
        "code": ["19", "12", "10", "11", "16", "17", "18"],
        "name": [
            *("Lappi", "Pohjois-Karjala", "Etelä-Savo", "Pohjois-Savo"),
            *("Keski-Pohjanmaa", "Pohjois-Pohjanmaa", "Kainuu"),
        ],
        "events": [4, 2, 1, 0, 0, 0, 0],
        "joint": [1, 0, 1, 0, 0, 0, 0],
    }
    assert regions.title == "Aineistossa eniten tapahtumia: Lappi, 4 / 6"
    assert (regions.picture, regions.sentence) == (True, "")


def test_the_sentence_in_place_of_a_picture_names_the_largest_and_those_without_any():
    few = [{"name": "A", "starts": "2022", "regions": ("19",), "occasions": 4}]
    regions = chart(shown(events=few), "regions")
    assert not regions.picture
    assert regions.sentence.startswith("Eniten: Lappi 4. Ei yhtään: Etelä-Savo, Pohjois-Savo")


def test_what_all_share_is_said_of_all_others_where_some_have_none():
    some = {"name": "A", "starts": "2023", "regions": ("19", "10", "12", "11")}
    sentence = chart(shown(events=[some]), "regions").sentence
    assert sentence == "Ei yhtään: Keski-Pohjanmaa, Pohjois-Pohjanmaa ja Kainuu. Kaikilla muilla sama luku: 1."
    every = chart(shown(events=[some | {"regions": SEVEN}]), "regions").sentence
    assert every == "Kaikilla sama luku: 1."


@pytest.mark.parametrize(
    ("counts", "named"), [([], 0), ([3, 3, 3], 3), ([4, 3, 2, 2], 2), ([4, 3, 2, 1], 3), ([2, 2, 2, 2], 0)]
)
def test_nothing_is_named_that_is_equal_to_what_is_left_out(counts, named):
    assert named_count(counts) == named


@pytest.mark.parametrize(
    ("rows", "chosen", "title", "rule"),
    [
        (
            [JOINT, LONE],
            (),
            "Aineistossa eniten tapahtumia: Lappi, 2 / 2",
            "2 tapahtumaa, joista 1 yhteinen: se lasketaan jokaiselle osallistuneelle maakunnalle, joten summa on 4.",
        ),
        (
            [JOINT, JOINT],
            (),
            "Aineistossa eniten tapahtumia: Etelä-Savo, Pohjois-Karjala ja Lappi, kussakin 2 / 2",
            "2 tapahtumaa, joista 2 yhteisiä: yhteinen lasketaan jokaiselle osallistuneelle maakunnalle, "
            "joten summa on 6.",
        ),
        (
            [JOINT | {"regions": SEVEN}],
            (),
            "Tapahtumia maakunnassa enimmillään: 1 / 1",
            "Yhteistapahtuma lasketaan jokaiselle osallistuneelle maakunnalle, joten summa on 7.",
        ),
        (
            [JOINT, LONE],
            ("19",),
            "Tapahtumia: Lappi 2",
            "2 tapahtumaa, joista 1 yhteinen: se lasketaan jokaiselle osallistuneelle maakunnalle, joten summa on 4. "
            "Kuvassa ovat muutkin kuin valitut; valinta näkyy vain korostuksena.",
        ),
        (
            [LONE],
            (),
            "Aineistossa eniten tapahtumia: Lappi, 1 / 1",
            "Yhteistapahtumia ei ole, joten maakuntien summa on sama kuin tapahtumien määrä.",
        ),
    ],
)
def test_the_rule_under_the_regions_tells_how_joint_events_add_up(rows, chosen, title, rule):
    regions = chart(shown(Selection(regions=chosen), events=rows), "regions")
    assert (regions.title, regions.rule) == (title, rule)


def test_themes_add_events_stories_and_materials_and_tell_what_has_none():
    themes = chart(shown(), "themes")
    assert themes.table[["name", "events", "stories", "materials", "total"]].to_dict("list") == {
        "name": ["Rahoitus", "Palvelut"],
        "events": [0, 0],
        "stories": [2, 1],
        "materials": [0, 1],
        "total": [2, 2],
    }
    assert themes.title == "Yleisimmät teemat: rahoitus ja palvelut, kustakin 2"
    assert themes.rule == (
        "9 sisältöä, joista 6 on ilman teemaa eikä näy kuvassa. "
        "Sisällöllä voi olla useita teemoja; teemoittain laskettuna yhteensä 4."
    )


def test_a_theme_of_the_owners_own_stands_under_its_name_and_tells_its_language():
    rows = [{"id": "oma", "name_fi": "Oma teema"}, {"id": "annan", "name_fi": "Toinen", "name_sv": "Annat tema"}]
    stories = [{"title": "S", "regions": ("19",), "themes": ("oma", "annan", "kadonnut")}]
    table = chart(shown(language="sv", themes=rows, stories=stories), "themes").table
    assert table["name"].tolist() == ["Oma teema", "Annat tema", "Kadonnut"]
    assert table["language"].fillna("").tolist() == ["fi", "", ""]


def test_contents_without_any_theme_are_said_to_have_none():
    themes = chart(shown(events=[LONE]), "themes")
    assert (themes.empty, len(themes.table)) == ("Yhdelläkään sisällöllä ei ole teemaa.", 0)
