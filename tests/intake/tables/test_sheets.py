"""Sheets and headers: which sheet is which table, in three languages, with synonyms, in any row and order."""

import pytest

from analysis.schema import LANGUAGES, TABLES
from tests.intake.checking import HEADERS, check, check_sheets, event, flat
from tests.making import csv, xlsx

THEME = {"Tunnus": "johtaminen", "Nimi (fi)": "Johtaminen"}


def tables(checked) -> dict[str, int]:
    return {name: len(table.frame) for name, table in checked.tables.items()}


@pytest.mark.parametrize(
    "name",
    [
        "Tapahtumat",
        "events",
        "EVENEMANG",
        "tapahtuma",
        " Tapahtu_mat ",
        "Tapah-tumat",
        "Tapahtumat 2023",
        "2024 Events",
    ],
)
def test_a_sheet_is_known_by_its_name(name):
    assert tables(check_sheets({name: [event("1")]})) == {"events": 1}


def test_a_sheet_with_a_foreign_name_is_known_by_its_headers():
    story = {"ID": "1", "Title": "Alku", "Published": "2023", "Regions": "Lapland"}
    checked = check_sheets(Taul1=[event("1")], Sheet2=[story], Muistio=[["Muista"]])
    assert tables(checked) == {"events": 1, "stories": 1}
    assert flat(checked) == [("extra-sheet", "Muistio", None)]


def test_the_table_of_most_columns_counts_and_a_tie_is_no_table():
    tie = {"Tunnus": "1", "Otsikko": "Alku", "Maakunnat": "Lappi"}
    beside = check_sheets(Tapahtumat=[event("1")], Taul2=[tie])
    assert [(issue.code, issue.sheet, issue.suggestion) for issue in beside.issues] == [
        ("extra-sheet", "Taul2", "Tarinat (stories), Klusterit (clusters)")
    ]
    alone = check(("tiedot.csv", csv([tie])))
    assert [(issue.code, issue.sheet, issue.value, issue.suggestion) for issue in alone.issues] == [
        ("no-known-sheet", None, "tiedot.csv", "Tarinat (stories), Klusterit (clusters)")
    ]
    assert tables(check_sheets(Taul1=[tie | {"Julkaistu": "2023"}])) == {"stories": 1}


def test_a_csv_is_known_by_its_name_before_its_headers():
    rows = csv([THEME])
    assert tables(check(("teemat.csv", rows))) == {"themes": 1}
    assert tables(check(("Priorities 2024 (1).csv", rows))) == {"priorities": 1}
    assert tables(check(("vienti.csv", csv([event("1")])))) == {"events": 1}


def test_a_known_sheet_of_other_headers_lacks_its_columns():
    checked = check_sheets(Tapahtumat=[["Asia", "Kuka"], ["Kahvit", "Me"]])
    assert [(issue.code, issue.value, issue.cell) for issue in checked.issues] == [
        ("missing-column", header, None) for header in HEADERS
    ]
    assert (checked.tables["events"].publishable, checked.status) == (False, "issues")


def test_a_sheet_of_notes_is_not_taken_for_a_table_by_another_word_for_it():
    checked = check_sheets(Tapahtumat=[event("1")], Info=[["Kysy lisää"]])
    assert flat(checked) == [("extra-sheet", "Info", None)]


def test_several_sheets_and_files_of_one_table_are_read_one_after_the_other():
    book = xlsx({"Tapahtumat 2023": [event("1")], "Tapahtumat 2024": [event("2")]})
    checked = check(("a.xlsx", book), ("events.csv", csv([event("3"), event("1")])))
    assert flat(checked) == [
        ("ambiguous-sheet", "Tapahtumat 2024", None),
        ("ambiguous-sheet", "events.csv", None),
        ("duplicate-key", "events.csv", "A3"),
    ]
    read = checked.tables["events"]
    assert list(read.frame["id"]) == ["1", "2", "3"]
    assert [read.place(row, "name") for row in range(3)] == [
        ("a.xlsx", "Tapahtumat 2023", "B2"),
        ("a.xlsx", "Tapahtumat 2024", "B2"),
        ("events.csv", "events.csv", "B2"),
    ]


def test_files_of_one_name_are_told_apart():
    checked = check(("events.csv", csv([event("1")])), ("events.csv", csv([event("2", Tyyppi="muuu")])))
    assert [file.name for file in checked.files] == ["events.csv", "events.csv (2)"]
    assert [(issue.code, issue.file) for issue in checked.issues][-1] == ("bad-choice", "events.csv (2)")


def test_sheets_of_one_table_may_have_other_columns_in_another_order():
    second = {"Regions": "Kainuu", "Place": "Kajaani", "Type": "other", "Starts": "2024", "Name": "B", "ID": "2"}
    checked = check_sheets({"Tapahtumat 2023": [event("1", Kertoja=3)], "Events 2024": [second]})
    frame = checked.tables["events"].frame
    assert [list(frame[name].astype(object).fillna("-")) for name in ("id", "place", "occasions")] == [
        ["1", "2"],
        ["-", "Kajaani"],
        [3, "-"],
    ]


