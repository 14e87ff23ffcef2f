"""Rows: blank ones, totals, keys, rules between cells, what is held back."""

import pytest

from tests.intake.checking import HEADERS, check, check_sheets, event, flat, published, values
from tests.making import csv, edited, ods, saved, xlsx

PROGRAMS = ["NaN", "NaT", "null", "None", "NA", "undefined", "(tyhjä)", "(blank)", "(Tom)", "#N/A", '=""']


@pytest.mark.parametrize(
    "blank", ["", "-", "–", "—", "n/a", "Ei tiedossa", "\N{NO-BREAK SPACE}", "\N{ZERO WIDTH SPACE}", *PROGRAMS]
)
def test_rows_that_are_blank_throughout_are_passed_over(blank):
    rows = [event("1"), dict.fromkeys(HEADERS, blank) | {"Muistio": "Jatkuu"}, event("2", Tyyppi="muuu")]
    checked = check_sheets(Tapahtumat=rows)
    assert flat(checked) == [("extra-column", "Tapahtumat", "F1"), ("bad-choice", "Tapahtumat", "D4")]
    assert values(checked, "id") == ["1"]


@pytest.mark.parametrize("blank", PROGRAMS)
def test_what_programs_write_for_nothing_is_nothing_in_every_column_and_format(blank):
    optional = ["Päättyy", "Muoto", "Teemat", "Järjestäjät", "Paikka", "Osallistujat", "Tila", "Linkki", "Kuvaus"]
    rows = [event("1", **dict.fromkeys(optional, blank)), event("2", Nimi="None so Fine", Paikka="Nanna")]
    book = [check_sheets(Tapahtumat=rows), check(("a.ods", ods(Tapahtumat=rows)))]
    for checked in (*book, check(("tapahtumat.csv", csv(rows)))):
        assert flat(checked) == []
        names = ["ends", "form", "place", "participants", "link", "summary"]
        assert [values(checked, name)[0] for name in names] == [None] * 6
        assert (values(checked, "organisers")[0], values(checked, "status")[0]) == ((), "confirmed")
        assert (values(checked, "name")[1], values(checked, "place")[1]) == ("None so Fine", "Nanna")
    without = check_sheets(Tapahtumat=[event("1", Nimi=blank)])
    assert [(i.code, i.severity, i.cell, i.value) for i in without.issues] == [("missing-value", "error", "B2", blank)]


def test_an_error_of_excel_is_none_of_them():
    book = edited(xlsx(Tapahtumat=[event("1", Osallistujat=1, Paikka="#N/A")]))
    book["Tapahtumat"]["F2"] = "#N/A"
    assert book["Tapahtumat"]["F2"].data_type == "e"
    checked = check(("toiminta.xlsx", saved(book)))
    assert ("excel-error", "#N/A", "F2") in [(i.code, i.value, i.cell) for i in checked.issues]
    assert flat(check_sheets(Tapahtumat=[event("1", Paikka="#N/A")])) == []


@pytest.mark.parametrize(
    "word",
    [
        *("Yhteensä", "yhteensä:", "Summa", "KAIKKI", "Total", "totalt", "Sum", "Yhteensä 2"),
        *("Loppusumma", "Kaikki yhteensä", "Keskiarvo:", "Lukumäärä", "Grand Total", "AVERAGE", "Medelvärde"),
    ],
)
def test_a_totals_row_at_the_foot_is_left_out(word):
    rows = [event("1", Osallistujat=40), {"Nimi": word, "Osallistujat": 40}, {"Tunnus": word, "Osallistujat": 40}, {}]
    checked = check_sheets(Tapahtumat=rows)
    assert [(issue.code, issue.cell, issue.value) for issue in checked.issues] == [
        ("totals-row", "B3", word),
        ("totals-row", "A4", word),
    ]
    assert values(checked, "id") == ["1"]


@pytest.mark.parametrize(
    "name", ["Loppusumman jako", "Keskiarvoista tuloksiin", "Grand Total Oy:n päivä", "Summa summarum"]
)
def test_a_name_that_begins_like_a_total_is_a_name(name):
    checked = check_sheets(Tapahtumat=[event("1"), event("2", Nimi=name), {"Nimi": name}])
    assert "totals-row" not in {issue.code for issue in checked.issues}


