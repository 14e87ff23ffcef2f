"""The page of presentations says how many slides there is room for."""

import pytest

from analysis.selection import SLIDES
from analysis.words import translator
from tests.pages.conftest import failed, opened, shown

FULL = translator("fi")("taking.full", most=SLIDES)


@pytest.mark.parametrize(
    ("slides", "said"),
    [(2, ""), (SLIDES, FULL), (SLIDES + 4, translator("fi")("taking.cut", most=SLIDES, given=SLIDES + 4))],
)
def test_what_does_not_fit_is_said(address, slides: int, said: str):
    app = opened("present", slides=",".join(["overview.years"] * slides), lang="fi")
    assert failed(app) == []
    assert said in shown(app) and (said or FULL not in shown(app))
