import pytest

from analysis.selection import Selection
from tests.sections.rows import ALL, chart, shown


def test_the_title_of_the_years_is_the_finding_and_the_rule_tells_what_counts():
    years = chart(shown(), "years")
    assert years.title == "Eniten tapahtumia vuonna 2023: 4"
    assert years.mark.highlight == (2023,)
    assert years.rule == (
        "Sarjan jokainen kerta lasketaan tapahtumaksi: 4 riviä, 6 tapahtumaa. "
        "Peruttuja ja siirrettyjä ei lasketa: 1. Vuosi 2024 on kesken."
    )
    assert years.sentence == "Vuosina 2022–2024 tapahtumia on yhteensä 6; vuonna 2024 niitä on 1."
    assert years.alt == "Pylväät. Tapahtumat vuosittain: 2022: 1, 2023: 4 ja 2024: 1."


@pytest.mark.parametrize(
    ("starts", "title", "highlight"),
    [
        (["2021"], "Tapahtumia vuonna 2021: 1", (2021,)),
        (["2021", "2023"], "Eniten tapahtumia vuosina 2021 ja 2023: 1 vuodessa", (2021, 2023)),
        (["2019", "2020", "2021", "2022"], "Tapahtumia vuodessa enimmillään: 1", ()),
    ],
)
def test_years_that_share_the_lead_are_told_together(starts, title, highlight):
    years = chart(shown(events=[{"name": "A", "starts": each, "regions": ("19",)} for each in starts]), "years")
    assert (years.title, years.mark.highlight) == (title, highlight)


def test_years_that_a_choice_leaves_empty_are_nought_and_not_left_out():
    years = chart(shown(Selection(regions=("10",))), "years")
    assert years.table.to_dict("list") == {"year": [2022, 2023, 2024], "events": [1, 0, 0]}


def test_phases_stand_behind_the_years_they_touch():
    rows = [
        {"id": "p", "name_fi": "Alku", "name_sv": "Början", "starts": "2020-01-01", "ends": "2022-06-30"},
        {"id": "q", "name_fi": "Jatko", "starts": "2023", "ends": None},
        {"id": "r", "name_fi": "Ennen", "starts": "2001", "ends": "2002"},
    ]
    years = chart(shown(language="sv", **ALL, phases=rows), "years")
    assert [(each.name, each.span) for each in years.mark.phases] == [("Början", "1/2020–6/2022"), ("Jatko", "2023–")]
    assert years.alt.endswith(" Faser: Början 1/2020–6/2022 och Jatko 2023–.")


def test_an_event_without_a_date_is_in_no_year():
    rows = [{"name": "A", "starts": each, "regions": ("19",)} for each in ("2021", None)]
    assert chart(shown(events=rows), "years").title == "Tapahtumia vuonna 2021: 1"
