import pytest

from analysis.sections import event_detail
from analysis.sections.model.typed_values import format_value
from analysis.words import translator
from tests.measures.table_rows import tables
from tests.sections.rows import THEMES

FI = translator("fi")
EVENT = {
    **{"id": "a", "name": "Avaus", "starts": "2024-05-31", "ends": "2024-06-02", "kind": "seminar", "form": "online"},
    **{"regions": ("19", "10"), "themes": ("rahoitus",), "priorities": ("x",), "organisers": ("Liitto", "Yhdistys")},
    **{"place": "Kajaani", "participants": 1200, "from_companies": 700, "from_public": 0, "occasions": 3},
    **{"recording": "https://www.tallenne.fi/1", "link": "https://sivu.fi/a", "summary": "Kuvaus.", "source": "lehti"},
}
MATERIALS = [
    {"id": "guide", "title": "Opas", "kind": "guide", "event": "a"},
    {"id": "second", "title": "Toinen puhe", "kind": "recording", "event": "a", "starts_at": 750},
    {"id": "first", "title": "Ensimmäinen puhe", "kind": "recording", "event": "a", "starts_at": 0},
    {"id": "other", "title": "Muu", "kind": "guide", "event": "b"},
    {"id": "alone", "title": "Yksin", "kind": "guide"},
]


def told(detail) -> dict[str, list[str]]:
    return {fact.label: [format_value(each.value, FI) for each in fact.values] for fact in detail.facts}


def test_an_event_tells_all_that_is_known_of_it():
    detail = event_detail(tables(events=[EVENT], themes=THEMES), "a", FI)
    assert told(detail) == {
        "Aika": ["31.5.–2.6.2024"],
        "Tyyppi": ["Seminaari"],
        "Muoto": ["Etätapahtuma"],
        "Maakunnat": ["Etelä-Savo", "Lappi"],
        "Paikka": ["Kajaani"],
        "Järjestäjät": ["Liitto", "Yhdistys"],
        "Osallistujia": ["1\N{NO-BREAK SPACE}200"],
        "Osallistujat ryhmittäin": ["yritykset 700", "julkinen hallinto 0"],
        "Kertojen määrä": ["sarja, 3 kertaa"],
        "Teemat": ["Rahoitus"],
        "Painopisteet": ["X"],
        "Tallenne": ["tallenne.fi"],
        "Tapahtuman sivu": ["sivu.fi"],
        "Lähde": ["lehti"],
    }
    assert (detail.title, detail.summary, detail.notice) == ("Avaus", "Kuvaus.", "")


def test_what_is_not_known_is_told_as_unknown():
    bare = told(event_detail(tables(events=[{"id": "a", "name": "A", "kind": "other"}]), "a", FI))
    assert {name for name, values in bare.items() if not values} == {
        *("Aika", "Muoto", "Maakunnat", "Paikka", "Järjestäjät", "Osallistujia", "Teemat", "Painopisteet", "Tallenne")
    }


@pytest.mark.parametrize(
    ("status", "notice"),
    [
        ("cancelled", "Tapahtuma on peruttu. Sitä ei lasketa mukaan lukuihin."),
        ("postponed", "Tapahtuma on siirretty. Sitä ei lasketa mukaan lukuihin."),
        ("confirmed", ""),
        (None, ""),
    ],
)
def test_a_cancelled_event_is_shown_and_said_not_to_count(status, notice):
    assert event_detail(tables(events=[EVENT | {"status": status}]), "a", FI).notice == notice


def test_talks_stand_in_the_order_of_the_recording_and_before_all_else():
    detail = event_detail(tables(events=[EVENT], materials=MATERIALS), "a", FI)
    assert [each.what for each in detail.listings[0].items] == ["Ensimmäinen puhe", "Toinen puhe", "Opas"]


def test_there_is_no_event_of_a_key_that_nobody_bears():
    assert event_detail(tables(events=[EVENT]), "b", FI) is None
    assert event_detail(tables(), "", FI) is None


def test_sources_of_one_site_are_numbered():
    detail = event_detail(
        tables(events=[EVENT | {"source": "https://a.fi/1; https://www.a.fi/2; https://b.fi"}]), "a", FI
    )
    assert [(each.value, each.link) for each in detail.facts[-1].values] == [
        ("a.fi (1)", "https://a.fi/1"),
        ("a.fi (2)", "https://www.a.fi/2"),
        ("b.fi", "https://b.fi"),
    ]
