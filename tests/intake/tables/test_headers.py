"""Headers as other programs and people write them: two rows, foreign words, prefixes, units, a form's own columns."""

import io

import pytest
import xlsxwriter

from analysis.schema import LANGUAGES
from analysis.words import issue_text, translator
from tests.intake.checking import HEADERS, check, check_sheets, event, flat, values
from tests.making import csv, ods, xlsx

FIXED = [*HEADERS, "Osallistujat"]
BLANK = [None] * 5
ROW = ["1", "Avajaiset", "12.3.2023", "seminaari", "Lappi"]
GROUPS = ("participants", "from_companies", "from_research", "from_others")


def columns(checked, table: str = "events") -> dict[str, int]:
    return dict(next(iter(checked.tables[table].columns.values())))


@pytest.mark.parametrize("make", [xlsx, ods, csv], ids=["xlsx", "ods", "csv"])
def test_a_word_over_several_is_part_of_each(make):
    rows = [
        [*FIXED, None, None, None, "Linkki"],
        [*BLANK, "yhteensä", "yritykset", "tutkimus ja koulutus", "muut"],
        [*ROW, 60, 10, 20, 30, "www.a.fi"],
    ]
    checked = check(("tapahtumat.x", make(rows) if make is csv else make(Tapahtumat=rows)))
    assert flat(checked) == []
    assert [values(checked, name) for name in GROUPS] == [[60], [10], [20], [30]]
    assert values(checked, "link") == ["https://www.a.fi"]


def test_a_merged_word_over_several_is_part_of_each():
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet("Events")
        for column, header in enumerate(("ID", "Name", "Starts", "Type", "Regions")):
            sheet.merge_range(0, column, 1, column, header)
        sheet.merge_range(0, 5, 0, 7, "Participants")
        sheet.write_row(1, 5, ["companies", "others", "guests"])
        sheet.write_row(2, 0, [*ROW, 10, 30, 2])
    checked = check(("a.xlsx", file.getvalue()))
    assert [values(checked, name)[0] for name in ("from_companies", "from_others")] == [10, 30]
    assert "participants" not in columns(checked)
    assert flat(checked) == [("extra-column", "Events", "H2")]


@pytest.mark.parametrize(
    ("sheet", "upper", "lower", "expected"),
    [
        (
            "Teemat",
            ["Tunnus", "Nimi", "", "", "Kuvaus", ""],
            ["", "fi", "en", "sv", "fi", "en"],
            "name_fi name_en name_sv",
        ),
        (
            "Themes",
            ["ID", "Name", "", "", "Description", ""],
            ["", "fi", "en", "sv", "fi", "en"],
            "name_fi name_en name_sv",
        ),
        ("Om", ["Nyckel", "Värde", "", ""], ["", "fi", "en", "sv"], "value_fi value_en value_sv"),
        ("Regioner", ["Kod", "Namn", ""], ["", "fi", "sv"], ""),
        ("Landskap", ["Kod", "Namn", ""], ["", "fi", "sv"], "name_fi name_sv"),
        (
            "Tapahtumat",
            ["Perustiedot", "", "Ajankohta", ""],
            ["Tunnus", "Nimi", "Alkaa", "Päättyy"],
            "id name starts ends",
        ),
        ("Tapahtumat", ["Tunnus", "Ajankohta", ""], ["", "Alkaa", "Päättyy"], "id starts ends"),
        (
            "Tapahtumat",
            ["Tunnus", "Nimi", "Osallistujamäärä", ""],
            ["", "", "yritykset (hlö)", "muut"],
            "from_companies",
        ),
        ("Tapahtumat", ["Tunnus", "Osallistujat", "Osallistujat"], ["", "kaikki", "yritykset"], "participants"),
    ],
)
def test_two_rows_are_read_in_every_table_and_language(sheet, upper, lower, expected):
    checked = check_sheets({sheet: [["Koonti"], upper, lower, ["x"] * len(upper)]})
    known = {name for table in checked.tables.values() for name in next(iter(table.columns.values()))}
    assert set(expected.split()) <= known
    assert {issue.cell for issue in checked.issues if issue.code == "missing-value"} <= {"A4", "B4"}


@pytest.mark.parametrize(
    "second",
    [
        [*ROW, "40"],
        [None, None, None, None, "kaikki", None],
        [None, "Linkki", None, None, "Kainuu", None],
        ["2", "fi", "2024", "muu", "kaikki", "yhteensä"],
    ],
)
def test_a_row_of_data_is_no_second_header(second):
    checked = check_sheets(Tapahtumat=[FIXED, second, ["3", *ROW[1:], 5]])
    assert columns(checked) == {
        name: place for place, name in enumerate(("id", "name", "starts", "kind", "regions", "participants"), 1)
    }
    assert values(checked, "id")[-1] == "3"
    held_or_read = len(checked.tables["events"].frame) + checked.tables["events"].rows_with_errors
    assert held_or_read == 2


