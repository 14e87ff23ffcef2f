"""A presentation as it is shown: by the keys, at the sizes of projectors, with the network cut, and from a file."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from analysis.schema import LANGUAGES
from tests.browser import decks
from tests.browser.accessibility import violations
from tests.browser.serving import Server
from tests.browser.waiting import until

SIZES = ((1920, 1080), (1280, 720))
SCHEMES = ("light", "dark")
ALL = tuple(product(("shipped", "longest"), LANGUAGES, SCHEMES, SIZES))
SPREAD = {
    ("shipped", "fi", "light", (1920, 1080)),
    ("longest", "fi", "dark", (1280, 720)),
}
CASES = [pytest.param(*case, marks=() if case in SPREAD else pytest.mark.full) for case in ALL]
LEGIBLE = 22
PHONE_LETTERS = 12
SIZES = """
(all) => all.filter((each) => each.getClientRects().length).map((each) => {
  const { a, b } = each.getScreenCTM();
  return parseFloat(getComputedStyle(each).fontSize) * Math.hypot(a, b);
})
"""
"""Heights of the letters of pictures, in pixels of the screen."""
"""Letters on slides of the shipped data are no smaller on a screen 1920 pixels wide."""
CUT = """
() => {
  const slide = document.querySelector(".slide.on"), body = slide.querySelector(".body").getBoundingClientRect();
  const root = document.documentElement, found = [];
  if (root.scrollHeight > innerHeight || root.scrollWidth > innerWidth) found.push("scrolls");
  for (const each of slide.querySelectorAll("h2, p, dt, dd, li, b, span, svg, svg text")) {
    if (each.closest(".notes, details")) continue;
    const box = each.getBoundingClientRect();
    if (!box.width || !box.height) continue;
    const name = `${each.tagName} ${each.textContent.slice(0, 40)}`;
    if (box.left < -1 || box.top < -1 || box.right > innerWidth + 1 || box.bottom > innerHeight + 1) found.push(name);
    if (each.closest(".body") && (box.bottom > body.bottom + 2 || box.top < body.top - 2)) found.push(`over: ${name}`);
  }
  return found;
}
"""
LETTERS = """
() => [...document.querySelectorAll(".slide.on :is(h2, p, dt, dd, li, b, span, a, text)")]
  .filter((each) => each.getClientRects().length && each.textContent.trim() && !each.closest(".notes, details"))
  .map((each) => {
    const drawn = each.closest("svg") && each.getScreenCTM();
    const size = parseFloat(getComputedStyle(each).fontSize) * (drawn ? Math.hypot(drawn.a, drawn.b) : 1);
    return [Math.round(size * 10) / 10, each.textContent.trim().slice(0, 40)];
  })
