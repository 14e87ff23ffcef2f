"""Keys of rows: those that are blank, those that several rows have, those that a program converted."""

from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

import pytest
from xlwt import Workbook, easyxf

from analysis.intake import CheckResult
from analysis.intake.tables.row_keys import converted_cells
from analysis.intake.text import key_form
from analysis.schema import TABLES, all_tables
from tests.intake.checking import HEADERS, check, check_sheets, event, published, values
from tests.making import csv, ods, saved, xlsx

EVENTS = {
    "id": ["7", "3-2024", "kl-1"],
    "name": ["Avajaiset", "Messut", "Kevätpäivä"],
    "starts": ["2023-03-12", "2024-03-01", "2025"],
}
KNOWN = published(events=EVENTS)


def in_keys(checked: CheckResult) -> list[tuple[str, str | None, str | None, str | None]]:
    """The issues as code, cell, value and suggestion."""
    return [(each.code, each.cell, each.value, each.suggestion) for each in checked.issues]


@pytest.mark.parametrize(
    ("sheet", "row", "key"),
    [
        ("Tapahtumat", event(""), "avajaiset-2023"),
        ("Tarinat", {"Tunnus": "", "Otsikko": "Öljy", "Julkaistu": "3/2024", "Maakunnat": "Lappi"}, "oljy-2024"),
        ("Tarinat", {"Tunnus": "", "Otsikko": "Öljy", "Julkaistu": "", "Maakunnat": "Lappi"}, "oljy"),
        ("Material", {"ID": "-", "Rubrik": "Å", "Slag": "guide", "Publicerad": 2024}, "a-2024"),
        ("Clusters", {"ID": "n/a", "Name": "Ice", "Regions": "Lappi", "Founded": 2001}, "ice"),
    ],
)
def test_a_row_without_a_key_gets_one(sheet, row, key):
    checked = check_sheets({sheet: [row, row | {next(iter(row)): "x"}]})
    assert [(each.code, each.severity, each.cell, each.suggestion) for each in checked.issues] == [
        ("made-key", "info", "A2", key)
    ]
    (table,) = checked.tables.values()
    assert (checked.status, list(table.frame["id"]), table.rows_with_errors) == ("ok", [key, "x"], 0)
    assert table.made_keys == {("toiminta.xlsx", sheet, "A2"): key}


@pytest.mark.parametrize(
    ("sheet", "row"),
    [
        ("Teemat", {"Tunnus": "", "Nimi (fi)": "Vesi"}),
        ("Painopisteet", {"Tunnus": "", "Nimi (fi)": "Vesi"}),
        ("Vaiheet", {"Tunnus": "", "Nimi (fi)": "Vesi", "Alkaa": 2020}),
        ("Maakunnat", {"Koodi": "", "Nimi (fi)": "Lappi"}),
        ("Tapahtumat", event("", Nimi="")),
        ("Tapahtumat", event("", Nimi="—")),
    ],
)
def test_other_tables_and_rows_without_a_name_lack_a_value(sheet, row):
    checked = check_sheets({sheet: [row]})
    assert ("missing-value", "A2") in {(each.code, each.cell) for each in checked.issues}
    assert "made-key" not in {each.code for each in checked.issues}
    assert checked.status == "issues"


def test_the_column_of_keys_is_required():
    row = {name: cell for name, cell in event("").items() if name != "Tunnus"}
    assert [(each.code, each.column) for each in check_sheets(Tapahtumat=[row]).issues] == [("missing-column", "id")]


def test_keys_of_all_sheets_and_files_are_one_set():
    first = xlsx({"Tapahtumat 2023": [event(""), event("")], "Tapahtumat 2024": [event("AVAJAISET-2023-2"), event("")]})
    checked = check(("a.xlsx", first), ("tapahtumat.csv", csv([event(""), event("AVAJAISET-2023-2", Nimi="Muu")])))
    assert [each for each in in_keys(checked) if each[0] != "ambiguous-sheet"] == [
        ("made-key", "A2", "", "avajaiset-2023"),
        ("made-key", "A3", "", "avajaiset-2023-3"),
        ("made-key", "A3", "", "avajaiset-2023-4"),
        ("made-key", "A2", "", "avajaiset-2023-5"),
        ("duplicate-key", "A3", "AVAJAISET-2023-2", "muu-2023"),
    ]


