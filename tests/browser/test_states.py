"""Pages in the states that a reader brings them into: axe-core finds nothing, nothing is cut, no English is left."""

from collections.abc import Callable
from typing import NamedTuple

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.accessibility import violations
from tests.browser.conftest import Visit
from tests.browser.serving import Server
from tests.browser.test_choosing import CUT
from tests.browser.test_pages import english
from tests.browser.waiting import settled


class State(NamedTuple):
    """A state: where, in which language, mode and width, what brings it about and what is to be seen then."""

    path: str
    language: str
    scheme: str
    width: int
    bring: Callable[[Page], None]
    seen: str


def clicking(selector: str) -> Callable[[Page], None]:
    return lambda page: page.locator(selector).first.click()


def choosing(name: str, place: int) -> Callable[[Page], None]:
    """Chooses one of the forms that a card offers."""
    return lambda page: buttons(page, name).nth(place).click()


def buttons(page: Page, name: str) -> Locator:
    return page.locator(f".st-key-{name} button")


def nothing(page: Page) -> None:
    """The address alone brings it about."""


STATES = {
    "a chart's menu": State(
        "/", "sv", "dark", 390, clicking("[data-menu=overview_years]"), ".st-key-csv_people_overview_years"
    ),
    "the menu of numbers": State(
        "/clusters", "fi", "light", 1280, clicking(".under [data-menu]"), "[role=dialog] button"
    ),
    "a filter": State("/regions", "fi", "dark", 390, clicking(".st-key-choose-themes button"), ".st-key-filter_themes"),
    "the years": State("/themes", "sv", "light", 1280, clicking(".st-key-choose-years button"), ".st-key-filter_years"),
    "a map as a table": State(
        "/regions", "sv", "light", 390, choosing("view_regions_map", 1), ".st-key-chart_regions_map table"
    ),
    "the rows behind": State(
        "/themes", "fi", "dark", 1280, choosing("view_themes_ranked", 2), ".st-key-chart_themes_ranked table"
    ),
    "stories as a table": State("/stories", "fi", "light", 390, choosing("view-rows", 1), ".st-key-rows_stories table"),
    "regions compared": State("/regions?regions=19,17", "en", "dark", 390, nothing, ".st-key-rows_compared table"),
    "a region": State("/regions?regions=12", "sv", "light", 1280, nothing, ".facts"),
    "priorities": State(
        "/themes?group=priorities-2019-2023", "fi", "light", 390, nothing, ".st-key-chart_themes_ranked"
    ),
    "nothing left": State("/stories?years=1995-1996", "sv", "dark", 390, nothing, ".chosen .notice"),
    "nothing found": State("/events?search=qqq", "fi", "light", 390, nothing, ".st-key-rows_events .notice"),
    "a month": State("/events?month=2023-05", "fi", "light", 1280, nothing, "table.month"),
}
SPREAD = ("a chart's menu", "a filter", "regions compared", "nothing left", "a month")
"""Every language, mode and width; `make test-all` looks at the others too."""


@pytest.mark.parametrize("name", [pytest.param(e, marks=() if e in SPREAD else pytest.mark.full) for e in STATES])
def test_a_state_is_whole(server: Server, visit: Visit, name: str):
    state = STATES[name]
    joint = "&" if "?" in state.path else "?"
    address = f"{server.address}{state.path}{joint}lang={state.language}"
    page = visit(address, scheme=state.scheme, width=state.width)
    state.bring(page)
    expect(page.locator(state.seen).first).to_be_visible()
    settled(page)
    assert violations(page) == []
    assert page.evaluate(CUT) == []
    assert state.language == "en" or english(page) == set()
