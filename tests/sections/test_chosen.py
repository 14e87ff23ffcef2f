import pytest

from analysis.sections import Part, events, overview
from analysis.selection import Selection
from analysis.words import words
from tests.measures.rows import tables
from tests.sections.rows import ALL, TODAY, shown

LIMITS = "Aineistoilla ei ole maakuntaa, joten maakunta ei rajaa niitä."


@pytest.mark.parametrize(
    ("selection", "chosen", "counted"),
    [
        (Selection(), "Näytetään kaikki maakunnat, kaikki teemat ja kaikki vuodet (2022–2024).", ""),
        (
            Selection(regions=("19", "10")),
            f"Näytetään Etelä-Savo ja Lappi, kaikki teemat ja kaikki vuodet (2022–2024). {LIMITS}",
            "Tapahtumia 4 / 6",
        ),
        (
            Selection(years=(2023, 2023), themes=("rahoitus",)),
            "Näytetään kaikki maakunnat, rahoitus ja vuosi 2023. 1 sisältö ei ole mukana, koska sen vuotta ei tiedetä.",
            "Tapahtumia 0 / 6",
        ),
        (
            Selection(years=(2022, 2023), kinds=("webinar",)),
            "Näytetään kaikki maakunnat, kaikki teemat ja vuodet 2022–2023. Tapahtuman tyyppi: webinaari. "
            "Tyyppi rajaa vain tapahtumia. 2 sisältöä ei ole mukana, koska niiden vuotta ei tiedetä.",
            "Tapahtumia 4 / 6",
        ),
        (
            Selection(priorities=("ruoka",)),
            "Näytetään kaikki maakunnat, kaikki teemat ja kaikki vuodet (2022–2024). Painopiste: Ruoka ja hyvinvointi. "
            "Painopiste rajaa vain tapahtumia.",
            "Tapahtumia 0 / 6",
        ),
    ],
)
def test_what_is_chosen_is_said_in_words(selection, chosen, counted):
    section = shown(selection, **ALL, priorities=[{"id": "ruoka", "name_fi": "Ruoka ja hyvinvointi"}])
    assert (section.chosen, section.counted) == (chosen, counted)


def test_what_the_reader_looks_for_stands_out():
    assert shown(Selection((2022, 2023), ("19", "12"))).chosen_parts[:7] == (
        Part("Näytetään "),
        Part("Pohjois-Karjala", strong=True),
        Part(" ja "),
        Part("Lappi", strong=True),
        Part(", "),
        Part("kaikki teemat", strong=True),
        Part(" ja vuodet "),
    )


def test_events_alone_are_limited_by_every_filter():
    chosen = Selection((2022, 2023), ("19",), kinds=("webinar",))
    assert events(tables(**ALL), chosen, words("fi"), TODAY).chosen == (
        "Näytetään Lappi, kaikki teemat ja vuodet 2022–2023. Tapahtuman tyyppi: webinaari."
    )


def test_without_data_no_years_are_told():
    assert overview(tables(), Selection(), words("fi"), TODAY).chosen == (
        "Näytetään kaikki maakunnat, kaikki teemat ja kaikki vuodet."
    )


def test_codes_that_nobody_knows_stand_as_they_are():
    chosen = Selection(regions=("99",), themes=("tuntematon",), priorities=("x",), kinds=("y",))
    section = shown(chosen)
    assert "99, tuntematon ja kaikki vuodet" in section.chosen
    assert section.counted == "Tapahtumia 0 / 6"
