"""What rows of other tables are known by, and whose words count first."""

import pickle

from analysis.intake.cells.lexicon import Lexicon, Lexicons
from analysis.schema import TABLES, all_tables, typed_frame
from tests.intake.checking import check_sheets, event, published, values


def tables(**rows: dict[str, list[str | None]]) -> dict:
    return {name: typed_frame(TABLES[name], columns) for name, columns in rows.items()}


def test_a_theme_is_known_by_id_names_and_short_names():
    known = Lexicons.of(tables(themes={"id": ["rahoitus"], "name_fi": ["Kestävä rahoitus"], "name_sv": ["Hållbar"]}))
    assert known.of_table("themes") == Lexicon(
        keys=dict.fromkeys(("kestävärahoitus", "hållbar", "rahoitus", "funding", "finansiering"), "rahoitus"),
        names={"rahoitus": "Kestävä rahoitus"},
        spellings={
            **dict.fromkeys(("rahoitus", "funding", "finansiering"), "Rahoitus"),
            **dict.fromkeys(("kestävärahoitus", "hållbar"), "Kestävä rahoitus"),
        },
    )


def test_a_short_name_means_nothing_without_its_theme():
    known = Lexicons.of(tables(themes={"id": ["t1"], "name_fi": ["Vesi"]}))
    assert [known.of_table("themes").key(word) for word in ("vesi", "T1", "Rahoitus")] == ["t1", "t1", None]


def test_events_are_known_by_id_alone():
    words = Lexicons.of(tables(events={"id": ["ev-1"], "name": ["Puupäivä"]})).of_table("events")
    assert words == Lexicon({"ev1": "ev-1"}, {"ev-1": "Puupäivä"}, {"ev1": "ev-1"})


def test_a_key_counts_before_a_name_and_an_earlier_row_before_a_later_one():
    words = Lexicons.of(tables(clusters={"id": ["a", "b", "c"], "name": ["b", "Puu", "Puu"]})).of_table("clusters")
    assert [words.key(word) for word in ("b", "B", "Puu")] == ["b", "b", "b"]


def test_the_seven_are_known_whatever_the_sheet_of_regions_holds():
    sheet = {"code": ["19", "11", "20"], "name_fi": ["Lapin seutu", "Etelä-Savo", "Muualla"]}
    for known in (Lexicons(), Lexicons.of(tables(regions=sheet)), Lexicons.of(all_tables({}, TABLES))):
        words = known.of_table("regions")
        assert [words.key(w) for w in ("Kainuu", "Etelä-Savo", "Muualla", "20")] == ["18", "10", None, None]
    assert Lexicons.of(tables(regions=sheet)).of_table("regions").key("Lapin seutu") == "19"


def test_an_uploads_table_takes_the_place_of_the_published_one():
    assert list(Lexicons.of(tables(themes={"id": ["uusi"]}, clusters={"id": []})).tables) == ["themes"]
    story = {"Tunnus": "1", "Otsikko": "A", "Maakunnat": "Lappi", "Klusteri": "cl-1"}
    checked = check_sheets(
        Teemat=[{"Tunnus": "uusi", "Nimi (fi)": "Uusi"}],
        Tapahtumat=[event("1", Teemat="uusi; vanha")],
        Tarinat=[story],
        known=published(themes={"id": ["vanha"]}, clusters={"id": ["cl-1"], "name": ["Puu"]}),
    )
    assert values(checked, "themes") == [("uusi",)]
    assert values(checked, "cluster", "stories") == ["cl-1"]


def test_words_are_told_apart_by_the_rows_they_mean():
    words = Lexicons.of(tables(clusters={"id": ["cl-1", "cl-2"], "name": ["Puu", "Vesi"]})).of_table("clusters")
    assert [words.only({"cl-1"}).key(word) for word in ("CL-1", "Puu", "cl-2", "Vesi")] == ["cl-1", "cl-1", None, None]
    both = words.only({"cl-2"}).beside(words.only({"cl-1"}))
    assert [both.key(word) for word in ("Puu", "Vesi")] == ["cl-1", "cl-2"]


def test_a_table_without_any_key_knows_nothing():
    assert Lexicons.of(tables(clusters={"id": [None], "name": ["Puu"]})).of_table("clusters") == Lexicon()


def test_it_goes_to_another_process_and_back():
    known = Lexicons.of(tables(themes={"id": ["rahoitus"]}, regions={"code": ["19"], "name_fi": ["Lappi"]}))
    assert pickle.loads(pickle.dumps(known)) == known
