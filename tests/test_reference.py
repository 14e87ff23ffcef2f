import re

import pytest

from analysis.schema import CODES
from tests.reference import DOCS, PAGES, SOURCES
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


def test_what_is_said_of_other_programs_names_codes_that_are_there():
    named = set(re.findall(r"`([a-z]+(?:-[a-z]+)+)`", SOURCES.read_text(encoding="utf-8")))
    assert named and named <= set(CODES)


@pytest.mark.parametrize("page", ["workbook.md", "monta-paivittajaa.md"])
def test_links_of_the_pages_for_coordinators_lead_somewhere(page):
    headings = {
        name: _anchors((DOCS / name).read_text(encoding="utf-8")) for name in ("workbook.md", "monta-paivittajaa.md")
    }
    links = re.findall(r"\]\(([^)]+)\)", (DOCS / page).read_text(encoding="utf-8"))
    for file, _, anchor in (link.partition("#") for link in links):
        assert (DOCS / file).exists() and (not anchor or anchor in headings[file]), f"{file}#{anchor}"


def _anchors(text: str) -> set[str]:
    """The anchors that GitHub gives to headings."""
    titles = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}
