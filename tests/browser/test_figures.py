"""The charts in a real browser: drawn once, where and how the reader sees them."""

import re

import pytest
from playwright.sync_api import Page, expect

from analysis.charts import tokens
from tests.browser.conftest import Visit
from tests.browser.waiting import settled, until

CHARTS = ("overview_years", "overview_regions", "overview_themes")
COUNTING = """
window.draws = {};
let held;
Object.defineProperty(window, "Plotly", {
  get: () => held,
  set(library) {
    const react = library.react;
    library.react = (box, ...rest) => {
      window.draws[box.dataset.figure] = (window.draws[box.dataset.figure] ?? 0) + 1;
      return react(box, ...rest);
    };
    held = library;
  },
});
"""

AS_WIDE = """
[...document.querySelectorAll("[data-figure]")].every(
  (box) => box.querySelector(".main-svg").clientWidth === box.clientWidth,
)
"""


def drawn(page: Page, times: int) -> None:
    """Wait until each chart was drawn so often, then make sure that none is drawn more often."""
    wanted = dict.fromkeys(sorted(CHARTS), times)
    until(page, "least => Object.values(draws).length === 3 && Object.values(draws).every(n => n >= least)", times)
    settled(page)
    assert page.evaluate("draws") == wanted


def colours(page: Page, name: str) -> set[str]:
    """The colours of a chart's bars, as "#rrggbb"."""
    found = page.eval_on_selector_all(
        f"[data-figure={name}] .bars .point path", "all => all.map(each => getComputedStyle(each).fill)"
    )
    return {"#" + "".join(f"{int(part):02x}" for part in re.findall(r"\d+", each)) for each in found}


def test_each_chart_stands_in_its_own_place_and_is_drawn_once(server, visit: Visit):
    page = visit(server.address, before=COUNTING)
    for name in CHARTS:
        expect(page.locator(f".st-key-chart_{name} [data-figure={name}] .main-svg").first).to_be_visible()
    drawn(page, 1)


def test_a_filter_redraws_each_chart_once_in_the_same_place_and_the_one_that_set_it_stays_a_picture(
    server, visit: Visit
):
    page = visit(server.address, before=COUNTING)
    page.evaluate("names => window.places = names.map(n => document.querySelector(`[data-figure=${n}]`))", CHARTS)
    page.locator(f"[data-figure={CHARTS[1]}] .bars .point path").nth(1).click(force=True)
    page.wait_for_url("**regions=**")
    drawn(page, 2)
    assert page.evaluate("places.every(each => each.isConnected)")


@pytest.mark.parametrize("scheme", [pytest.param("light", marks=pytest.mark.full), "dark"])
def test_a_chart_is_drawn_in_the_colours_of_the_readers_mode(server, visit: Visit, scheme):
    page = visit(server.address, scheme=scheme)
    assert colours(page, CHARTS[1]) == {tokens(scheme)["accent"], tokens(scheme)["bar"]}


def test_a_switch_of_mode_recolours_without_asking_the_server(server, visit: Visit):
    page = visit(server.address, before=COUNTING)
    sent: list[str | bytes] = []
    page.on("websocket", lambda _: sent.append("new"))
    page.emulate_media(color_scheme="dark")
    drawn(page, 2)
    assert colours(page, CHARTS[0]) <= {tokens("dark")["accent"], tokens("dark")["bar"]}
    assert sent == []


def test_a_chart_says_in_words_what_it_shows(server, visit: Visit):
    page, said = visit(f"{server.address}/?lang=fi"), []
    for language in ("fi", "en", "sv"):
        if said:
            page.goto(f"{server.address}/?lang={language}")
            settled(page)
        boxes = [page.locator(f"[data-figure={name}]") for name in CHARTS]
        assert {box.get_attribute("role") for box in boxes} == {"img"}
        said += [box.get_attribute("aria-label") for box in boxes]
    assert all(said) and len(set(said)) == len(said)


def test_a_chart_is_as_wide_as_its_place_whatever_the_window(server, visit: Visit):
    page = visit(server.address)
    for width in (1280, 390, 900):
        page.set_viewport_size({"width": width, "height": 900})
        until(page, AS_WIDE)
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.full
def test_a_name_that_needs_room_is_for_wide_windows_alone(server, visit: Visit):
    page = visit(server.address)
    phases = page.locator(f"[data-figure={CHARTS[0]}] .annotation-text")
    wide = phases.all_text_contents()
    page.set_viewport_size({"width": 390, "height": 900})
    until(page, "() => innerWidth === 390")
    settled(page)
    expect(phases).not_to_have_text(wide)
    page.set_viewport_size({"width": 1280, "height": 900})
    expect(phases).to_have_text(wide)


def test_a_chart_that_comes_back_from_its_table_is_drawn_again(server, visit: Visit):
    page = visit(server.address)
    card = page.locator(f".st-key-chart_{CHARTS[1]}")
    switch = card.locator(f".st-key-view_{CHARTS[1]} button")
    switch.nth(1).click()
    expect(card.locator("table")).to_be_visible()
    expect(card.locator("[data-figure]")).to_have_count(0)
    switch.nth(0).click()
    expect(card.locator(".main-svg").first).to_be_visible()


@pytest.mark.parametrize("format", ["png", "svg"])
def test_a_chart_can_be_taken_along_as_a_picture(server, visit: Visit, format):
    page = visit(server.address)
    with page.expect_download() as taken:
        page.locator(f"[data-figure={CHARTS[0]}]").evaluate(
            "(box, detail) => box.dispatchEvent(new CustomEvent('picture', { detail }))",
            {"format": format, "filename": "kuva", "width": 800, "height": 400},
        )
    assert taken.value.suggested_filename == f"kuva.{format}"
    head = taken.value.path().read_bytes()[:8]
    assert head == b"\x89PNG\r\n\x1a\n" if format == "png" else head.startswith(b"<svg")