def test_an_error_of_excel_is_no_blank_key():
    checked = check(("tapahtumat.csv", csv([event("#REF!")])))
    assert in_keys(checked) == [("excel-error", "A2", "#REF!", None)]


def test_a_row_without_a_key_that_is_published_has_its_key():
    rows = [event("", Alkaa="10.9.2023"), event(""), event("", Nimi="Kevätpäivä", Alkaa="joskus")]
    checked = check_sheets(Tapahtumat=rows, known=KNOWN)
    assert [each for each in in_keys(checked) if each[0] == "made-key"] == [
        ("made-key", "A2", "", "avajaiset-2023"),
        ("made-key", "A3", "", "7"),
        ("made-key", "A4", "", "kl-1"),
    ]
    assert checked.tables["events"].keys_with_errors == (("kl-1",),)


def test_a_row_whose_day_cannot_be_read_takes_no_key_of_a_row_that_is_known_by_its_day():
    rows = [event("", Alkaa="joskus"), event("")]
    checked = check_sheets(Tapahtumat=rows, known=KNOWN)
    made = [(each.cell, each.suggestion) for each in checked.issues if each.code == "made-key"]
    assert made == [("A2", "avajaiset"), ("A3", "7")]


def test_references_by_name_mean_rows_whose_key_was_made():
    clusters = [{"Tunnus": "", "Nimi": "Jäätalo", "Maakunnat": "Lappi"}]
    stories = [{"Tunnus": "s", "Otsikko": "A", "Klusteri": "jäätalo", "Maakunnat": "Lappi"}]
    materials = [{"Tunnus": "m", "Otsikko": "A", "Laji": "opas", "Tapahtuma": "avajaiset-2023"}]
    checked = check_sheets(Klusterit=clusters, Tarinat=stories, Tapahtumat=[event("")], Aineistot=materials)
    assert {each.code for each in checked.issues} == {"made-key"}
    assert values(checked, "cluster", "stories") == ["jaatalo"]
    assert values(checked, "event", "materials") == ["avajaiset-2023"]


def test_of_rows_with_one_key_the_published_row_keeps_it():
    rows = [event("7", Nimi="Uusi", Alkaa="1.4.2026"), event("7"), event("7", Nimi="Avajaiset", Alkaa="1.4.2026")]
    checked = check_sheets(Tapahtumat=rows, known=KNOWN)
    assert in_keys(checked) == [
        ("duplicate-key", "A2", "7", "uusi-2026"),
        ("duplicate-key", "A4", "7", "avajaiset-2026"),
    ]
    assert (values(checked, "name"), checked.tables["events"].keys_with_errors) == (["Avajaiset"], ())


@pytest.mark.parametrize("known", [None, KNOWN], ids=["nothing published", "other row published"])
def test_else_the_first_row_keeps_a_key(known):
    rows = [event("7", Nimi="Uusi"), event("7", Alkaa="13.3.2023"), event("7", Nimi="Uusi")]
    checked = check_sheets(Tapahtumat=rows, known=known)
    assert in_keys(checked) == [
        ("duplicate-key", "A3", "7", "avajaiset-2023"),
        ("duplicate-key", "A4", "7", "uusi-2023"),
    ]
    assert values(checked, "name") == ["Uusi"]


def test_a_row_held_back_as_doubled_is_offered_the_key_under_which_it_is_published():
    rows = [event("7"), event("7", Nimi="Messut", Alkaa="1.3.2024"), event("7", Nimi="")]
    checked = check_sheets(Tapahtumat=rows, known=KNOWN)
    assert in_keys(checked) == [
        ("duplicate-key", "A3", "7", "3-2024"),
        ("duplicate-key", "A4", "7", None),
        ("missing-value", "B4", "", None),
    ]
    assert checked.tables["events"].keys_with_errors == (("3-2024",),)


