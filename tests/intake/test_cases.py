"""Every issue code has an example in tests/cases: a small input, and the issues that its check lists."""

import json
from pathlib import Path

import pytest

from analysis.intake import Checked, read
from analysis.schema import CODES
from tests.intake.checking import NOW, published
from tests.intake.described import example

CASES = Path(__file__).parents[1] / "cases"
FOLDERS = sorted(folder for folder in CASES.iterdir() if (folder / "issues.json").exists())


def rows(checked: Checked) -> list[list[str | None]]:
    return [
        [issue.code, issue.severity, issue.sheet, issue.cell, issue.value, issue.suggestion] for issue in checked.issues
    ]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_example_of_a_code_gives_its_issues(folder: Path):
    upload, limits = example(folder)
    expected = json.loads((folder / "issues.json").read_text(encoding="utf-8"))
    assert rows(read([upload], published(), limits, NOW)) == expected
    assert folder.name in {code for code, *_ in expected}


def test_every_code_of_a_check_has_an_example():
    of_check = {code for code, ((severity, _), *_) in CODES.items() if severity != "confirm"}
    assert {folder.name for folder in FOLDERS} & of_check == of_check
