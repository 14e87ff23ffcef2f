import pytest

from analysis.schema import CODES
from tests.reference import DOCS, PAGES
from tests.reference_issues import shown


@pytest.mark.parametrize("name", PAGES)
def test_the_generated_reference_is_not_stale(name):
    assert (DOCS / name).read_text(encoding="utf-8") == PAGES[name](), "run `make docs`"


@pytest.mark.parametrize("code", CODES)
def test_every_code_has_its_entry_with_an_example(code):
    page = (DOCS / "workbook.md").read_text(encoding="utf-8")
    entry = page.split(f"\n### `{code}`: ", 1)[1].split("\n### ", 1)[0]
    assert {severity for severity, _ in CODES[code]} >= {each.severity for each in shown(code)} != set()
    assert all(f"({each.severity}): " in entry for each in shown(code))