def test_rows_of_terms_and_targets_with_one_key():
    theme, target = {"Tunnus": "t", "Nimi (fi)": "Vesi"}, {"Vuosi": 2024, "Mittari": "tapahtumat", "Tavoite": 3}
    place = {"Koodi": "19", "Nimi (fi)": "Lappi"}
    checked = check_sheets(Teemat=[theme] * 2, Tavoitteet=[target] * 2, Maakunnat=[place] * 2)
    assert sorted(in_keys(checked)) == [
        ("duplicate-key", "A3", "19", None),
        ("duplicate-key", "A3", "2024", None),
        ("duplicate-key", "A3", "t", "vesi"),
    ]


@pytest.mark.parametrize(
    "other", ["KL-1", "kl\u20101", "kl\u20111", "kl\u20121", "kl\N{EN DASH}1", "kl\N{MINUS SIGN}1", "Kl\N{EN DASH}1"]
)
def test_keys_that_differ_in_case_or_kind_of_hyphen_are_one_key(other):
    stories = [{"Tunnus": "s", "Otsikko": "A", "Klusteri": other, "Maakunnat": "Lappi"}]
    clusters = [{"Tunnus": key, "Nimi": f"Talo {key}", "Maakunnat": "Lappi"} for key in ("KL1", "kl-1", other)]
    checked = check_sheets(Klusterit=clusters, Tarinat=stories)
    assert [(each.code, each.cell, each.value) for each in checked.issues] == [("duplicate-key", "A4", other)]
    assert values(checked, "cluster", "stories") == ["kl-1"]
    again = check_sheets(Tapahtumat=[event(other)], known=KNOWN)
    assert (in_keys(again), values(again, "id")) == ([], ["kl-1"])


@pytest.mark.parametrize("other", ["kl1", "kl_1", "kl 1", "kl\N{EM DASH}1", "kl-1-", "kl-11", "kl-l"])
def test_keys_that_differ_otherwise_are_two(other):
    checked = check_sheets(Tapahtumat=[event("kl-1"), event(other)], known=KNOWN)
    assert (in_keys(checked), values(checked, "id")) == ([], ["kl-1", other])


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (datetime(2024, 3, 1), "1.3.2024"),
        (date(2024, 3, 1), "1.3.2024"),
        (3.5, "3,5"),
        (-0.25, "-0,25"),
        (18.00001, "18,00001"),
        (1.23457e18, "1,23457E+18"),
        (1e15, "1000000000000000,0"),
        ("1,23457E+18", "1,23457E+18"),
        ("1.23457e+18", "1.23457e+18"),
        ("1E+18", "1E+18"),
        ("5E-05", "5E-05"),
    ],
)
def test_a_key_that_a_program_converted_is_unlikely(cell, text):
    row = event(cell, Nimi="Messut", Alkaa="1.3.2024")
    text = text.removesuffix(",0")
    checked = check_sheets(Tapahtumat=[event("1"), row], known=KNOWN)
    assert in_keys(checked) == [("unlikely-key", "A3", text, "3-2024")]
    assert (checked.status, values(checked, "id")) == ("ok", ["1", text])
    assert in_keys(check_sheets(Tapahtumat=[row])) == [("unlikely-key", "A2", text, None)]
    beside = check_sheets(Tapahtumat=[row, event("3-2024", Nimi="Muu")], known=KNOWN)
    assert in_keys(beside) == [("unlikely-key", "A2", text, None)]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (18, "18"),
        (18.0, "18"),
        (18.0000000001, "18"),
        (17.9999999999, "18"),
        (202400000001, "202400000001"),
        ("07", "07"),
        ("3,5", "3,5"),
        ("1.1", "1.1"),
        ("1.3.2024", "1.3.2024"),
        ("12:30", "12:30"),
        ("3E-2024", "3E-2024"),
        ("12E+18", "12E+18"),
        ("1e5", "1e5"),
        ("3-2024", "3-2024"),
        ("ev-1e+18", "ev-1e+18"),
    ],
)
def test_an_honest_key_is_likely(cell, text):
    checked = check_sheets(Tapahtumat=[event(cell)])
    assert (in_keys(checked), values(checked, "id")) == ([], [text])


