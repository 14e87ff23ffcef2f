"""The page on safety names what is there: every test and module that it points to exists."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PATHS = re.compile(r"`((?:tests|analysis|pages|docs|data)/[\w./-]+)`")


@pytest.mark.parametrize("page", ["security.md", "operations.md", "architecture.md"])
def test_every_path_that_a_page_names_exists(page: str):
    paths = PATHS.findall((ROOT / "docs" / page).read_text(encoding="utf-8"))
    assert paths and [each for each in paths if not list(ROOT.glob(f"{each}*"))] == []
