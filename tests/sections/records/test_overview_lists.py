import pytest

from analysis.sections.model.typed_values import format_value
from analysis.words import translator
from tests.sections.rows import ALL, SEVEN, listing, shown

FI = translator("fi")


def test_the_latest_five_are_told_with_what_they_are_and_what_is_to_come_apart():
    section = shown()
    assert [(format_value(each.when, FI), each.what, each.meta) for each in listing(section, "latest").items] == [
        ("1.5.2023", "S", "Tarina · Lappi"),
        ("3/2023", "C", "Tapahtuma · Pohjois-Karjala"),
        ("2023", "B", "Tapahtuma · Lappi"),
        ("1.5.2022", "A", "Tapahtuma · Etelä-Savo, Lappi"),
    ]
    assert [(format_value(each.when, FI), each.what) for each in listing(section, "upcoming").items] == [
        ("1.–2.8.2024", "E")
    ]
    assert listing(shown(today=None), "upcoming") is None


def test_a_material_tells_its_kind_its_language_and_that_it_is_not_online():
    rows = [
        {"title": "M", "kind": "guide", "language": "sv", "published": "2023-01"},
        {"title": "N", "kind": "tool", "language": "other", "published": "2022", "link": "https://example.fi"},
    ]
    assert [(each.meta, each.language, each.link) for each in listing(shown(materials=rows), "latest").items] == [
        ("Aineisto · opas · ei verkossa", "sv", None),
        ("Aineisto · työkalu", None, "https://example.fi"),
    ]


@pytest.mark.parametrize(
    ("regions", "told"),
    [(("19",), "Lappi"), (("19", "10"), "Etelä-Savo, Lappi"), (SEVEN[:4], "4 maakuntaa"), (SEVEN, "koko alue")],
)
def test_many_regions_are_told_by_their_number(regions, told):
    rows = [{"name": "A", "starts": "2023", "regions": regions}]
    assert listing(shown(events=rows), "latest").items[0].meta == f"Tapahtuma · {told}"


def test_each_table_tells_how_fresh_it_is():
    about = [{"key": "rhythm_events", "value_fi": "500"}, {"key": "rhythm_stories", "value_fi": "400"}]
    section = shown(**ALL, about=about)
    assert [(each.what, format_value(each.when, FI), each.meta) for each in listing(section, "freshness").items] == [
        ("Tapahtumat", "3/2023", "Uusimmasta on kulunut 457 päivää; päivitysväli on 500 päivää."),
        (
            "Klusteritarinat",
            "1.5.2023",
            "Vanhentunut. Uusimmasta on kulunut 426 päivää; päivitysväli on 400 päivää.",
        ),
        ("Aineistot", "–", "Päiviä ei ole tiedossa."),
    ]
    plain = [each.meta for each in listing(shown(), "freshness").items]
    assert plain[0] == "Uusimmasta on kulunut 457 päivää."
    assert [each.meta for each in listing(shown(today=None), "freshness").items] == ["", "", "Päiviä ei ole tiedossa."]


@pytest.mark.parametrize(("rhythm", "old"), [("14", False), ("13", True), ("tarvittaessa", False)])
def test_a_table_is_old_if_its_age_is_over_the_rhythm_and_both_are_known(rhythm, old):
    rows, about = [{"name": "A", "starts": "2024-06-16"}], [{"key": "rhythm_events", "value_fi": rhythm}]
    section = shown(events=rows, about=about, today="2024-06-30")
    assert listing(section, "freshness").items[0].meta.startswith("Vanhentunut.") is old


@pytest.mark.parametrize(
    ("newest", "today", "told"),
    [
        ("2024-06-30", "2024-06-30", ("Uusin on tältä päivältä.", "från i dag.", "is from today.")),
        ("2024-06-29", "2024-06-30", ("Uusin on eiliseltä.", "från i går.", "is from yesterday.")),
        ("2024-06-28", "2024-06-30", ("Uusimmasta on kulunut 2 päivää.", "är 2 dagar gammal.", "is 2 days old.")),
        ("2024-06", "2024-06-30", ("Uusin on tältä kuulta.", "från denna månad.", "is from this month.")),
        ("2024", "2024-06-30", ("Uusin on tältä vuodelta.", "från i år.", "is from this year.")),
        ("2024-06", "2024-07-01", ("Uusimmasta on kulunut 1 päivä.", "är 1 dag gammal.", "is 1 day old.")),
    ],
)
def test_what_is_new_is_told_as_people_say_it(newest, today, told):
    rows = [{"name": "A", "starts": newest}]
    for language, text in zip(("fi", "sv", "en"), told, strict=True):
        section = shown(events=rows, today=today, language=language)
        assert listing(section, "freshness").items[0].meta.endswith(text)