def other_formats(cell: Any) -> list[tuple[str, bytes]]:
    """An event with a key that is a day or a number, as other programs write it."""
    old = Workbook()
    sheet = old.add_sheet("Tapahtumat")
    for place, header in enumerate(HEADERS):
        sheet.write(0, place, header)
    for place, value in enumerate(event(cell).values()):
        style = easyxf(num_format_str="D.M.YYYY") if isinstance(value, date) else easyxf()
        sheet.write(1, place, value, style)
    return [("a.xls", saved(old)), ("a.ods", ods(Tapahtumat=[event(cell)]))]


@pytest.mark.parametrize(("cell", "text"), [(date(2024, 3, 1), "1.3.2024"), (3.5, "3,5")])
def test_a_converted_key_is_unlikely_in_other_formats_too(cell, text):
    for name, data in other_formats(cell):
        assert in_keys(check((name, data))) == [("unlikely-key", "A2", text, None)]


def test_a_row_published_under_a_converted_key_takes_no_other_rows_key():
    rows = [event(3.5), event("")]
    first = check_sheets(Tapahtumat=rows).tables["events"].frame
    again = check_sheets(Tapahtumat=rows, known=published(events={name: list(first[name]) for name in EVENTS}))
    assert in_keys(again) == [("unlikely-key", "A2", "3,5", None), ("made-key", "A3", "", "avajaiset-2023")]


def test_times_and_durations_are_converted_too():
    assert converted_cells(["1", time(3, 20), timedelta(hours=30), 2.0, 2.5, None, True, float("nan")]) == [1, 2, 4, 7]


def test_a_row_held_back_under_a_converted_key_stays_published():
    row = event(date(2024, 3, 1), Nimi="Messut", Alkaa="1.3.2024", Maakunnat="Lapi")
    read = check_sheets(Tapahtumat=[row], known=KNOWN).tables["events"]
    assert set(read.keys_with_errors) == {("1.3.2024",), ("3-2024",)}


@pytest.mark.parametrize("sheet", ["Klusterit", "Teemat", "Painopisteet", "Vaiheet"])
def test_keys_of_every_table_may_be_converted(sheet):
    row = {"Tunnus": 3.5, "Nimi": "A", "Nimi (fi)": "A", "Maakunnat": "Lappi", "Alkaa": 2020}
    assert ("unlikely-key", "A2", "3,5", None) in in_keys(check_sheets({sheet: [row]}))


def test_the_code_of_a_region_may_be_converted_as_any_key():
    known = published(regions={"code": ["18", "19"], "name_fi": ["Kainuu", "Lappi"]})
    rows = [{"Koodi": date(1900, 1, 18), "Nimi (fi)": "Kainuu"}, {"Koodi": 19.0, "Nimi (fi)": "Lappi"}]
    assert in_keys(check_sheets(Maakunnat=rows, known=known)) == [("unlikely-key", "A2", "18.1.1900", "18")]


CELLS = [
    "",
    "-",
    "7",
    7,
    7.5,
    "A-1",
    "a\N{EN DASH}1",
    date(2024, 3, 1),
    "1,2E+18",
    "#REF!",
    "avajaiset-2023",
    "ß",
    "ss",
]
NAMES = ["Avajaiset", "AVAJAISET", "Öljypäivä", "!!!", "", "Семинар", "PERUTTU: X", "x\ny", "Avajaiset 2023"]
DAYS = ["12.3.2023", "2023", "", "joskus", "1.4.2023"]


@pytest.mark.parametrize("seed", range(60))
def test_keys_are_unique_and_the_same_upload_has_the_same_keys(seed: int):
    chance = Random(seed)
    rows = [
        event(chance.choice(CELLS), Nimi=chance.choice(NAMES), Alkaa=chance.choice(DAYS))
        for _ in range(chance.randint(2, 14))
    ]
    frame = check_sheets(Tapahtumat=rows).tables["events"].frame
    assert len({key_form(key) for key in frame["id"]}) == len(frame)
    again = check_sheets(Tapahtumat=rows, known=all_tables({"events": frame}, TABLES))
    assert list(again.tables["events"].frame["id"]) == list(frame["id"])
