"""The page of presentations says how many slides there is room for."""

import pytest

from analysis.selection import SLIDES
from analysis.words import translator
from tests.pages.conftest import open_page, page_errors, page_html

FULL = translator("fi")("taking.full", most=SLIDES)


@pytest.mark.parametrize(
    ("slides", "sentence"),
    [(2, ""), (SLIDES, FULL), (SLIDES + 4, translator("fi")("taking.cut", most=SLIDES, given=SLIDES + 4))],
)
def test_what_does_not_fit_is_said(address, slides: int, sentence: str):
    app = open_page("present", slides=",".join(["overview.years"] * slides), lang="fi")
    assert page_errors(app) == []
    assert sentence in page_html(app) and (sentence or FULL not in page_html(app))