def test_an_issue_of_a_header_names_the_lower_cell_and_where_it_is_blank_the_upper():
    rows = [
        [*FIXED, None, "Huomio", "Paikka", "Ort"],
        [*BLANK, "yritykset", "vieraat", None, None, None],
        [*ROW, 1, 2, "x", "Oulu", "Uleåborg"],
    ]
    assert flat(check_sheets(Tapahtumat=rows)) == [
        ("extra-column", "Tapahtumat", "H1"),
        ("duplicate-column", "Tapahtumat", "J1"),
        ("extra-column", "Tapahtumat", "G2"),
    ]


@pytest.mark.parametrize(
    ("header", "column"),
    [
        *(
            (each, "starts")
            for each in ("Start Date", "Event date", "Startdatum", "Aloituspäivä", "alkupäivä", "Päivä")
        ),
        *(
            (each, "starts")
            for each in ("Alku", "start_date", "EVENT_START_DATE", "tapahtuman alkupäivä", "Event Starts")
        ),
        *((each, "ends") for each in ("End Date", "Slutdatum", "loppupäivä", "Loppu", "end_date", "event_end_date")),
        *((each, "name") for each in ("Event name", "Event", "Subject", "Tapahtuman nimi", "Tapahtuma", "Rubrik")),
        *((each, "name") for each in ("EVENT_NAME", "event-title", "Evenemangets namn", "TapahtumaNimi")),
        *((each, "kind") for each in ("Tapahtumatyyppi", "Event type", "Category", "Kategori", "tapahtuman_laji")),
        *((each, "place") for each in ("Location", "Venue", "City", "Sijainti", "Paikkakunta", "Ort", "Event venue")),
        *((each, "organisers") for each in ("Organizer", "Organiser", "Organizers")),
        *((each, "participants") for each in ("Attendees", "Number of participants", "osallistujien määrä")),
        *(
            (each, "participants")
            for each in ("Antal deltagare", "Osallistujat (hlö)", "Participants (n)", "Deltagare (st)")
        ),
        *((each, "participants") for each in ("Osallistujat [kpl.]:", "Osallistujamäärä (hlö) *")),
        *(("Website", "link"), ("nro", "id"), ("No", "id"), ("nr", "id"), ("Event ID", "id"), ("n:o", "id")),
    ],
)
def test_foreign_words_for_a_header_are_known(header, column):
    assert columns(check_sheets(Tapahtumat=[["Lisä", header], ["x", "x"]])) == {column: 2}


@pytest.mark.parametrize(
    ("sheet", "table", "header", "column"),
    [
        ("Tarinat", "stories", "story_title", "title"),
        ("Tarinat", "stories", "Tarinan otsikko", "title"),
        ("Aineistot", "materials", "material_kind", "kind"),
        ("Aineistot", "materials", "Tapahtuma", "event"),
        ("Aineistot", "materials", "Kesto (min)", "duration_min"),
        ("Klusterit", "clusters", "Website", "website"),
        ("Klusterit", "clusters", "CLUSTER_NAME", "name"),
        ("Maakunnat", "regions", "region code", "code"),
        ("Maakunnat", "regions", "Maakunnan liitto", "council"),
        ("Teemat", "themes", "theme_name_fi", "name_fi"),
        ("Vaiheet", "phases", "Start Date", "starts"),
        ("Tavoitteet", "targets", "target_year", "year"),
    ],
)
def test_a_tables_own_name_is_no_part_of_a_header(sheet, table, header, column):
    assert columns(check_sheets({sheet: [["Lisä", header], ["x", "x"]]}), table) == {column: 2}


@pytest.mark.parametrize(
    "header", ["Eventuell ort", "Nimi (de)", "Kesto (h)", "Klusterin nimi", "Osallistumismaksu (e)"]
)
def test_a_header_of_something_else_stays_unknown(header):
    checked = check_sheets(Tapahtumat=[[*HEADERS, header], [*ROW, "x"]])
    assert [(code, cell) for code, _, cell in flat(checked)] == [("extra-column", "F1")]


FORMS = {
    "en": ["ID", "Start time", "Completion time", "Email", "Name"],
    "fi": ["Tunnus", "Aloitusaika", "Valmistumisaika", "Sähköposti", "Nimi"],
    "sv": ["ID", "Starttid", "Slutförandetid", "E-post", "Namn"],
}
ANSWER = ["7", "3/1/2026 9:14:11", "3/1/2026 9:20:40", "anonymous", "Etu Suku"]


