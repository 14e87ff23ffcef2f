"""Findings as issues: addresses and order."""

import pytest

from analysis.intake.found import Found, Where, collected

SHEET = Where("a.xlsx", "Tapahtumat", (0, 0))


@pytest.mark.parametrize(
    ("row", "number", "cell"), [(7, 2, "B7"), (1, 703, "AAA1"), (0, 0, None), (3, 20_000_000, "AQSWTT3")]
)
def test_a_finding_bears_the_address_of_its_cell(row, number, cell):
    issues, counts, tally = collected([Found("extra-column", "info", SHEET, row, number, "events")])
    assert ([issue.cell for issue in issues], counts["info"]) == ([cell], 1)
    assert tally == {("info", "extra-column", "events", None): 1}


def test_what_is_said_of_a_file_comes_before_its_sheets_and_these_before_their_cells():
    file = Where("a.xlsx", None, (0, -1))
    found = [Found("bad-date", "error", SHEET, row, number) for row, number in [(3, 1), (2, 5), (2, 1), (0, 0)]]
    issues, _, _ = collected([*found, Found("no-known-sheet", "error", file)])
    assert [(issue.sheet, issue.cell) for issue in issues] == [
        (None, None),
        ("Tapahtumat", None),
        ("Tapahtumat", "A2"),
        ("Tapahtumat", "E2"),
        ("Tapahtumat", "A3"),
    ]
