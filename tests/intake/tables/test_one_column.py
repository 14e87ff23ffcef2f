"""Rows that stand whole in one cell: read where they part as the header does, else said once."""

import pytest

from analysis.intake import CheckResult
from analysis.intake.tables.sheets import other_names
from tests.intake.checking import check, check_sheets, event, flat, values
from tests.making import csv, ods, xlsx

HEAD = "Tunnus;Nimi;Alkaa;Tyyppi;Maakunnat"
LINES = [HEAD, '1;"Alku; juhla";2023;muu;Lappi', "2;B;2023;muuu;Lappi, Kainuu", '="07";"Sanoi ""hei""";2023;muu;Lappi']
FILES = {
    "xlsx": lambda lines: xlsx(Taul1=[[text] for text in lines]),
    "ods": lambda lines: ods(Taul1=[[text] for text in lines]),
    "csv": lambda lines: "".join(f'"{text.replace(chr(34), chr(34) * 2)}"\r\n' for text in lines).encode(),
}


def of_lines(lines: list[str], form: str = "xlsx") -> CheckResult:
    return check((f"tiedot.{form}", FILES[form](lines)))


@pytest.mark.parametrize("form", FILES)
def test_whole_rows_are_read_and_their_cells_are_the_sheets_own(form):
    checked = of_lines(LINES, form)
    assert values(checked, "id") == ["1", "07"]
    assert values(checked, "name") == ["Alku; juhla", 'Sanoi "hei"']
    assert [(code, cell) for code, _, cell in flat(checked)] == [("bad-choice", "A3")]
    assert checked.tables["events"].place(1, "name")[2] == "A4"


@pytest.mark.parametrize("form", FILES)
@pytest.mark.parametrize("separator", [",", "\t", "|"])
def test_every_separator_is_tried(form, separator):
    lines = [HEAD.replace(";", separator), separator.join(("1", '"Alku, juhla"', "2023", "muu", "Lappi"))]
    assert values(of_lines(lines, form), "name") == ["Alku, juhla"]


def test_titles_and_blank_rows_are_no_hindrance():
    checked = of_lines(["Tapahtumat, koonti", "", HEAD, "", "1;A;2023;muuu;Lappi"])
    assert [(code, cell) for code, _, cell in flat(checked)] == [("bad-choice", "A5")]


@pytest.mark.parametrize("row", ["1;A;2023;muu", "1;A;B;2023;muu;Lappi", "1;A\n2;B;2023;muu;Lappi"])
@pytest.mark.parametrize("form", ["xlsx", "ods"])
def test_a_row_that_parts_otherwise_holds_the_table_back_and_is_said_once(row, form):
    checked = of_lines([HEAD, "1;A;2023;muu;Lappi", row], form)
    assert [(each.code, each.severity, each.table, each.cell) for each in checked.issues] == [
        ("one-column", "error", "events", None)
    ]
    assert not checked.tables["events"].publishable


def test_a_table_that_cannot_be_parted_does_not_touch_the_others():
    checked = check_sheets(Tapahtumat=[[HEAD], ["1;A"]], Teemat=[{"Tunnus": "uusi", "Nimi (fi)": "Uusi, teema"}])
    assert flat(checked) == [("one-column", "Tapahtumat", None)]
    assert len(checked.tables["themes"].frame) == 1


def test_single_rows_in_one_cell_of_a_sound_csv_are_read():
    text = 'Tunnus,Nimi,Alkaa,Tyyppi,Maakunnat\n1,A,2023,muu,Lappi\n"2,""B, C"",2023,muuu,Lappi"\n'
    checked = check(("tapahtumat.csv", text.encode()))
    assert flat(checked) == [("bad-choice", "tapahtumat.csv", "A3")]
    assert checked.tables["events"].place(0, "name")[2] == "B2"


def test_rows_in_one_cell_under_sound_headers_hold_the_table_back():
    checked = check_sheets(Tapahtumat=[HEAD.split(";"), ["1;A;2023"], ["2;B;2023"]])
    assert flat(checked) == [("one-column", "Tapahtumat", None)]


@pytest.mark.parametrize(
    "rows",
    [
        [event("1, a"), event("2; b"), event("a|b")],
        [event("1"), event("2", Nimi="A; B, C")],
        [{"Tunnus": "1", "Nimi": "A", "Alkaa": "2023", "Tyyppi": "muu", "Maakunnat": "Lappi; Kainuu"}],
    ],
)
def test_separators_in_the_cells_of_a_sound_table_part_nothing(rows):
    assert flat(check_sheets(Tapahtumat=rows)) == []
    assert flat(check(("tapahtumat.csv", csv(rows)))) == []


def test_a_sheet_that_is_no_table_is_no_known_sheet():
    assert flat(check_sheets(Muistio=[["Asia, kuka"], ["Kahvit, me"]])) == [("no-known-sheet", None, None)]
    beside = check_sheets(Tapahtumat=[event("1")], Muistio=[["Muista; soita, kysy"]])
    assert flat(beside) == [("extra-sheet", "Muistio", None)]


THEME = {"Tunnus": "uusi", "Nimi (fi)": "Uusi"}
STORY = {"Tunnus": "1", "Nimi": "Alku"}


@pytest.mark.parametrize(
    "name",
    [
        *("data - Teemat", "data-Teemat", "data_Teemat", "data-Teemat (1)", "data_Teemat (12)", "Teemat - Table 1"),
        *("Toiminta 2024 - Pohjois-Savo - themes", "vienti-teman-2024"),
        *(
            "teemat-versio-7",
            "Themes-version-12 (1)",
            "klusteripulssi-aineisto-versio-7-Teemat",
        ),
    ],
)
def test_a_files_name_that_ends_in_a_sheets_counts_as_that(name):
    assert list(check((f"{name}.csv", csv([THEME]))).tables) == ["themes"]
    assert list(check((f"{name}.xlsx", xlsx(Taul1=[THEME]))).tables) == ["themes"]


def test_a_sheets_name_before_a_hyphen_counts_and_its_end_does_not():
    assert list(check_sheets({"Teemat - Table 1": [THEME], "Tarinat - Table 1": [STORY]}).tables) == [
        "stories",
        "themes",
    ]
    assert list(check_sheets({"Vanhat - Teemat": [THEME], "Tapahtumat": [event("1")]}).tables) == ["events"]


def test_the_files_name_counts_only_for_an_only_sheet_whose_own_name_is_foreign():
    assert list(check(("teemat.xlsx", xlsx(Sheet1=[THEME]))).tables) == ["themes"]
    assert list(check(("teemat.xlsx", xlsx(Painopisteet=[THEME]))).tables) == ["priorities"]
    assert list(check(("teemat.xlsx", xlsx(Sheet1=[THEME], Sheet2=[["x"]]))).tables) == []


def test_a_file_of_another_name_goes_by_its_headers():
    assert list(check(("data-Kainuu.csv", csv([event("1")]))).tables) == ["events"]
    assert list(check(("Pohjois-Savo.xlsx", xlsx(Taul1=[event("1")]))).tables) == ["events"]
    assert list(check(("palaute-info.csv", csv([event("1")]))).tables) == ["events"]
    for name in ("aineisto-versio-7", "klusteripulssi-aineisto-versio-7-2026-03-02"):
        assert list(check((f"{name}.csv", csv([event("1")]))).tables) == ["events"]
        assert list(check((f"{name}.csv", csv([THEME]))).tables) == []


def test_long_names_take_little_time():
    assert sum(1 for _ in other_names("-" * 255, is_file=True)) == 255
