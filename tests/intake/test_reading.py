"""The whole check: what is listed and counted, what is kept of personal data, and that nothing makes it raise."""

import hashlib
from datetime import UTC, datetime

import pytest

from analysis.intake import Limits, Upload, read
from tests.intake.checking import HEADERS, check, check_sheets, event, flat, published, values
from tests.making import csv, ods, xlsx

CODE = "131052-308T"


def everything(checked) -> str:
    """All that a check gives out, as one text."""
    tables = "".join(
        f"{table.frame.to_csv()}{table.rows.to_csv()}{table.keys_with_errors}" for table in checked.tables.values()
    )
    return f"{checked.issues}{checked.files}{tables}"


@pytest.mark.parametrize("make", [lambda rows: xlsx(Tapahtumat=rows), lambda rows: ods(Tapahtumat=rows), csv])
@pytest.mark.parametrize(
    "column", ["Tunnus", "Nimi", "Alkaa", "Maakunnat", "Järjestäjät", "Osallistujat", "Linkki", "Lisä"]
)
def test_an_identity_code_holds_its_row_back_and_shows_nowhere(make, column):
    rows = [event("1", **{column: f"Puhuja {CODE}"}), event("2", **{column: event("2").get(column, "")})]
    checked = check(("tapahtumat.csv", make(rows)))
    assert values(checked, "id") == ["2"]
    assert {(issue.code, issue.severity) for issue in checked.issues} >= {("personal-data", "error")}
    assert CODE not in everything(checked)
    assert [file.keep for file in checked.files] == [False]


def test_an_identity_code_is_found_outside_of_the_tables_too():
    rows = [[f"Laatinut {CODE}"], [*HEADERS, CODE], ["1", "A", "2023", "muu", "Lappi"], ["Yhteensä", CODE]]
    sheets = {"Tapahtumat": rows, f"Hlö {CODE}": [["", f"x {CODE} y"]]}
    checked = check((f"{CODE}.xlsx", xlsx(sheets)))
    cells = [(issue.sheet, issue.cell) for issue in checked.issues if issue.code == "personal-data"]
    assert cells == [
        (None, None),
        ("Tapahtumat", "A1"),
        ("Tapahtumat", "F2"),
        ("Tapahtumat", "B4"),
        ("Hlö ******-****", None),
        ("Hlö ******-****", "B1"),
    ]
    assert (values(checked, "id"), [file.keep for file in checked.files]) == (["1"], [False])
    assert CODE not in everything(checked)


def test_a_file_without_identity_codes_is_kept_beside_one_with():
    checked = check(("a.csv", csv([event("1", Nimi=CODE)])), ("b.csv", csv([event("2", Kuvaus="nimi@example.org")])))
    assert [file.keep for file in checked.files] == [False, True]


def test_files_are_told_by_hash_and_size():
    data = csv([event("1")])
    (file,) = check(("tapahtumat.csv", data)).files
    assert (file.name, file.sha256, file.size) == ("tapahtumat.csv", hashlib.sha256(data).hexdigest(), len(data))


def test_the_first_hundred_of_a_code_and_column_are_listed_and_all_are_counted():
    rows = [event(str(number), Osallistujat="monta", Kertoja="usein", Tyyppi="muuu") for number in range(150)]
    checked = check_sheets(Tapahtumat=rows)
    assert checked.counts == {"error": 150, "warning": 300, "info": 0}
    assert checked.tally == {
        ("error", "bad-choice", "events", "kind"): 150,
        ("warning", "bad-number", "events", "participants"): 150,
        ("warning", "bad-number", "events", "occasions"): 150,
    }
    assert [issue.cell for issue in checked.issues if issue.column == "participants"] == [
        f"F{n}" for n in range(2, 102)
    ]
    assert len(checked.issues) == 300


def test_issues_stand_by_file_sheet_row_and_column():
    wrong = {"Tyyppi": "muuu", "Alkaa": "huomenna"}
    book = xlsx(
        Klusterit=[{"Tunnus": "k", "Nimi": "K", "Maakunnat": "x"}],
        Tapahtumat=[event("1", **wrong), event("2", **wrong)],
    )
    checked = check(("b.xlsx", book), ("a.csv", csv([event("3", **wrong)])))
    assert [(issue.file, *place) for issue, place in zip(checked.issues, flat(checked), strict=True)] == [
        ("b.xlsx", "unknown-region", "Klusterit", "C2"),
        *(("b.xlsx", code, "Tapahtumat", cell) for code, cell in [("bad-date", "C2"), ("bad-choice", "D2")]),
        *(("b.xlsx", code, "Tapahtumat", cell) for code, cell in [("bad-date", "C3"), ("bad-choice", "D3")]),
        ("a.csv", "ambiguous-sheet", "a.csv", None),
        *(("a.csv", code, "a.csv", cell) for code, cell in [("bad-date", "C2"), ("bad-choice", "D2")]),
    ]


def test_today_is_helsinkis():
    upload = [Upload("a.csv", csv([event("1", Alkaa="1.1.2032")]))]
    before, after = (read(upload, published(), Limits(), datetime(2026, 12, 31, hour, tzinfo=UTC)) for hour in (21, 22))
    assert ([issue.code for issue in before.issues], after.issues) == (["unlikely-value"], ())


def test_no_files_are_no_fault():
    checked = check()
    assert (checked.status, checked.issues, dict(checked.tables)) == ("ok", (), {})


def test_a_hundred_thousand_bad_cells_are_counted():
    rows = [[str(number), "A", "huomenna", "muu", "Lappi", "monta"] for number in range(50_000)]
    checked = check(("tapahtumat.csv", csv([[*HEADERS, "Osallistujat"], *rows])))
    assert checked.counts == {"error": 50_000, "warning": 50_000, "info": 0}
    assert (len(checked.issues), checked.tables["events"].rows_with_errors) == (200, 50_000)
