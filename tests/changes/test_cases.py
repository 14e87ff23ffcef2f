"""Every risk has an example in tests/cases: what is published, what is uploaded, the issues of the difference."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from analysis.changes import compare, risks
from analysis.intake import CheckResult, Limits, Upload, read
from analysis.publishing import EVERYWHERE, NOT_SETTLED, Origin, Sources
from analysis.publishing.plan import plan_of
from analysis.schema import CODES, TABLES, Issue, Tables, all_tables

CASES = Path(__file__).parents[1] / "cases"
OF_MERGES = ("looks-doubled", "conflict", "old-origin", "not-yours")
"""Codes of an upload that is merged with what was published since its copy was taken."""
CONFIRMED = [code for code, ((severity, _), *_) in CODES.items() if severity == "confirm" and code not in OF_MERGES]
NOW = datetime(2028, 1, 1, tzinfo=UTC)
KAINUU = frozenset({"18"})


def checked(path: Path) -> CheckResult:
    """The check of a file without issues."""
    result = read([Upload("tapahtumat.csv", path.read_bytes())], all_tables({}, TABLES), Limits(), NOW)
    assert result.issues == ()
    return result


def tables(path: Path) -> Tables:
    """The tables of a file without issues."""
    return {name: each.frame for name, each in checked(path).tables.items()}


def merge_issues(folder: Path) -> list[Issue]:
    """The issues of an upload, after.csv, whose copy is like before.csv, while meanwhile.csv was published."""
    published, before = (all_tables(tables(folder / f"{name}.csv"), TABLES) for name in ("meanwhile", "before"))
    regions = KAINUU if folder.name == "not-yours" else EVERYWHERE
    origins = {"tapahtumat.csv": Origin("1", "estimate")}
    sources = Sources(published, {"events": before["events"]}, origins, ("2",), regions)
    plan = plan_of(checked(folder / "after.csv"), sources, False, NOT_SETTLED)
    return [*plan.check.issues, *plan.confirmations]


@pytest.mark.parametrize("code", CONFIRMED)
def test_the_example_of_a_risk_gives_it(code: str):
    before, after = tables(CASES / code / "before.csv"), tables(CASES / code / "after.csv")
    found = risks(before, after, compare(before, after))
    expected = json.loads((CASES / code / "risks.json").read_text(encoding="utf-8"))
    assert [[issue.code, issue.table, issue.column, issue.value] for issue in found] == expected
    assert code in {issue.code for issue in found}


@pytest.mark.parametrize("code", OF_MERGES)
def test_the_example_of_a_merge_gives_its_issues(code: str):
    expected = json.loads((CASES / code / "merge.json").read_text(encoding="utf-8"))
    found = [[each.code, each.severity, each.cell, each.value, each.suggestion] for each in merge_issues(CASES / code)]
    assert found == expected
    assert code in {name for name, *_ in found}