def test_a_sheet_that_lacks_a_column_of_its_likely_table_is_told_which_one_that_is():
    almost = {"Tunnus": "1", "Alkaa": "2023", "Tyyppi": "muu", "Maakunnat": "Lappi", "Osallistujat": 3}
    checked = check_sheets(Taul1=[almost])
    assert [(issue.code, issue.suggestion) for issue in checked.issues] == [("no-known-sheet", "Tapahtumat (events)")]
    assert [issue.suggestion for issue in check_sheets(Tapahtumt=[["Asia"]]).issues] == ["Tapahtumat (events)"]
    assert [issue.suggestion for issue in check_sheets(Muistio=[["Nimi", "Alkaa"]]).issues] == [None]


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
@pytest.mark.parametrize("language", [*LANGUAGES, None])
def test_every_column_is_known_by_its_header_and_internal_name(table, language):
    headers = [each.headers.of(language) if language else each.name for each in table.columns]
    first = [f" {header.upper()} *: " for header in headers]
    checked = check_sheets({table.headers.of(language or "fi"): [first[::-1], ["x"] * len(first)]})
    columns = next(iter(checked.tables[table.name].columns.values()))
    assert columns == {each.name: len(headers) - place for place, each in enumerate(table.columns)}
    assert not {"extra-column", "missing-column", "duplicate-column"} & {issue.code for issue in checked.issues}


@pytest.mark.parametrize(
    ("table", "header", "column"),
    [
        *(("events", word, "id") for word in ("Tunniste", "Koodi")),
        *(("events", word, "starts") for word in ("Päivämäärä", "pvm", "Aika", "Alkamispäivä", "Date", "Datum")),
        *(("events", word, "regions") for word in ("Maakunta", "Alue", "Region")),
        *(("events", word, "participants") for word in ("Osallistujia", "Osallistujamäärä", "lkm")),
        *(("events", word, "link") for word in ("URL", "www", "Verkko-osoite", "Linkit")),
        *(("events", "Järjestäjä", "organisers"), ("events", "Otsikko", "name"), ("events", "Laji", "kind")),
        *(("events", "Teema", "themes"), ("events", "Painopiste", "priorities"), ("events", "Names", "name")),
        *(("materials", "Nimi", "title"), ("materials", "Tyyppi", "kind"), ("stories", "Name", "title")),
        *(("regions", "Tunnus", "code"), ("clusters", "Toimiala", "field")),
    ],
)
def test_other_words_for_a_header_are_known(table, header, column):
    name = TABLES[table].headers.fi
    checked = check_sheets({name: [["Lisä", header], ["x", "x"]]})
    assert next(iter(checked.tables[table].columns.values())) == {column: 2}


def test_the_header_row_may_be_any_of_the_first_twenty():
    above = [["Tapahtumat, koonti"], ["Nimi ja aika kirjataan"]]
    blank: list = [[]] * 17
    row = list(event("1").values())
    assert len(check_sheets(Tapahtumat=[*above, *blank, list(HEADERS), row]).tables["events"].frame) == 1
    late = check_sheets(Tapahtumat=[*above, *blank, [], list(HEADERS), row])
    assert {issue.code for issue in late.issues} == {"missing-column"}


def test_extra_doubled_and_misspelt_columns_are_named():
    row = {**event("1"), "Otsikko": "Sama", "Järjestäjt": "Liitto", "Huomioita": "x"}
    checked = check_sheets(Tapahtumat=[row])
    assert [(issue.code, issue.cell, issue.column, issue.value, issue.suggestion) for issue in checked.issues] == [
        ("duplicate-column", "F1", "name", "Otsikko", None),
        ("extra-column", "G1", None, "Järjestäjt", "Järjestäjät"),
        ("extra-column", "H1", None, "Huomioita", None),
    ]
    assert list(checked.tables["events"].frame["name"]) == ["Avajaiset"]


def test_a_missing_column_is_named_in_the_sheets_language():
    rows = [{"ID": "1", "Name": "A", "Type": "other", "Regions": "Lapland"}]
    assert [(issue.code, issue.column, issue.value) for issue in check_sheets(Sheet=[]).issues] == [
        ("no-known-sheet", None, "toiminta.xlsx")
    ]
    assert [(issue.code, issue.column, issue.value) for issue in check_sheets(Events=rows).issues] == [
        ("missing-column", "starts", "Starts")
    ]


def test_cells_are_checked_although_a_column_is_missing():
    row = {"Tunnus": "1", "Nimi": "A", "Tyyppi": "muuu", "Maakunnat": "Lappi"}
    checked = check_sheets(Tapahtumat=[row])
    assert flat(checked) == [("missing-column", "Tapahtumat", None), ("bad-choice", "Tapahtumat", "C2")]
    read = checked.tables["events"]
    assert (len(read.frame), len(read.rows), read.publishable) == (0, 0, False)
