"""In which order a page tells the browser what: pictures first, then the address, then all else."""

import re

import pytest
from streamlit.runtime.scriptrunner import StopException

from analysis import sections
from pages.parts.core import url_state
from pages.parts.shell import frame
from tests.pages.conftest import open_page, page_html


@pytest.mark.parametrize("page", ["overview", "regions", "themes", "events", "stories", "clusters"])
def test_pictures_come_before_all_else(address, page):
    first, second, *_ = (each.proto.body for each in open_page(page).get("html"))
    assert first.startswith("<div data-figures>") and "<nav" in second


def test_the_themes_stand_above_their_charts_and_filter_by_one(address):
    html = page_html(open_page("themes"))
    themes, charts = html.index('class="card list-meanings"'), html.index('class="under"')
    link = re.search(r'href="([^"]*)"[^>]*>Johtaminen<', html[themes:])
    assert themes < charts and "themes=johtaminen" in link[1]
    alone = page_html(open_page("themes", themes="johtaminen"))
    assert "themes=" not in re.search(r'href="([^"]*)"[^>]*>Johtaminen<', alone[alone.index("list-meanings") :])[1]


def test_a_page_that_fails_has_its_navigation(address, monkeypatch):
    def fails(*args):
        raise LookupError

    monkeypatch.setattr(sections, "overview", fails)
    app = open_page()
    assert "<nav" in page_html(app) and "mishap" in page_html(app)


def test_an_address_holds_from_the_click_on_and_is_told_once_pictures_are_made(address):
    app = open_page()
    app.session_state[url_state.PENDING_ADDRESS] = ({}, {"regions": "19"})
    app.run()
    assert app.session_state["filter_regions"] == ["19"]
    assert dict(app.query_params) == {"regions": "19"}
    assert url_state.PENDING_ADDRESS not in app.session_state


def test_an_address_that_the_reader_has_left_meanwhile_is_forgotten(address):
    app = open_page(regions="17")
    app.session_state[url_state.PENDING_ADDRESS] = ({}, {"regions": "19"})
    app.run()
    assert dict(app.query_params) == {"regions": "17"}
    assert url_state.PENDING_ADDRESS not in app.session_state


def test_a_click_that_comes_meanwhile_still_finds_the_address(address, monkeypatch):
    monkeypatch.setattr(
        url_state, "update_browser_address", lambda: pytest.fail("told in a run that another click has ended")
    )
    with pytest.raises(StopException), frame.figures_first("overview"):
        raise StopException
