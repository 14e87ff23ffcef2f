"""Which column is which: headers in three languages, other words for them, in whatever row and order."""

import pytest

from analysis.schema import LANGUAGES, TABLES
from tests.intake.checking import HEADERS, check_sheets, event, flat


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