"""

OTHERWISE = """
() => {
  const probe = document.body.appendChild(document.createElement("i"));
  const inks = [...document.querySelectorAll(".slide.on .picture [fill^='var(']")].filter((each) => {
    probe.style.color = each.getAttribute("fill");
    return getComputedStyle(each).fill !== getComputedStyle(probe).color;
  });
  probe.remove();
  const lines = [...document.querySelectorAll(".slide.on .line")].filter((each) => each.getClientRects().length > 1);
  return [...inks, ...lines].map((each) => each.outerHTML.slice(0, 80));
}
"""
"""What of a picture has another colour than it was drawn with, and what of "13 / 31" stands on two lines."""


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """A reader without a network of her own."""
    made = chromium.new_context(viewport={"width": 1280, "height": 720})
    yield made
    made.close()


def count(page: Page) -> int:
    return page.locator(".slide").count()


def shown(page: Page) -> str | None:
    """The number of the slide that is seen."""
    return page.locator(".slide.on").get_attribute("id")


@pytest.mark.parametrize(("data", "language", "scheme", "size"), CASES)
def test_nothing_scrolls_and_nothing_is_cut(chromium: Browser, tmp_path: Path, data, language, scheme, size):
    tables = {"shipped": decks.shipped, "longest": decks.longest}[data]()
    text = decks.deck(tables, language, headlines=decks.HEADLINE if data == "longest" else "")
    context = chromium.new_context(viewport={"width": size[0], "height": size[1]}, color_scheme=scheme)
    page, asked = context.new_page(), []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(decks.saved(tmp_path, text))
    last = count(page) - 1
    for at in range(last + 1):
        if at:
            page.keyboard.press("ArrowRight")
        assert shown(page) == str(at + 1)
        assert page.evaluate(CUT) == [], at + 1
        assert page.evaluate(OTHERWISE) == [], at + 1
        if data == "shipped" and size[0] == 1920:
            assert [each for each in page.evaluate(LETTERS) if each[0] < LEGIBLE] == [], at + 1
        if at in (0, 1, 2, last):
            assert violations(page) == [], at + 1
    assert [url for url in asked if not url.startswith("data:")] == [page.url.split("#")[0]]
    context.close()


def test_a_telephone_has_pictures_with_letters_that_can_be_read(chromium: Browser, tmp_path: Path):
    context = chromium.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(decks.saved(tmp_path, decks.deck(decks.shipped(), "fi")))
    sizes = page.locator("svg text").evaluate_all(SIZES)
    assert sizes and min(sizes) >= PHONE_LETTERS
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    context.close()


def test_it_goes_on_when_the_network_is_cut(server: Server, context: BrowserContext):
    page = context.new_page()
    page.goto(f"{server.address}/stories/fi/region-19.html")
    context.set_offline(True)
    for at in range(2, count(page) + 1):
        page.keyboard.press("PageDown")
        assert shown(page) == str(at)
        assert page.locator(".slide.on h2").inner_text()
    assert page.locator(".slide.on .code svg").count() == 1


def test_the_keys_of_a_clicker_and_of_a_keyboard(context: BrowserContext, tmp_path: Path):
    page = context.new_page()
    page.goto(decks.saved(tmp_path, decks.few()))
    last = str(count(page))
    for key, wanted in (
        *(("ArrowRight", "2"), (" ", "3"), ("PageDown", "4"), ("ArrowDown", "5"), ("ArrowLeft", "4"), ("PageUp", "3")),
        *(("ArrowUp", "2"), ("Shift+ ", "1"), ("ArrowLeft", "1"), ("End", last), ("ArrowRight", last), ("Home", "1")),
    ):
        page.keyboard.press(key)
        assert shown(page) == wanted, key
    page.keyboard.press("b")
    assert page.locator("#blank").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator("#blank").is_visible()
    page.keyboard.press("f")
    until(page, "() => document.fullscreenElement === document.documentElement")
    page.keyboard.press("f")
    until(page, "() => !document.fullscreenElement")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("n")
    assert page.locator(".slide.on .notes").inner_text().count(decks.NOTES) == 1
    assert page.evaluate(CUT) == [] or page.locator(".slide.on .notes").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator(".slide.on .notes").is_visible()
    assert page.locator("#said").inner_text().startswith("Dia 2 /")


def test_the_notes_window_follows_the_slides(context: BrowserContext, tmp_path: Path):
    page = context.new_page()
    page.goto(decks.saved(tmp_path, decks.few()))
    page.keyboard.press("ArrowRight")
    with page.expect_popup() as opened:
        page.keyboard.press("w")
    beside = opened.value
    assert decks.NOTES in beside.locator("body").inner_text()
    page.keyboard.press("ArrowRight")
    assert beside.locator("h1").inner_text() == page.locator(".slide.on h2").inner_text()


def test_without_a_script_all_slides_stand_below_each_other(chromium: Browser, tmp_path: Path):
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 720})
    page = context.new_page()
    page.goto(decks.saved(tmp_path, decks.few("sv")))
    assert all(slide.is_visible() for slide in page.locator(".slide").all())
    context.close()


def test_a_page_is_printed_for_each_slide(context: BrowserContext, tmp_path: Path):
    page = context.new_page()
    page.goto(decks.saved(tmp_path, decks.few()))
    printed = page.pdf(prefer_css_page_size=True, print_background=True)
    assert printed.count(b"/Type /Page\n") == count(page)


@pytest.mark.parametrize("width", [390, 1000])
def test_an_embedded_chart_is_whole_in_every_frame(server: Server, chromium: Browser, width: int):
    context = chromium.new_context(viewport={"width": width, "height": 700}, color_scheme="dark")
    page = context.new_page()
    page.goto(f"{server.address}/embed/overview/regions?lang=sv")
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert page.locator("svg:visible").count() == 1
    assert violations(page) == []
    assert context.cookies() == []
    context.close()
