import pytest

from analysis.sections import overview
from analysis.sections.model.typed_values import format_value
from analysis.selection import Selection
from analysis.words import translator
from tests.measures.table_rows import tables
from tests.sections.rows import ALL, SEVEN, TODAY, listing, shown

FI = translator("fi")


@pytest.mark.parametrize(
    ("language", "held", "joint"),
    [
        (
            "fi",
            "Aineistossa on 6 tapahtumaa, 2 tarinaa ja 1 materiaali.",
            "Yhteistapahtumia eli vähintään kahden maakunnan tapahtumia on 1.",
        ),
        (
            "en",
            "The data holds 6 events, 2 stories and 1 material.",
            "Joint events (two regions or more): 1.",
        ),
        (
            "sv",
            "Uppgifterna omfattar 6 evenemang, 2 berättelser och 1 material.",
            "Gemensamma evenemang, med minst två landskap: 1.",
        ),
    ],
)
def test_the_sentence_tells_the_same_numbers_in_each_language(language, held, joint):
    assert shown(language=language).sentence == f"{held} {joint}"


def test_without_events_the_sentence_tells_the_rest():
    section = shown(stories=[{"title": "S", "regions": ("19",)}])
    assert section.sentence == "Aineistossa on 0 tapahtumaa, 1 tarina ja 0 materiaalia."


def test_the_owners_words_stand_in_the_readers_language_or_in_finnish():
    about = [{"key": "coverage", "value_fi": "Osa tapahtumista.", "value_sv": "En del av evenemangen."}]
    told = {code: shown(language=code, **ALL, about=about) for code in ("fi", "sv", "en")}
    assert {code: (each.coverage, each.coverage_language) for code, each in told.items()} == {
        "fi": ("Osa tapahtumista.", None),
        "sv": ("En del av evenemangen.", None),
        "en": ("Osa tapahtumista.", "fi"),
    }
    assert (shown().coverage, shown().coverage_language) == ("", None)


def test_no_rows_at_all_are_told_in_a_sentence_everywhere():
    section = overview(tables(), Selection(), translator("fi"), TODAY)
    assert section.sentence == "Tietoja ei vielä ole. Ne lisätään Päivitys-sivulla."
    assert [each.value for each in section.metrics] == [0, None, 0, 0]
    assert [(each.empty, len(each.table)) for each in section.charts] == [("Ei vielä tietoja.", 0)] * 3
    assert listing(section, "latest").items == ()
    none = "Tähän päivään mennessä ei ole päivättyjä tapahtumia, tarinoita eikä materiaaleja."
    assert listing(section, "latest").empty == none


def test_a_choice_that_leaves_nothing_says_what_to_do():
    section = shown(Selection(years=(1999, 2000)))
    assert section.sentence == "Tällä valinnalla ei ole tietoja. Poista rajauksia, niin näet enemmän."
    assert {each.empty for each in section.charts} == {"Ei tietoja tällä valinnalla."}
    assert section.filter_summary.counted == "0 / 6"


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
        ("Materiaali · opas · ei verkossa", "sv", None),
        ("Materiaali · työkalu", None, "https://example.fi"),
    ]


@pytest.mark.parametrize(
    ("regions", "told"),
    [(("19",), "Lappi"), (("19", "10"), "Etelä-Savo, Lappi"), (SEVEN[:4], "4 maakuntaa"), (SEVEN, "koko alue")],
)
def test_many_regions_are_told_by_their_number(regions, told):
    rows = [{"name": "A", "starts": "2023", "regions": regions}]
    assert listing(shown(events=rows), "latest").items[0].meta == f"Tapahtuma · {told}"


@pytest.mark.parametrize(("days", "told"), [("30", "30 päivää"), ("120", "4 kuukautta"), ("180", "6 kuukautta")])
def test_a_rhythm_is_the_nearest_number_of_months(days, told):
    section = shown(**ALL, about=[{"key": "rhythm_events", "value_fi": days}])
    assert listing(section, "freshness").items[0].meta.endswith(f"päivitysväli on {told}.")


def test_each_table_tells_how_fresh_it_is():
    about = [{"key": "rhythm_events", "value_fi": "500"}, {"key": "rhythm_stories", "value_fi": "400"}]
    section = shown(**ALL, about=about)
    assert [(each.what, format_value(each.when, FI), each.meta) for each in listing(section, "freshness").items] == [
        ("Tapahtumat", "3/2023", "Uusimmasta on kulunut vähintään 15 kuukautta; päivitysväli on 16 kuukautta."),
        (
            "Klusteritarinat",
            "1.5.2023",
            "Päivitys myöhässä. Uusimmasta on kulunut 14 kuukautta; päivitysväli on 13 kuukautta.",
        ),
        ("Materiaalit", "–", "Ei toistaiseksi mitään päivättyä."),
    ]
    plain = [each.meta for each in listing(shown(), "freshness").items]
    assert plain[0] == "Uusimmasta on kulunut vähintään 15 kuukautta."
    timeless = [each.meta for each in listing(shown(today=None), "freshness").items]
    assert timeless == ["", "", "Ei toistaiseksi mitään päivättyä."]


@pytest.mark.parametrize(
    ("newest", "today", "told"),
    [
        ("2024-06-30", "2024-06-30", ("Uusin on tältä päivältä.", "från i dag.", "is from today.")),
        ("2024-06-29", "2024-06-30", ("Uusin on eiliseltä.", "från i går.", "is from yesterday.")),
        ("2024-06-28", "2024-06-30", ("Uusimmasta on kulunut 2 päivää.", "är 2 dagar gammal.", "is 2 days old.")),
        (
            "2024-04-30",
            "2024-06-30",
            ("on kulunut 2 kuukautta.", "är 2 månader gammal.", "is 2 months old."),
        ),
        (
            "2021-04-30",
            "2024-06-30",
            ("on kulunut yli 3 vuotta.", "är över 3 år gammal.", "is over 3 years old."),
        ),
        ("2024-06", "2024-06-30", ("Uusin on tältä kuulta.", "från denna månad.", "is from this month.")),
        ("2024", "2024-06-30", ("Uusin on tältä vuodelta.", "från i år.", "is from this year.")),
        (
            "2024-06",
            "2024-07-01",
            ("vähintään 1 päivä.", "är minst 1 dag gammal.", "is at least 1 day old."),
        ),
    ],
)
def test_what_is_new_is_told_as_people_say_it(newest, today, told):
    rows = [{"name": "A", "starts": newest}]
    for language, text in zip(("fi", "sv", "en"), told, strict=True):
        section = shown(events=rows, today=today, language=language)
        assert listing(section, "freshness").items[0].meta.endswith(text)


@pytest.mark.parametrize(("rhythm", "is_old"), [("457", False), ("456", True)])
def test_a_table_is_old_only_if_its_age_is_over_the_rhythm(rhythm, is_old):
    section = shown(**ALL, about=[{"key": "rhythm_events", "value_fi": rhythm}])
    assert listing(section, "freshness").items[0].meta.startswith("Päivitys myöhässä.") is is_old
