"""Every issue code has an example in tests/cases: a small input, and the issues that its check lists."""

import json
from pathlib import Path

import pytest

from analysis.intake import CheckResult, read
from analysis.schema import CODES
from tests.changes.test_cases import OF_MERGES
from tests.intake.case_files import case_files
from tests.intake.checking import NOW, published

CASES = Path(__file__).parents[1] / "cases"
# Codes that require confirmation are on the difference, not on a file.
OF_A_CHECK = [code for code, ((severity, _), *_) in CODES.items() if severity != "confirm" and code not in OF_MERGES]
FOLDERS = [CASES / code for code in OF_A_CHECK if (CASES / code).exists()]


def rows(checked: CheckResult) -> list[list[str | None]]:
    return [
        [issue.code, issue.severity, issue.sheet, issue.cell, issue.value, issue.suggestion] for issue in checked.issues
    ]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_example_of_a_code_gives_its_issues(folder: Path):
    uploads, limits = case_files(folder)
    expected = json.loads((folder / "issues.json").read_text(encoding="utf-8"))
    assert rows(read(uploads, published(), limits, NOW)) == expected
    assert folder.name in {code for code, *_ in expected}


def test_every_code_of_a_check_has_an_example():
    assert [folder.name for folder in FOLDERS] == OF_A_CHECK
