"""Readers with colours of their own in the system: what pictures, chosen states and icons say is still to be seen."""

import re
from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Visit
from tests.browser.serving import Server
from tests.browser.waiting import settled, until

SURFACE = 1.0
"""How light the ground of a card is in light mode."""
TEXT, MARK = 4.5, 3
"""Least contrasts of WCAG 2.1, AA."""
BOXES = """
(all) => all.filter((each) => each.textContent.trim() || each.matches("path, i, button")).map((each) => {
  const { x, y, width, height } = each.getBoundingClientRect();
  return [each.textContent.trim() || each.getAttribute("class"), x, y, width, height];
}).filter(([, , , width, height]) => width && height)
"""
LINES = "all => all.map(each => [getComputedStyle(each).outlineStyle, getComputedStyle(each).textDecorationLine])"
EDGES = """
() => [...document.querySelectorAll(".stApp:not(#document) :is(input, textarea)")].filter((each) =>
  !each.matches("[type=radio], [type=checkbox], [type=search], [type=file]") && each.checkVisibility()).map((each) => {
  let box = each;
  while (box && !parseFloat(getComputedStyle(box).borderTopWidth)) box = box.parentElement;
  return [each.getAttribute("aria-label"), getComputedStyle(box).borderTopColor, getComputedStyle(box).backgroundColor];
})
"""
DOT = "[data-testid=stRadioOption] > div > div:not([data-testid]) > div"
Box = tuple[str, float, float, float, float]


def luminance(colour: tuple[int, ...]) -> float:
    parts = [each / 255 for each in colour[:3]]
    linear = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def ratio(colour: str, ground: str) -> float:
    """The contrast of two colours as browsers write them, ``rgb(1, 2, 3)``."""
    shades = sorted(luminance(tuple(map(int, re.findall(r"\d+", each)[:3]))) for each in (colour, ground))
    return (shades[1] + 0.05) / (shades[0] + 0.05)


def contrast(picture: Image.Image, edges: tuple[float, float, float, float]) -> float:
    """The contrast between the lightest and the darkest pixel within these edges."""
    shades = sorted(luminance(colour) for _, colour in picture.crop(tuple(map(round, edges))).getcolors(1 << 20))
    return (shades[-1] + 0.05) / (shades[0] + 0.05)


def shade(screenshot: bytes) -> float:
    """How light the rightmost pixel of a table's head is."""
    picture = Image.open(BytesIO(screenshot)).convert("RGB")
    return luminance(picture.getpixel((picture.width - 1, 4)))


def boxes(page: Page, selector: str) -> list[Box]:
    found = page.locator(selector).evaluate_all(BOXES)
    assert found, f"nothing is {selector}"
    return found


def lines(place: Locator) -> list[list[str]]:
    return place.evaluate_all(LINES)


def test_a_table_that_goes_on_at_its_edge_has_a_shadow_there(server: Server, visit: Visit):
    page = visit(f"{server.address}/regions?regions=19,17", width=390)
    table = page.locator(".st-key-rows_compared .scroll")
    before = shade(table.screenshot())
    table.evaluate("each => each.scrollTo(each.scrollWidth, 0)")
    after = shade(table.screenshot())
    assert before < SURFACE - 0.05 and after > SURFACE - 0.05


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_edges_of_fields_are_seen(server: Server, visit: Visit, scheme):
    page = visit(f"{server.address}/stories", scheme=scheme)
    for path in ("stories", "present?slides=overview.years,overview.regions", "history"):
        page.goto(f"{server.address}/{path}")
        settled(page)
        edges = page.evaluate(EDGES)
        faint = [(name, colour, ground) for name, colour, ground in edges if ratio(colour, ground) < MARK]
        assert edges and faint == [], path


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_switches_and_radios_tell_their_state_in_the_readers_own_colours(server: Server, visit: Visit, scheme):
    page = visit(f"{server.address}/present?slides=overview.years,overview.regions", scheme=scheme)
    page.emulate_media(color_scheme=scheme, forced_colors="active")
    switch = page.locator(".stCheckbox:has([role=switch])").first
    off = switch.screenshot()
    marks = Image.open(BytesIO(off)).convert("RGB")
    assert contrast(marks, (0, 0, 34, marks.height)) >= MARK
    switch.locator("label").click()
    expect(switch.locator("[role=switch]")).to_be_checked()
    settled(page)
    page.mouse.move(0, 0)
    assert switch.screenshot() != off
    ground = page.evaluate(
        "(all) => all.map((each) => getComputedStyle(each).backgroundColor)",
        page.locator(DOT).element_handles(),
    )
    assert len(set(ground)) == 2


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pictures_and_states_are_seen_in_the_readers_own_colours(server: Server, visit: Visit, scheme):
    page = visit(f"{server.address}/regions?regions=19", scheme=scheme)
    page.emulate_media(color_scheme=scheme, forced_colors="active")
    page.set_viewport_size({"width": 1280, "height": 4200})
    settled(page)
    until(page, "() => document.querySelectorAll('.js-plotly-plot').length >= 5")
    picture = Image.open(BytesIO(page.screenshot())).convert("RGB")
    texts = boxes(page, "[data-figure] svg text")
    faint = [name for name, x, y, wide, high in texts if contrast(picture, (x, y, x + wide, y + high)) < TEXT]
    assert faint == []
    # A bar against what is just above it.
    bars = boxes(page, "[data-figure] .bars .point path")
    middles = [(name, (x + wide / 2, y - 3, x + wide / 2 + 1, y + 4)) for name, x, y, wide, high in bars]
    assert [edges for _, edges in middles if contrast(picture, edges) < MARK] == []
    icons = boxes(page, ".find button, .take, .brand span")
    assert [name for name, x, y, _, high in icons if contrast(picture, (x, y, x + 20, y + high)) < MARK] == []
    expect(page.locator("[aria-checked=true]").first).to_be_visible()
    assert {outline for outline, _ in lines(page.locator("[aria-checked=true]"))} == {"solid"}
    assert {line for _, line in lines(page.locator(".nav a[aria-current]"))} == {"underline"}
    page.locator(".st-key-choose-regions button").click()
    expect(page.locator("[aria-pressed=true]")).to_have_css("outline-style", "solid")