def test_a_row_with_a_key_is_no_totals_row_and_one_above_others_is_a_row():
    named = {"Maakunnat": "kaikki", "Tunnus": "1", "Nimi": "A", "Alkaa": "2023", "Tyyppi": "muu"}
    assert check_sheets(Tapahtumat=[named]).issues == ()
    above = check_sheets(Tapahtumat=[{"Tunnus": "Yhteensä"}, event("1")])
    assert {issue.code for issue in above.issues} == {"missing-value"}
    target = {"Maakunta": "kaikki", "Vuosi": 2024, "Mittari": "tapahtumat", "Tavoite": 30}
    assert len(check_sheets(Tavoitteet=[target]).tables["targets"].frame) == 1


def test_a_table_without_rows_is_left_as_it_is():
    checked = check_sheets(Tapahtumat=[list(HEADERS)], Tarinat=[], Teemat=[["Tunnus"], ["Yhteensä"]])
    assert flat(checked) == [
        ("empty-table", "Tapahtumat", None),
        ("empty-table", "Tarinat", None),
        ("empty-table", "Teemat", None),
        ("totals-row", "Teemat", "A2"),
    ]
    assert (dict(checked.tables), checked.status) == ({}, "ok")


def test_of_rows_with_one_key_the_first_counts():
    checked = check_sheets(Tapahtumat=[event("1"), event("1", Nimi="Toinen"), event("1", Nimi="Kolmas")])
    assert [(issue.code, issue.cell, issue.value) for issue in checked.issues] == [
        ("duplicate-key", "A3", "1"),
        ("duplicate-key", "A4", "1"),
    ]
    read = checked.tables["events"]
    assert (list(read.frame["name"]), read.rows_with_errors, read.keys_with_errors) == (["Avajaiset"], 2, ())


def test_the_key_of_targets_is_four_cells():
    rows = [
        {"Vuosi": 2024, "Mittari": "tapahtumat", "Maakunta": "Lappi", "Teema": "", "Tavoite": 3},
        {"Vuosi": 2024, "Mittari": "tapahtumat", "Maakunta": "kaikki", "Teema": "", "Tavoite": 30},
        {"Vuosi": 2024, "Mittari": "tapahtumat", "Maakunta": "Lapi", "Teema": "", "Tavoite": 30},
        {"Vuosi": 2024, "Mittari": "events", "Maakunta": "", "Teema": "", "Tavoite": 31},
    ]
    checked = check_sheets(Tavoitteet=rows)
    assert flat(checked) == [("unknown-region", "Tavoitteet", "C4"), ("duplicate-key", "Tavoitteet", "A5")]
    assert checked.tables["targets"].rows_with_errors == 2
    assert values(checked, "region", "targets") == ["19", None]


def test_rows_held_back_keep_their_keys_as_far_as_they_can_be_read():
    rows = [event("1", Tyyppi="muuu"), event("", Nimi=""), event("3"), event("4", Alkaa="")]
    read = check_sheets(Tapahtumat=rows).tables["events"]
    assert (list(read.frame["id"]), read.rows_with_errors, read.keys_with_errors) == (["3"], 3, (("1",), ("4",)))
    assert list(read.rows["row"]) == [4]


@pytest.mark.parametrize(
    ("starts", "ends", "kept", "cell"),
    [
        ("12.3.2023", "11.3.2023", None, "D2"),
        ("12.3.2023", "3/2023", "2023-03", None),
        ("12.3.2023", "2022", None, "D2"),
        ("3/2023", "28.2.2023", None, "D2"),
        ("12.–13.3.2023", "", "2023-03-13", None),
        ("12.–13.3.2023", "20.3.2023", "2023-03-20", None),
    ],
)
def test_an_event_does_not_end_before_it_starts(starts, ends, kept, cell):
    row = {"Tunnus": "1", "Nimi": "A", "Alkaa": starts, "Päättyy": ends, "Tyyppi": "muu", "Maakunnat": "Lappi"}
    checked = check_sheets(Tapahtumat=[row])
    assert values(checked, "ends") == [kept]
    assert flat(checked) == ([("ends-before-starts", "Tapahtumat", cell)] if cell else [])


def test_a_range_serves_where_there_is_no_column_of_ends():
    assert values(check_sheets(Tapahtumat=[event("1", Alkaa="30.11.–1.12.2023")]), "ends") == ["2023-12-01"]


