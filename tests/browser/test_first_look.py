"""The document holds the page before any script has come, stays where none comes, and gives way without a jump."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import product
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from analysis.schema import LANGUAGES
from analysis.words import translator
from tests.browser.accessibility import violations
from tests.browser.chromium import FLAGS
from tests.browser.chromium import path as chromium_path
from tests.browser.conftest import Visit
from tests.browser.serving import Server
from tests.browser.waiting import settled, until

NUMBERS = {"events": "38", "participants": "10 601", "stories": "59", "materials": "15"}
CHARTS = ["overview.years", "overview.regions", "overview.themes"]
SOCKET = re.compile("/_stcore/stream")
PATIENCE = 30_000
"""Milliseconds for a line that comes after ten seconds."""
LIMIT = 0.02
"""Most that the layout may shift, all shifts added."""
WATCH = """
window.shifts = [];
new PerformanceObserver((list) => {
  for (const { value, sources } of list.getEntries()) {
    window.shifts.push({ value, moved: sources.map(({ node }) => node?.nodeName + "." + (node?.className ?? "")) });
  }
}).observe({ type: "layout-shift", buffered: true });
"""
IN_PARTS = """
async (address) => {
  const text = await (await fetch(address)).text(), body = text.indexOf("<body");
  const frame = () => new Promise(requestAnimationFrame);
  document.open();
  document.write(text.slice(0, body));
  for (const style of document.querySelectorAll("link[rel=stylesheet]")) while (!style.sheet) await frame();
  await document.fonts.load("16px 'Document Sans'");
  for (let start = body; start < text.length; start += 1000) {
    document.write(text.slice(start, start + 1000));
    await frame();
    await frame();
  }
  document.close();
  await frame();
  await frame();
}
"""
"""Writes the document of an address into a page as a slow line brings it: so many letters, a frame, and so on."""
PLACES = """
(place) => [...document.querySelectorAll(`${place} :is(h1, h2, h3, .number, .figure, .card, .foot, .scroll)`)]
  .filter((each) => each.getClientRects().length && !each.closest("details:not([open])"))
  .map((each) => each.getBoundingClientRect())
  .map(({ x, y, width, height }) => [x, y, width, height].map(Math.round))
"""
DRAWN = """
() => {
  const app = document.querySelector("#root .stApp");
  return app?.dataset.testScriptState === "notRunning" && app.dataset.testConnectionState === "CONNECTED" &&
    document.querySelector("#root .stMain[tabindex='-1'] h1") && !document.querySelector("[data-testid=stSkeleton]") &&
    [...document.querySelectorAll("#root [data-figure]")].every((box) => box.querySelector(".main-svg"));
}
"""
WIDTHS, SCHEMES = (1280, 390), ("light", "dark")
PATHS = ("/", "/regions?regions=19", "/themes", "/events", "/stories", "/clusters", "/toolkit", "/about")
QUICK = {("/", "fi", "light", 1280), ("/", "sv", "dark", 390), ("/regions?regions=19", "en", "light", 390)}
CASES = [
    pytest.param(*case, marks=() if case in QUICK else pytest.mark.full)
    for case in product(PATHS, LANGUAGES, SCHEMES, WIDTHS)
]
IN_PARTS_CASES = [
    *(("/themes?lang=en", 390), ("/regions?lang=en", 1280)),
    *(pytest.param(path, width, marks=pytest.mark.full) for path, width in product(PATHS, WIDTHS)),
]


@pytest.fixture
def scriptless(chromium: Browser) -> Iterator[BrowserContext]:
    """A browser that runs no script. Playwright's own switch leaves the parser as if scripts ran: no <noscript>."""
    flags = [*FLAGS, "--blink-settings=scriptEnabled=false"]
    browser = chromium.browser_type.launch(executable_path=chromium_path(), args=flags)
    yield browser.new_context(viewport={"width": 1280, "height": 900})
    browser.close()


