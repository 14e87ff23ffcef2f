import pytest

from analysis.selection import Selection
from tests.sections.rows import TODAY, number, shown

NB = "\N{NO-BREAK SPACE}"


def test_the_numbers_tell_the_last_whole_year_beside_the_one_before():
    assert [(each.label, each.value, each.change.replace(NB, " "), each.spark) for each in shown().metrics] == [
        ("Tapahtumat", 6, "4 vuonna 2023, +3 vuodesta 2022", (1, 4, 1)),
        ("Osallistujia (ilmoitettu)", 1230, "ilmoitettu 2 / 6 tapahtumasta", (1200, 30, None)),
        ("Klusteritarinat", 2, "1 vuonna 2023, +1 vuodesta 2022; 1 ilman vuotta", (0, 1, 0)),
        ("Materiaalit", 1, "Vuosi ei ole tiedossa", ()),
    ]
    assert [each.mark for each in shown().metrics] == [1, None, 1, None]


@pytest.mark.parametrize(
    ("selection", "today", "change"),
    [
        (Selection(years=(2022, 2022)), TODAY, "1 vuonna 2022"),
        (Selection(years=(2024, 2024)), TODAY, "1 vuonna 2024, vuosi kesken"),
        (Selection(regions=("12",)), TODAY, "1 vuonna 2023, +1 vuodesta 2022"),
        (Selection(regions=("10",)), TODAY, "0 vuonna 2023, −1 vuodesta 2022"),
        (Selection(years=(2023, 2023)), TODAY, "4 vuonna 2023, +3 vuodesta 2022"),
        (Selection(), "2025-01-01", "1 vuonna 2024, −3 vuodesta 2023"),
        (Selection(), None, "1 vuonna 2024, −3 vuodesta 2023"),
        (Selection(kinds=("seminar", "other")), TODAY, "0 vuonna 2023, −1 vuodesta 2022"),
        (Selection(years=(2030, 2031)), TODAY, ""),
    ],
)
def test_the_change_names_its_years(selection, today, change):
    assert number(shown(selection, today=today), "events").change == change


def test_years_alike_are_said_to_be_alike():
    rows = [{"name": "A", "starts": f"{year}", "regions": ("19",)} for year in (2021, 2022)]
    assert number(shown(events=rows), "events").change == "1 vuonna 2022, yhtä monta kuin vuonna 2021"


def test_participants_that_nobody_reported_are_not_known():
    rows = [
        {"name": "A", "starts": "2021", "regions": ("19",)},
        {"name": "B", "starts": "2022", "regions": ("19",), "participants": 5},
        {"name": "C", "starts": "2023", "regions": ("12",)},
    ]
    told = [
        number(shown(Selection(years, regions), events=rows), "participants")
        for years, regions in [(None, ("12",)), (None, ()), ((2021, 2022), ())]
    ]
    assert [(each.value, each.change, each.spark) for each in told] == [
        (None, "ilmoitettu 0 / 1 tapahtumasta", (None, None, None)),
        (5, "ilmoitettu 1 / 3 tapahtumasta", (None, 5, None)),
        (5, "ilmoitettu 1 / 2 tapahtumasta", (None, 5)),
    ]


def test_the_change_stands_out_where_its_numbers_are():
    parts = number(shown(), "events").change_spans
    assert [part.text for part in parts if part.strong] == ["4", "+3"]
    assert "".join(part.text for part in parts) == number(shown(), "events").change


def test_eight_years_at_most_stand_beside_a_number():
    rows = [{"name": "A", "starts": f"{year}", "regions": ("19",)} for year in range(2008, 2024)]
    told = number(shown(events=rows), "events")
    assert (told.spark, told.mark) == ((1,) * 8, 7)
