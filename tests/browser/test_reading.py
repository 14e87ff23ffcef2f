"""The reading edition in a browser without scripts, and pages on paper."""

import re
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.accessibility import violations
from tests.browser.conftest import Visit
from tests.browser.serving import Server

PAPER = {"width": 673, "height": 1017}
"""Pixels of an A4 without its margins."""
KINDS = ("", "events", "themes/johtaminen", "clusters", "search?q=klusteri", "nothing")
BOXES = """() => [...document.querySelectorAll('.js-plotly-plot .main-svg, .figure > svg, table.data')]
    .map((each) => each.getBoundingClientRect()).filter(({ width }) => width)
    .map(({ right, height }) => [Math.round(right), Math.round(height)])"""
CLICKED = ".nav, .take, .share, .choose, .stButton, .stPopover, .stButtonGroup"


@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (1280, "light")])
def test_nothing_is_found_against_the_reading_edition(server: Server, chromium: Browser, width: int, scheme: Any):
    context = chromium.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page, troubles = context.new_page(), []
    page.on("console", lambda message: troubles.append(message.text) if "Policy" in message.text else None)
    for kind in KINDS:
        page.goto(f"{server.address}/read/sv/{kind}")
        assert (kind, violations(page)) == (kind, [])
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.emulate_media(media="print")
        assert page.locator(CLICKED).filter(visible=True).count() == 0
        page.emulate_media(media="screen")
    context.close()
    assert troubles == []


def test_a_page_comes_out_of_the_printer_whole(server: Server, visit: Visit):
    pages = {"/": (2, 5), "/regions": (3, 6), "/stories": (3, 8), "/read/fi/": (2, 5)}
    pages |= {"/events": (2, 8), "/themes": (3, 8)}
    pictured = set(pages)
    pages |= {"/present": (1, 2)}
    shut_lists: set[str] = set()
    reader = visit(server.address, scheme="dark")
    for path, (fewest, most) in pages.items():
        page = reader if path.startswith("/read") else visit(f"{server.address}{path}", scheme="dark")
        if page is reader:
            page.goto(f"{server.address}{path}")
        number = len(re.findall(rb"/Type\s*/Page\b(?!s)", page.pdf(prefer_css_page_size=True)))
        assert fewest <= number <= most, path
        page.set_viewport_size(PAPER)
        page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
        page.emulate_media(media="print")
        boxes = page.evaluate(BOXES)
        assert bool(boxes) is (path in pictured) and all(right <= PAPER["width"] + 1 for right, _ in boxes), (
            path,
            boxes,
        )
        pictures = page.locator(".js-plotly-plot, .figure").filter(visible=True)
        heights = [each.bounding_box()["height"] for each in pictures.all()]
        assert max(heights, default=0) < PAPER["height"] - 100
        assert page.locator(CLICKED).filter(visible=True).count() == 0
        shut = page.locator("details.card li")
        assert shut.filter(visible=True).count() == shut.count()
        shut_lists |= {path} if shut.count() else set()
        page.emulate_media(media="screen")
        page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert shut_lists == {"/themes"}
