"""The page of presentations says how many slides there is room for."""

import pytest

from analysis import app_services
from analysis.sections import ReportContext
from analysis.sections.presentation.presets import preset_titles
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


def test_every_ready_presentation_can_be_opened(address):
    app = open_page("present", lang="fi")
    titles = preset_titles(ReportContext(app_services.app_services().store.tables("1"), translator("fi"), "2026-11-24"))
    ready = {each.key: each.label for each in app.button if str(each.key).startswith("ready_")}
    assert len(ready) == len(titles) and list(ready.values()) == list(titles.values())
    key = next(key for key in ready if key.endswith("_region-10"))
    app.button(key=key).click().run()
    assert app.query_params["regions"] in ("10", ["10"])


def test_a_slide_has_one_name_in_the_list_and_in_the_menu_of_new_ones(address):
    app = open_page("present", lang="fi", slides="overview.numbers,overview.latest")
    assert [each.partition(". ")[2] for each in app.radio(key="present_slides").options] == [
        "Luvut yhdellä silmäyksellä: Klusteritoiminta Itä- ja Pohjois-Suomessa",
        "Viimeisimmät",
    ]
