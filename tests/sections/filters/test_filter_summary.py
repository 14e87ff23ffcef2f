import pytest

from analysis.schema import LANGUAGES
from analysis.sections import TextSpan, by_theme, clusters, events, overview, stories, toolkit
from analysis.sections.pages.themes.groups import term_group
from analysis.selection import Selection
from analysis.words import translator
from tests.measures.table_rows import tables
from tests.sections.rows import ALL, TODAY, shown
from tests.workbooks import sample

FI = translator("fi")
LIMITS = "Materiaaleilla ei ole maakuntaa, joten maakunta ei rajaa niitä."


@pytest.mark.parametrize(
    ("selection", "chosen"),
    [
        (Selection(), "Tapahtumat, kaikki vuodet (2022–2024), kaikki maakunnat, kaikki teemat: 6."),
        (
            Selection(regions=("19", "10")),
            f"Tapahtumat, kaikki vuodet (2022–2024), Etelä-Savo ja Lappi, kaikki teemat: 4 / 6. {LIMITS}",
        ),
        (
            Selection(years=(2023, 2023), themes=("rahoitus",)),
            "Tapahtumat 2023, kaikki maakunnat, teema rahoitus: 0 / 6. "
            "1 sisältö ei ole mukana, koska sen vuotta ei tiedetä.",
        ),
        (
            Selection(years=(2022, 2023), kinds=("webinar", "other")),
            "Tapahtumat 2022–2023, kaikki maakunnat, kaikki teemat, tyypit webinaari ja muu: 4 / 6. "
            "Tyyppi rajaa vain tapahtumia. 2 sisältöä ei ole mukana, koska niiden vuotta ei tiedetä.",
        ),
        (
            Selection(priorities=("ruoka",)),
            "Tapahtumat, kaikki vuodet (2022–2024), kaikki maakunnat, kaikki teemat, "
            "painopiste Ruoka ja hyvinvointi: 0 / 6. Painopiste ei rajaa tarinoita eikä materiaaleja.",
        ),
    ],
)
def test_what_is_chosen_is_said_in_words(selection, chosen):
    assert (
        shown(selection, **ALL, priorities=[{"id": "ruoka", "name_fi": "Ruoka ja hyvinvointi"}]).filter_text == chosen
    )


def test_each_filter_that_is_set_stands_out_and_can_be_taken_away():
    parts = shown(Selection((2022, 2023), ("19", "12"), ("rahoitus", "palvelut"))).filter_summary.spans
    assert parts == (
        TextSpan("Tapahtumat "),
        TextSpan("2022–2023", True, "years"),
        TextSpan(", "),
        TextSpan("Pohjois-Karjala ja Lappi", True, "regions"),
        TextSpan(", "),
        TextSpan("teemat rahoitus ja palvelut", True, "themes"),
    )


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fi", "Tapahtumat 2021–2024, Kainuu ja Lappi, teema rahoitus: 2 / 34."),
        ("sv", "Evenemang 2021–2024, Kajanaland och Lappland, temat finansiering: 2 / 34."),
        ("en", "Events 2021–2024, Kainuu and Lapland, theme funding: 2 / 34."),
    ],
)
def test_the_same_is_said_in_every_language(language, said):
    chosen = Selection((2021, 2024), ("19", "18"), ("rahoitus",))
    assert events(sample.tables(), chosen, translator(language), TODAY).filter_text == said


def test_each_page_tells_of_what_it_counts_and_of_the_filters_that_limit_it():
    given = sample.tables(), Selection((2021, 2024), ("19",), ("rahoitus",), (), ("seminar",)), FI
    kinds = "Tyyppi rajaa vain tapahtumia."
    assert stories(*given).filter_text == f"Klusteritarinat 2021–2024, Lappi, teema rahoitus: 0 / 20. {kinds}"
    assert clusters(*given).filter_text.startswith(
        "Klusterit, Lappi: 3 / 25. Teema, vuosi ja tapahtuman tyyppi eivät rajaa"
    )
    assert toolkit(*given).filter_text.startswith(f"Materiaalit 2021–2024, teema rahoitus: 11 / 60. {LIMITS} {kinds}")
    themes = by_theme(*given, term_group(given[0], FI, None))
    assert themes.filter_text.startswith("Tapahtumat, klusteritarinat ja materiaalit 2021–2024, Lappi, teema rahoitus,")


def test_without_data_no_years_are_told():
    empty = overview(tables(), Selection(), FI, TODAY)
    assert empty.filter_text == "Tapahtumat, kaikki vuodet, kaikki maakunnat, kaikki teemat: 0."


def test_codes_that_nobody_knows_stand_as_they_are():
    section = shown(Selection((2022, 2024), ("99",), ("tuntematon",), ("x",), ("y",)))
    assert section.filter_text.startswith("Tapahtumat 2022–2024, 99, teema tuntematon, painopiste x, tyyppi y: 0 / 6.")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_leaves_something_is_not_loosened(language):
    choice = shown(Selection(regions=("19",)), language).filter_summary
    assert (choice.emptied_by, choice.removals) == ("", ())


def test_an_empty_result_names_the_filter_and_offers_to_take_it_away():
    choice = events(tables(**ALL), Selection(regions=("19",), themes=("rahoitus",)), FI, TODAY).filter_summary
    assert choice.emptied_by == "Ei tuloksia. Tämä rajaus sulkee kaiken pois: teema rahoitus."
    assert [(way.filters, way.text) for way in choice.removals] == [(("themes",), "Näytä ilman teemarajausta (4)")]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fi", "Tämä rajaus sulkee pois kaikki tapahtumat: teema rahoitus."),
        ("sv", "Den här avgränsningen utesluter alla evenemang: temat finansiering."),
        ("en", "This filter excludes all events: theme funding."),
    ],
)
def test_a_page_that_still_shows_something_says_what_the_filter_excludes(language, said):
    section = shown(Selection(regions=("19",), themes=("rahoitus",)), language)
    assert section.metrics[0].value == 0 and any(each.value for each in section.metrics)
    assert section.filter_summary.emptied_by == said
    assert [way.filters for way in section.filter_summary.removals] == [("themes",)]


def test_filters_that_leave_nothing_together_are_all_offered():
    choice = events(tables(**ALL), Selection((2022, 2022), ("12",)), FI, TODAY).filter_summary
    expected = "Ei tuloksia. Nämä rajaukset sulkevat yhdessä kaiken pois: vuosi 2022 ja maakunta Pohjois-Karjala."
    assert choice.emptied_by == expected
    assert [way.text for way in choice.removals] == [
        "Näytä ilman vuosirajausta (2)",
        "Näytä ilman maakuntarajausta (1)",
    ]


def test_where_no_single_filter_helps_the_fewest_together_are_offered():
    choice = shown(Selection((1999, 1999), ("19",), ("rahoitus",))).filter_summary
    assert [way.text for way in choice.removals] == ["Näytä ilman näitä rajauksia: vuodet ja teema (4)"]
    everything = shown(Selection((1999, 1999), (), ("rahoitus",))).filter_summary
    assert [way.text for way in everything.removals] == ["Näytä ilman rajauksia (6)"]


def test_where_there_is_nothing_at_all_nothing_is_offered():
    assert overview(tables(), Selection(regions=("19",)), FI, TODAY).filter_summary.removals == ()
