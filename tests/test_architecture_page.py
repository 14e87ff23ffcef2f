"""docs/architecture.md, the contents page: what it names is there, and every folder of the product is named.

What all documents link to is there too.
"""

import re
from pathlib import Path

from tests.house import ROOT, sources

TEXT = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
NAMED = set(re.findall(r"`((?:analysis|pages|tests|data|docs)/[\w/.-]*)`", TEXT))
BARE = set(re.findall(r"`([a-z_]+\.(?:py|po))`", TEXT)) - {"__init__.py", "dashboard.py"}
WALKED = set(re.findall(r"`((?:sections|measures|charts|intake|words|publishing)/[\w/]+\.py)`", TEXT))


def test_every_place_that_the_page_names_is_there():
    places = [*(ROOT / each for each in NAMED), *(ROOT / "analysis" / each for each in WALKED)]
    assert len(places) > 50
    assert [str(each.relative_to(ROOT)) for each in places if not each.exists()] == []


def test_every_file_that_the_page_names_by_its_name_alone_is_somewhere():
    files = {each.name for top in ("analysis", "data/locale") for each in (ROOT / top).rglob("*")}
    assert BARE and BARE - files == set()


def test_every_folder_of_the_product_is_named():
    folders = {Path(file.path).parent.as_posix() for file in sources()} - {
        ".",
        "analysis",
        "pages",
        "analysis/store/migrations",
    }
    assert sorted(each for each in folders if not re.search(rf"`{re.escape(each)}/", TEXT)) == []


def test_every_link_from_a_document_to_a_file_leads_there():
    pages = [ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").rglob("*.md")]
    links = [(page, link) for page in pages for link in re.findall(r"\]\(([^)#\s:]+)[)#]", page.read_text("utf-8"))]
    assert len(links) > 50
    assert [f"{page.name}: {link}" for page, link in links if not (page.parent / link).exists()] == []
