import pytest

from analysis.sections import overview
from analysis.selection import Selection
from analysis.words import translator
from tests.measures.table_rows import tables
from tests.sections.rows import ALL, TODAY, listing, shown


@pytest.mark.parametrize(
    ("language", "held", "joint"),
    [
        (
            "fi",
            "Tiedoissa on 6 tapahtumaa, 2 tarinaa ja 1 aineisto.",
            "Yhteisiä, vähintään kahden maakunnan tapahtumia on 1, ja osallistujamäärä on ilmoitettu 2 tapahtumasta.",
        ),
        (
            "en",
            "The data holds 6 events, 2 stories and 1 material.",
            "Joint events, of two regions or more: 1; participants are reported for 2 events.",
        ),
        (
            "sv",
            "I uppgifterna finns 6 evenemang, 2 berättelser och 1 material.",
            "Gemensamma evenemang, med minst två landskap: 1; deltagarantalet är rapporterat för 2 evenemang.",
        ),
    ],
)
def test_the_sentence_tells_the_same_numbers_in_each_language(language, held, joint):
    assert shown(language=language).sentence == f"{held} {joint}"


def test_without_events_the_sentence_tells_the_rest():
    section = shown(stories=[{"title": "S", "regions": ("19",)}])
    assert section.sentence == "Tiedoissa on 0 tapahtumaa, 1 tarina ja 0 aineistoa."


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
    assert listing(section, "latest").empty == "Päivättyjä tapahtumia, tarinoita tai aineistoja ei ole."


def test_a_choice_that_leaves_nothing_says_what_to_do():
    section = shown(Selection(years=(1999, 2000)))
    assert section.sentence == "Näillä valinnoilla ei ole tietoja. Poista rajauksia, niin näet enemmän."
    assert {each.empty for each in section.charts} == {"Ei tietoja tällä valinnalla."}
    assert section.filter_summary.counted == "0 / 6"
