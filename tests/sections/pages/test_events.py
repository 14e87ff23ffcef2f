import pytest

from analysis.sections import event_table, events
from analysis.selection import Selection
from analysis.words import translator
from tests.measures.table_rows import Row, tables
from tests.sections.rows import ALL, TODAY, chart, number

FI = translator("fi")
EVENTS: list[Row] = [
    {"id": "a", "name": "A", "starts": "2022-12-30", "ends": "2023-01-02", "kind": "seminar", "regions": ("19",)},
    {
        **{"id": "b", "name": "B", "starts": "2024", "kind": "webinar", "form": "online", "regions": ("19", "10")},
        **{"occasions": 3, "participants": 1200, "link": "https://example.fi/b"},
    },
    {"id": "c", "name": "C", "starts": "2023-05", "kind": "other", "regions": ("10",), "status": "postponed"},
    {"id": "d", "name": "D", "starts": "2025-01-01", "kind": "other", "regions": ("12",), "status": "cancelled"},
]
ROWS = {"events": EVENTS}


def test_every_event_is_a_row_newest_first_with_what_is_to_be_noted():
    given = event_table(tables(**ROWS), Selection(), FI)
    assert given.table.drop(columns=["participants", "link"]).to_dict("list") == {
        "when": ["1.1.2025", "2024", "5/2023", "30.12.2022–2.1.2023"],
        "name": ["D", "B", "C", "A"],
        "kind": ["muu", "webinaari", "muu", "seminaari"],
        "regions": ["Pohjois-Karjala", "Etelä-Savo, Lappi", "Etelä-Savo", "Lappi"],
        "status": ["peruttu", "sarja, 3 kertaa", "siirretty", ""],
        "id": ["d", "b", "c", "a"],
    }
    assert given.table["participants"].fillna(-1).tolist() == [-1, 1200, -1, -1]
    assert given.table["link"].fillna("").tolist() == ["", "https://example.fi/b", "", ""]
    assert (given.total, given.first) == (4, 0)
    assert given.rule == ("4 riviä, uusin ensin. Perutut ja siirretyt näkyvät luettelossa, mutta niitä ei lasketa.")


def test_the_fields_say_how_a_row_is_written_and_where_its_name_leads():
    fields = event_table(tables(**ROWS), Selection(), FI).fields
    assert [(each.name, each.label, each.kind, each.link) for each in fields] == [
        ("when", "Aika", "text", None),
        ("name", "Tapahtuma", "text", "link"),
        ("kind", "Tyyppi", "text", None),
        ("regions", "Maakunnat", "text", None),
        ("participants", "Osallistujia", "number", None),
        ("status", "Lisätieto", "text", None),
    ]


@pytest.mark.parametrize(
    ("first", "count", "names", "rule"),
    [
        (0, 2, ["D", "B"], "Rivit 1–2 / 4, uusin ensin."),
        (2, 2, ["C", "A"], "Rivit 3–4 / 4, uusin ensin."),
        (3, 2, ["A"], "Rivit 4–4 / 4, uusin ensin."),
        (9, 2, [], "Rivit 0 / 4, uusin ensin."),
    ],
)
def test_many_rows_are_given_some_at_a_time(first, count, names, rule):
    given = event_table(tables(**ROWS), Selection(), FI, first, count)
    assert (given.table["name"].tolist(), given.total) == (names, 4)
    assert given.rule.startswith(rule)


def test_rows_follow_the_selection_whatever_their_status():
    given = event_table(tables(**ROWS), Selection((2023, 2025), ("10", "12")), FI)
    assert given.table["name"].tolist() == ["D", "B", "C"]
    none = event_table(tables(**ROWS), Selection(regions=("18",)), FI)
    assert (none.total, len(none.table), none.rule) == (0, 0, "")
    assert none.empty == "Ei tietoja tällä valinnalla."


def test_the_numbers_and_the_sentence_leave_out_what_does_not_count():
    section = events(tables(**ROWS), Selection(), FI, TODAY)
    assert [(each.label, each.value) for each in section.metrics] == [
        ("Tapahtumat", 4),
        ("Osallistujia (ilmoitettu)", 1200),
        ("Yhteistapahtumat", 3),
    ]
    assert section.sentence == "Aineistossa on 4 tapahtumaa."
    assert number(section, "participants").change == "ilmoitettu 3 / 4 tapahtumasta"
    assert number(section, "joint").change == "0 vuonna 2022"


def test_types_and_formats_are_told_against_those_of_which_they_are_known():
    section = events(tables(**ROWS), Selection(), FI, TODAY)
    kinds, forms = chart(section, "kinds"), chart(section, "forms")
    assert kinds.title == "Yleisin tyyppi: webinaari, 3 / 4"
    assert kinds.table[["name", "events"]].to_dict("list") == {
        "name": ["Webinaari", "Seminaari", "Työpaja", "Verkostoitumistapahtuma", "Konferenssi", "Muu"],
        "events": [3, 1, 0, 0, 0, 0],
    }
    assert kinds.mark.filters == "kinds"
    assert (forms.title, forms.rule) == (
        "Yleisin muoto: etätapahtuma, 3 / 3",
        "Muoto puuttuu 1 tapahtumalta, eikä sitä ole kuvassa.",
    )
    assert forms.mark.filters is None


def test_a_chosen_type_is_told_and_stands_among_all():
    every = chart(events(tables(**ROWS), Selection(), FI, TODAY), "kinds")
    kinds = chart(events(tables(**ROWS), Selection(kinds=("webinar",)), FI, TODAY), "kinds")
    assert (kinds.title, kinds.table["code"].tolist()) == ("Tapahtumia: webinaari 3", every.table["code"].tolist())


def test_events_without_any_format_are_said_to_have_none():
    forms = chart(events(tables(events=EVENTS[:1]), Selection(), FI, TODAY), "forms")
    assert (forms.empty, len(forms.table)) == ("Yhdenkään tapahtuman muotoa ei ole kirjattu.", 0)


def test_no_events_are_told_in_a_sentence():
    section = events(tables(stories=ALL["stories"]), Selection(), FI, TODAY)
    assert section.sentence == "Tietoja ei vielä ole. Ne lisätään Päivitys-sivulla."
    assert {each.empty for each in (*section.charts, *section.rows)} == {"Ei vielä tietoja."}


@pytest.mark.parametrize(
    ("search", "found"),
    [("", ["D", "B", "C", "A"]), ("WEB", ["B"]), ("savo muu", ["C"]), ("lappi", ["B", "A"]), ("qqq", [])],
)
def test_events_are_found_by_the_words_of_their_name_type_and_region(search, found):
    given = event_table(tables(**ROWS), Selection(), FI, search=search)
    assert (given.table["name"].tolist(), given.total) == (found, len(found))


def test_a_search_tells_how_many_it_finds_of_those_that_are_chosen():
    rows = tables(**ROWS)
    assert event_table(rows, Selection(regions=("19",)), FI, search="webinaari").rule == (
        "Haulla ”webinaari” löytyy 1 / 2. 1 rivi."
    )
    none = event_table(rows, Selection(), FI, search="qqq")
    assert none.empty == "Haulla ”qqq” ei löytynyt mitään. Kokeile lyhyempää sanaa tai tyhjennä haku."
