"""Every page in every language, mode and width: axe-core finds nothing, nothing scrolls sideways, no English
is left, and it has the names of the contract.

`make test` takes each page once, so spread that each language, mode and width occurs; `make test-all` takes all.
"""

from itertools import product

import pytest

from analysis.html_parts.page_list import PAGES
from analysis.schema import LANGUAGES
from tests.browser.accessibility import cut_off_by_spacing, names_twice, violations
from tests.browser.conftest import Visit
from tests.browser.serving import Server
from tests.browser.test_names import has_the_names_of_the_contract
from tests.browser.test_pages import english
from tests.browser.waiting import settled, until

PATHS = {f"/{place.path}": place.key for place in PAGES}
SCHEMES = ("light", "dark")
WIDTHS = (1280, 390)
NARROWEST = 320
"""1280 pixels at 400 %."""
ALL = tuple(product(PATHS, LANGUAGES, SCHEMES, WIDTHS))
SPREAD = {(path, LANGUAGES[n % 3], SCHEMES[n % 2], WIDTHS[n // 2 % 2]) for n, path in enumerate(PATHS)}
CASES = [pytest.param(*case, marks=() if case in SPREAD else pytest.mark.full) for case in ALL]


def test_the_spread_takes_every_page_language_mode_and_width():
    assert [len(set(values)) for values in zip(*SPREAD, strict=True)] == [len(PATHS), 3, 2, 2]


@pytest.mark.parametrize(("path", "language", "scheme", "width"), CASES)
def test_a_page_is_whole(server: Server, visit: Visit, path: str, language: str, scheme: str, width: int):
    page = visit(f"{server.address}{path}?lang={language}", scheme=scheme, width=width)
    assert page.evaluate("document.documentElement.lang") == language
    assert page.evaluate("document.querySelector('.stMain').scrollWidth") == width
    assert language == "en" or english(page) == set()
    assert violations(page) == []
    assert (names_twice(page), cut_off_by_spacing(page)) == ([], [])
    page.set_viewport_size({"width": NARROWEST, "height": 900})
    until(page, "width => document.querySelector('.stMain').scrollWidth === width", NARROWEST)
    page.set_viewport_size({"width": max(WIDTHS), "height": 900})
    settled(page)
    has_the_names_of_the_contract(page, PATHS[path])
