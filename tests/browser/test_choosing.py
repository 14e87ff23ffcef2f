"""What is chosen and how it is passed on: words that lead out, links to copy, the keyboard, the narrowest screen."""

import re

import pytest
from playwright.sync_api import Page, expect

from analysis.html_parts.page_list import PAGES
from tests.browser.accessibility import violations
from tests.browser.conftest import Visit
from tests.browser.serving import Server
from tests.browser.waiting import settled, until

NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', { value: undefined })"
KEPT = "window.copied = []; navigator.clipboard.writeText = async (text) => { window.copied.push(text); };"
CUT = """
() => [...document.querySelectorAll(".stMain :is(p, h1, h2, h3, li, dt, dd, a, button, td, th)")].filter((each) => {
  if (each.closest(".scroll, .sr, [class*=st-key-unseen-]") || !each.getClientRects().length) return false;
  const { left, right } = each.getBoundingClientRect();
  return left < -1 || right > innerWidth + 1;
}).map((each) => each.textContent.trim().slice(0, 60))
"""

CUT_IN_PICTURES = """
() => [...document.querySelectorAll("[data-figure]")].flatMap((box) => {
  const frame = box.getBoundingClientRect();
  return [...box.querySelectorAll("svg text")].filter((each) => {
    const { left, right, width } = each.getBoundingClientRect();
    return width && (left < frame.left - 2 || right > frame.right + 2);
  }).map((each) => `${box.dataset.figure}: ${each.textContent}`);
})
"""


def test_each_filter_is_taken_away_by_its_word_and_all_by_one_click(server: Server, visit: Visit):
    page = visit(f"{server.address}/events?regions=19&years=2019-2023&lang=en")
    heard = page.locator("body > [role=status]")
    expect(heard).to_have_text("")
    expect(page.locator(".chosen p").first).to_contain_text("Events 2019–2023×, Lapland×, all themes: ")
    page.get_by_role("link", name="Remove the region filter").click()
    until(page, "() => location.search === '?years=2019-2023&lang=en'")
    settled(page)
    expect(heard).to_have_text(re.compile(r"^Events 2019–2023, all regions, all themes: \d+ / 38$"))
    page.get_by_role("button", name="Clear").click()
    until(page, "() => location.search === '?lang=en'")


def test_an_empty_result_is_loosened_by_one_click(server: Server, visit: Visit):
    page = visit(f"{server.address}/events?years=2016-2016&regions=19")
    notice = page.locator(".chosen .notice")
    expect(notice).to_contain_text("Ei tuloksia.")
    assert violations(page) == []
    notice.get_by_role("link", name="Näytä ilman vuosirajausta").click()
    until(page, "() => location.search === '?regions=19'")
    settled(page)
    expect(page.locator(".chosen .notice")).to_have_count(0)


def test_the_live_and_the_pinned_link_are_copied_from_the_keyboard(server: Server, visit: Visit):
    page = visit(f"{server.address}/regions?regions=19", before=KEPT)
    buttons = page.locator(".share button")
    for button, said in ((buttons.first, "uusimmat tiedot"), (buttons.last, "aina version 1")):
        button.focus()
        page.keyboard.press("Enter")
        expect(page.locator(".share [role=status]")).to_contain_text(said)
    address = f"{server.address}/regions?regions=19"
    assert page.evaluate("window.copied") == [address, f"{address}&rev=1"]


def test_where_the_clipboard_is_closed_the_link_stands_there_selected(server: Server, visit: Visit):
    page = visit(f"{server.address}/stories?themes=rahoitus", before=NO_CLIPBOARD)
    page.locator(".share button").first.click()
    expect(page.locator(".share input")).to_have_value(f"{server.address}/stories?themes=rahoitus")
    expect(page.locator(".share [role=status]")).to_contain_text("Ctrl ja C")
    assert (
        page.evaluate("getSelection().toString() || document.activeElement.value")
        == page.locator(".share input").input_value()
    )
    assert violations(page) == []


def test_the_keyboard_alone_goes_from_filter_to_chart_to_table_to_download(server: Server, visit: Visit):
    page = visit(server.address)
    page.locator(".st-key-choose-regions button").focus()
    for key in ("Enter", "Tab", "Space", "Escape"):
        page.keyboard.press(key)
        page.wait_for_timeout(300)
    until(page, "() => location.search === '?regions=10'")
    settled(page)
    reach(page, ".st-key-view_overview_years")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    table = page.locator(".st-key-chart_overview_years table")
    expect(table).to_be_visible()
    reach(page, ".st-key-chart_overview_years tbody a")
    page.keyboard.press("Enter")
    until(page, "() => location.search.startsWith('?regions=10&years=')")
    settled(page)
    reach(page, "[data-menu=overview_years]")
    page.keyboard.press("Enter")
    expect(page.locator(".st-key-csv_people_overview_years button")).to_be_visible()
    settled(page)
    reach(page, ".st-key-csv_people_overview_years")
    with page.expect_download() as taken:
        page.keyboard.press("Enter")
    assert taken.value.suggested_filename.endswith(".csv")


def test_a_menu_that_is_pressed_while_the_page_runs_opens(server: Server, visit: Visit):
    """The choice of one year takes parts from the page, so that all behind them stands elsewhere."""
    page = visit(f"{server.address}/?regions=10")
    settled(page)
    page.locator(".st-key-view_overview_years").get_by_role("radio", name="Taulukko").click()
    expect(page.locator(".st-key-chart_overview_years tbody a").first).to_be_visible()
    settled(page)
    page.evaluate("""
        document.querySelector(".st-key-chart_overview_years tbody a").click();
        document.querySelector("[data-menu=overview_years]").click();
    """)
    expect(page.locator(".st-key-csv_people_overview_years button")).to_be_visible(timeout=20_000)
    assert "years=" in page.url


def reach(page: Page, wanted: str) -> None:
    """Press Tab until what is wanted, or something in it, has the focus."""
    for _ in range(200):
        page.keyboard.press("Tab")
        if page.evaluate("wanted => Boolean(document.activeElement.closest(wanted))", wanted):
            return
    raise AssertionError(f"{wanted} is out of the keyboard's reach")


NARROW = [
    pytest.param(place.path, marks=() if place.key in ("regions", "themes", "update") else pytest.mark.full)
    for place in PAGES
]


@pytest.mark.parametrize("path", NARROW)
def test_nothing_is_lost_at_400_per_cent(server: Server, visit: Visit, path: str):
    """A window of 1280 pixels at 400 % is one of 320."""
    page = visit(f"{server.address}/{path}", width=320, height=640)
    assert page.evaluate("document.querySelector('.stMain').scrollWidth") == 320
    assert page.evaluate(CUT) == []
    assert page.evaluate(CUT_IN_PICTURES) == []