@pytest.mark.parametrize("language", FORMS)
@pytest.mark.parametrize("own", ["Nimi2", "Name2", "Namn2", "Tapahtuman nimi", "Event name"])
@pytest.mark.parametrize("name", ["Sheet1", "Tapahtumat"])
def test_who_answered_a_form_is_no_name_of_an_event(language, own, name):
    rows = [[*FORMS[language], own, "Alkaa", "Tyyppi", "Maakunnat"], [*ANSWER, *ROW[1:]]]
    checked = check_sheets({name: rows})
    assert (values(checked, "name"), values(checked, "starts"), values(checked, "id")) == (
        ["Avajaiset"],
        ["2023-03-12"],
        ["7"],
    )
    assert [(issue.code, issue.severity, issue.cell, issue.value) for issue in checked.issues] == [
        ("extra-column", "info", "B1", FORMS[language][1]),
        ("extra-column", "info", "C1", FORMS[language][2]),
        ("personal-data", "warning", "D1", FORMS[language][3]),
        ("extra-column", "info", "D1", FORMS[language][3]),
        ("personal-data", "warning", "E1", FORMS[language][4]),
    ]
    assert {issue.suggestion for issue in checked.issues} == {None}


def test_columns_of_a_form_are_known_in_another_order_and_apart():
    header = ["Email", "Name", "Huomio", "ID", "Completion time", "Start time", "Tapahtuman nimi", *HEADERS[2:]]
    answer = ["anonymous", "Etu Suku", "x", "7", "3/1/2026 9:20", "3/1/2026 9:14", *ROW[1:]]
    checked = check_sheets(Tapahtumat=[header, answer])
    assert (values(checked, "id"), values(checked, "name")) == (["7"], ["Avajaiset"])
    assert [cell for code, _, cell in flat(checked) if code == "personal-data"] == ["A1", "B1"]


def test_without_a_name_of_its_own_an_event_of_a_form_lacks_it():
    checked = check_sheets(Tapahtumat=[[*FORMS["fi"], "Alkaa", "Tyyppi", "Maakunnat"], [*ANSWER, *ROW[2:]]])
    assert [issue.column for issue in checked.issues if issue.code == "missing-column"] == ["name"]


def test_another_key_counts_before_that_of_a_form():
    rows = [[*FORMS["en"], "Tunnus", "Nimi", "Alkaa", "Tyyppi", "Maakunnat"], [*ANSWER, *ROW]]
    assert values(check_sheets(Tapahtumat=rows), "id") == ["1"]


def test_a_name_beside_a_mail_address_is_a_name_where_there_is_no_form():
    rows = [["ID", "Email", "Name", "Starts", "Type", "Regions"], ["1", "info", "Avajaiset", *ROW[2:]]]
    checked = check_sheets(Tapahtumat=rows)
    assert values(checked, "name") == ["Avajaiset"]
    assert [code for code, *_ in flat(checked)] == ["extra-column"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_columns_owner_is_told_that_it_is_not_published(language):
    checked = check_sheets(Tapahtumat=[[*FORMS["fi"], "Nimi2", *HEADERS[2:]], [*ANSWER, *ROW[1:]]])
    people = [issue_text(each, translator(language)) for each in checked.issues if each.code == "personal-data"]
    assert [text.count("Sähköposti") + text.count("Nimi") for text in people] == [1, 1]


NEARLY = ["Tunnus", "Alkaa", "Tyyppi", "Osallistujat"]


def test_the_nearest_table_and_what_it_lacks_are_named():
    (issue,) = check(("vienti.csv", csv([NEARLY, ["1", "2023", "muu", 3]]))).issues
    assert (issue.code, issue.suggestion) == ("no-known-sheet", "Tapahtumat (events)")
    assert issue_text(issue, translator("fi")).endswith(
        "Kyseessä voi olla: Tapahtumat (events). Taulukkoon Tapahtumat tarvitaan vielä: Nimi, Maakunnat."
    )
    assert issue_text(issue, translator("en")).endswith("The table Events would still need: Name, Regions.")


def test_a_sheet_named_like_another_table_than_its_columns_are_is_told_the_nearer_one():
    checked = check_sheets(Tarinat=[NEARLY, ["1", "2023", "muu", 3]])
    missing = [issue for issue in checked.issues if issue.code == "missing-column"]
    assert {(issue.table, issue.suggestion) for issue in missing} == {("stories", "Tapahtumat (events)")}
    assert "Taulukkoon Tapahtumat tarvitaan vielä: Nimi, Maakunnat." in issue_text(missing[0], translator("fi"))


def test_a_sheet_that_is_nearest_to_its_own_table_gets_no_other_one():
    rows = [{key: cell for key, cell in event("1").items() if key != "Alkaa"}]
    assert [(issue.code, issue.suggestion) for issue in check_sheets(Tapahtumat=rows).issues] == [
        ("missing-column", None)
    ]