@pytest.fixture
def refused(chromium: Browser) -> Iterator[BrowserContext]:
    """A browser in a network that lets no websocket through."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    context.route_web_socket(SOCKET, lambda socket: socket.close(code=1008))
    yield context
    context.close()


def numbers(page: Page) -> dict[str, str]:
    """The numbers that are on the page, by key."""
    values = page.locator("[data-number]:visible").all()
    return {str(each.get_attribute("data-number")): each.inner_text().replace("\xa0", " ") for each in values}


def charts(page: Page) -> list[str | None]:
    """The charts of the document that can be seen."""
    return [each.get_attribute("data-chart") for each in page.locator("main svg[data-chart]:visible").all()]


def test_without_any_script_the_overview_can_be_read_and_used(server: Server, scriptless: BrowserContext):
    page = scriptless.new_page()
    page.goto(server.address)
    assert (numbers(page), charts(page)) == (NUMBERS, CHARTS)
    line = page.locator("noscript p")
    expect(line).to_contain_text(translator("fi")("document.no_script"))
    expect(line).to_be_visible()
    expect(page.get_by_role("button", name="Kopioi linkki", exact=True)).to_be_hidden()
    page.locator(".st-key-chart_overview_regions summary").click()
    expect(page.locator(".st-key-chart_overview_regions tbody tr")).to_have_count(7)
    page.locator(".choose summary").first.click()
    page.get_by_label("Lappi", exact=True).check()
    page.get_by_label("Kainuu", exact=True).check()
    page.get_by_role("button", name="Näytä").first.click()
    assert page.url == f"{server.address}/?regions=18,19"
    assert numbers(page)["events"] != NUMBERS["events"]
    page.locator(".nav-groups a").nth(1).click()
    expect(page.locator("h1")).to_have_text("Tapahtumat")
    assert page.url == f"{server.address}/events?regions=18,19"


def test_the_reading_edition_needs_nothing_but_html(server: Server, scriptless: BrowserContext):
    page = scriptless.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.resource_type))
    page.goto(f"{server.address}/?lang=en")
    asked.clear()
    page.locator("noscript a").click()
    assert page.url == f"{server.address}/read/en/" and charts(page) == CHARTS
    page.locator(".nav-pages a").nth(1).click()
    expect(page.locator("h1")).to_have_text("Regions")
    assert page.url == f"{server.address}/read/en/regions"
    assert {"script", "websocket", "fetch"} & set(asked) == set()
    page.get_by_role("link", name=translator("en")("reading.to_dashboard")).first.click()
    assert page.url == f"{server.address}/regions?lang=en"


@pytest.mark.parametrize(("language", "scheme"), [("fi", "light"), ("sv", "dark")])
def test_where_the_socket_is_refused_the_page_stays_and_says_why(
    server: Server, refused: BrowserContext, language: str, scheme: Any
):
    page, words = refused.new_page(), translator(language)
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{server.address}/?lang={language}")
    assert (numbers(page), charts(page)) == (NUMBERS, CHARTS)
    line = page.locator("#late p")
    expect(line).to_be_hidden()
    expect(line).to_contain_text(words("document.refused"), timeout=PATIENCE)
    expect(line).to_be_in_viewport()
    assert (numbers(page), charts(page)) == (NUMBERS, CHARTS)
    assert violations(page) == []
    line.get_by_role("link").click()
    assert page.url == f"{server.address}/read/{language}/"
    assert numbers(page) == NUMBERS and violations(page) == []


def test_where_streamlits_scripts_do_not_come_the_page_stays_and_says_so(server: Server, chromium: Browser):
    context = chromium.new_context()
    context.route("**/static/js/**", lambda route: route.abort())
    page = context.new_page()
    page.goto(f"{server.address}/events?lang=en")
    expect(page.locator("#late p")).to_contain_text(translator("en")("document.slow"), timeout=PATIENCE)
    expect(page.locator("h1")).to_have_text("Events")
    context.close()


@pytest.mark.parametrize(("path", "language", "scheme", "width"), CASES)
def test_the_page_takes_the_documents_place_without_a_jump(
    server: Server, visit: Visit, path: str, language: str, scheme: str, width: int
):
    address = f"{server.address}{path}{'&' if '?' in path else '?'}lang={language}"
    page = visit(address, width=width, scheme=scheme, before=WATCH)
    shifts = page.evaluate("() => window.shifts")
    assert sum(each["value"] for each in shifts) <= LIMIT, shifts
    assert page.locator("#document").count() == 0
    assert page.evaluate("() => document.getElementById('root').inert") is False


@pytest.mark.parametrize(("path", "width"), IN_PARTS_CASES)
def test_what_stands_stays_in_its_place_while_the_rest_of_the_document_comes(
    server: Server, chromium: Browser, path: str, width: int
):
    context = chromium.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    # The policy of a plain page lets no script run, so nothing takes the document's place.
    page.goto(f"{server.address}/about?plain=1")
    page.evaluate(WATCH)
    page.evaluate(IN_PARTS, f"{server.address}{path}")
    shifts = page.evaluate("() => window.shifts")
    assert sum(each["value"] for each in shifts) <= LIMIT, shifts
    assert page.locator("#document h1").is_visible() and page.locator("#document .foot").is_visible()
    context.close()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("path", ["/", *(pytest.param(path, marks=pytest.mark.full) for path in PATHS[1:])])
def test_both_have_the_same_places(server: Server, chromium: Browser, path: str, width: int):
    context = chromium.new_context(viewport={"width": width, "height": 900})
    context.route("**/takeover-*", lambda route: route.abort())
    page = context.new_page()
    page.goto(f"{server.address}{path}")
    until(page, DRAWN)
    ours, theirs = (page.evaluate(PLACES, place) for place in ("#document", "#root"))
    assert len(ours) == len(theirs)
    apart = [pair for pair in zip(ours, theirs, strict=True) if any(abs(a - b) > 1 for a, b in zip(*pair, strict=True))]
    assert apart == []
    expect(page.locator("#root h1")).to_be_hidden()
    assert violations(page) == []
    context.close()


@dataclass(frozen=True)
class Arrival:
    """A page whose document stands, while Streamlit's script is held on its way to it."""

    page: Page
    scripts: list[Route]

    def release(self) -> None:
        """Let the script come."""
        for script in self.scripts:
            script.continue_()


