"""Findings as issues: addresses and order."""

import pytest

from analysis.intake.issues import Finding, SheetAddress, to_issues

SHEET = SheetAddress("a.xlsx", "Tapahtumat", (0, 0))


@pytest.mark.parametrize(
    ("row", "number", "cell"), [(7, 2, "B7"), (1, 703, "AAA1"), (0, 0, None), (3, 20_000_000, "AQSWTT3")]
)
def test_a_finding_bears_the_address_of_its_cell(row, number, cell):
    issues, counts, tally = to_issues([Finding("extra-column", "", "info").at(SHEET, row, number, "events", None)])
    assert ([issue.cell for issue in issues], counts["info"]) == ([cell], 1)
    assert tally == {("info", "extra-column", "events", None): 1}


def test_a_finding_without_a_severity_has_the_usual_one_and_no_identity_code_is_left_in_an_issue():
    code = "131052-308T"
    (issue,), _, _ = to_issues([Finding("bad-choice", f"x {code}", suggestion=f"y {code}").at(SHEET, 2, 1, None, None)])
    assert (issue.severity, issue.value, issue.suggestion) == ("error", "x ******-****", "y ******-****")


def test_what_is_said_of_a_file_comes_before_its_sheets_and_these_before_their_cells():
    file = SheetAddress("a.xlsx", None, (0, -1))
    found = [Finding("bad-date").at(SHEET, row, number, None, None) for row, number in [(3, 1), (2, 5), (2, 1), (0, 0)]]
    issues, _, _ = to_issues([*found, Finding("no-known-sheet", sheet=file)])
    assert [(issue.sheet, issue.cell) for issue in issues] == [
        (None, None),
        ("Tapahtumat", None),
        ("Tapahtumat", "A2"),
        ("Tapahtumat", "E2"),
        ("Tapahtumat", "A3"),
    ]
