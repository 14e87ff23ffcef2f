"""Every risk has an example in tests/cases: what is published, what is uploaded, the issues of the difference."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from analysis.changes import compare, risks
from analysis.intake import Limits, Upload, read
from analysis.schema import CODES, TABLES, Tables, all_tables

CASES = Path(__file__).parents[1] / "cases"
CONFIRMED = [code for code, ((severity, _), *_) in CODES.items() if severity == "confirm"]


def tables(path: Path) -> Tables:
    """The tables of a file without issues."""
    upload = Upload("tapahtumat.csv", path.read_bytes())
    checked = read([upload], all_tables({}, TABLES), Limits(), datetime(2028, 1, 1, tzinfo=UTC))
    assert checked.issues == ()
    return {name: each.frame for name, each in checked.tables.items()}


@pytest.mark.parametrize("code", CONFIRMED)
def test_the_example_of_a_risk_gives_it(code: str):
    before, after = tables(CASES / code / "before.csv"), tables(CASES / code / "after.csv")
    found = risks(before, after, compare(before, after))
    expected = json.loads((CASES / code / "risks.json").read_text(encoding="utf-8"))
    assert [[issue.code, issue.table, issue.column, issue.value] for issue in found] == expected
    assert code in {issue.code for issue in found}