@pytest.fixture
def arrive(chromium: Browser) -> Iterator[Callable[[str], Arrival]]:
    """Opens an address whose document stands for as long as a test wants."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    scripts: list[Route] = []
    context.route("**/static/js/index.*", lambda route: scripts.append(route))

    def open_page(address: str) -> Arrival:
        page = context.new_page()
        with page.expect_request("**/static/js/index.*"):
            page.goto(address, wait_until="commit")
        page.locator("#document .foot").wait_for()
        return Arrival(page, scripts)

    yield open_page
    context.close()


def test_focus_and_place_are_kept(server: Server, arrive: Callable[[str], Arrival]):
    arrival = arrive(server.address)
    page = arrival.page
    link = page.locator("#document .foot a").last
    link.focus()
    page.evaluate("() => { document.getElementById('document').scrollTop = 700; }")
    name = link.inner_text()
    arrival.release()
    settled(page)
    assert page.evaluate("() => document.activeElement.innerText") == name
    assert page.evaluate("() => document.querySelector('.stMain').scrollTop") == 700


def test_a_reader_who_opened_something_is_not_disturbed(server: Server, arrive: Callable[[str], Arrival]):
    arrival = arrive(server.address)
    page = arrival.page
    menu = page.locator("#document .choose").first
    menu.locator("summary").click()
    page.get_by_label("Lappi", exact=True).check()
    arrival.release()
    until(page, DRAWN)
    expect(menu.get_by_label("Lappi", exact=True)).to_be_checked()
    page.get_by_label("Lappi", exact=True).uncheck()
    menu.locator("summary").click()
    settled(page)
    assert page.evaluate("() => document.activeElement.innerText").startswith("Maakunta: kaikki")


def test_scripts_come_though_no_frame_does(server: Server, chromium: Browser):
    """A page behind another is not drawn: what waits for a frame would wait for ever."""
    context = chromium.new_context()
    context.add_init_script("window.requestAnimationFrame = () => 0")
    page = context.new_page()
    with page.expect_request("**/static/js/index.*"):
        page.goto(server.address, wait_until="commit")
    context.close()


def test_a_link_of_the_document_is_an_ordinary_one(server: Server, arrive: Callable[[str], Arrival]):
    arrival = arrive(server.address + "/?regions=19")
    page = arrival.page
    with page.expect_navigation(wait_until="commit"):
        page.locator("#document .nav-groups a").nth(1).click()
    expect(page.locator("#document h1")).to_have_text("Tapahtumat")
    assert page.url == f"{server.address}/events?regions=19"


def test_a_place_that_the_address_names_is_there_before_and_after(server: Server, arrive: Callable[[str], Arrival]):
    arrival = arrive(server.address + "/about#privacy")
    page = arrival.page
    top = "() => Math.round(document.querySelector('main #privacy').getBoundingClientRect().top)"
    until(page, f"() => ({top})() < 200")
    arrival.release()
    settled(page)
    assert page.evaluate(top) < 200