def test_groups_are_no_more_than_those_who_took_part():
    more = {"Osallistujat: yritykset": 30, "Osallistujat: muut": 20}
    rows = [
        event("1", Osallistujat=40, **more),
        event("2", Osallistujat=50, **more),
        event("3", Osallistujat="", **more),
    ]
    checked = check_sheets(Tapahtumat=rows)
    assert [(issue.code, issue.cell, issue.column, issue.value) for issue in checked.issues] == [
        ("unlikely-value", "F2", "participants", "40")
    ]
    assert values(checked, "from_companies") == [30, 30, 30]


def test_an_empty_choice_means_its_default():
    checked = check_sheets(Tapahtumat=[event("1", Tila=""), event("2", Tila="peruttu"), event("3", Tila="outo")])
    assert values(checked, "status") == ["confirmed", "cancelled", "confirmed"]
    assert values(check_sheets(Tapahtumat=[event("1")]), "status") == ["confirmed"]
    assert values(check_sheets(Painopisteet=[{"Tunnus": "p", "Nimi (fi)": "P"}]), "kind", "priorities") == ["priority"]
    assert values(check_sheets(Tapahtumat=[event("1")]), "occasions") == [None]


def test_references_know_the_rows_of_the_whole_upload():
    clusters = csv([{"Tunnus": "k1", "Nimi": "Keksitty klusteri", "Maakunnat": "Lappi", "Painopisteet": "Energia"}])
    stories = csv(
        [{"Tunnus": "1", "Otsikko": "A", "Klusteri": "keksitty klusteri", "Maakunnat": "Lappi", "Teemat": "Rahoitus"}]
    )
    themes = csv([{"Tunnus": "t1", "Nimi (fi)": "Rahoitus"}])
    priorities = csv([{"Tunnus": "p1", "Nimi (fi)": "Energia"}])
    materials = csv([{"Tunnus": "m", "Otsikko": "A", "Laji": "opas", "Tapahtuma": "1"}])
    files = {
        "tarinat": stories,
        "aineistot": materials,
        "klusterit": clusters,
        "teemat": themes,
        "painopisteet": priorities,
    }
    checked = check(*((f"{name}.csv", data) for name, data in files.items()), ("tapahtumat.csv", csv([event("1")])))
    assert checked.issues == ()
    assert (values(checked, "cluster", "stories"), values(checked, "themes", "stories")) == (["k1"], [("t1",)])
    assert values(checked, "priorities", "clusters") == [("p1",)]
    assert values(checked, "event", "materials") == ["1"]
    assert list(checked.tables) == ["events", "stories", "materials", "clusters", "themes", "priorities"]


def test_of_a_table_that_is_not_uploaded_the_published_rows_are_known():
    known = published(
        themes={"id": ["t1", "t2"], "name_fi": ["Rahoitus", "Palvelut"]}, clusters={"id": ["k1"], "name": ["Vanha"]}
    )
    story = {"Tunnus": "1", "Otsikko": "A", "Klusteri": "Vanha", "Maakunnat": "Lappi", "Teemat": "Rahoitus; Palvelut"}
    checked = check_sheets(Tarinat=[story], Teemat=[{"Tunnus": "t1", "Nimi (fi)": "Rahoitus"}], known=known)
    assert [(issue.code, issue.value) for issue in checked.issues] == [("unknown-theme", "Palvelut")]
    assert values(checked, "cluster", "stories") == ["k1"]


def test_a_published_row_that_is_held_back_is_known_still():
    known = published(clusters={"id": ["k1", "k2"], "name": ["Vanha", "Poistettu"]})
    clusters = [
        {"Tunnus": "k1", "Nimi": "Vanha", "Maakunnat": "Lapi"},
        {"Tunnus": "k3", "Nimi": "Uusi", "Maakunnat": "Lappi"},
    ]
    stories = [{"Tunnus": str(n), "Otsikko": "A", "Klusteri": f"k{n}", "Maakunnat": "Lappi"} for n in (1, 2, 3)]
    checked = check_sheets(Klusterit=clusters, Tarinat=stories, known=known)
    assert flat(checked) == [("unknown-region", "Klusterit", "C2"), ("dangling-reference", "Tarinat", "C3")]
    assert values(checked, "cluster", "stories") == ["k1", None, "k3"]
