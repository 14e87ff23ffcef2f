"""Regions and themes in a real browser: a click on an area or a cell filters, and nothing is in a reader's way."""

import pytest

from tests.browser.accessibility import violations
from tests.browser.conftest import Visit
from tests.browser.waiting import settled, until


def test_a_click_on_a_region_of_the_map_chooses_it_and_a_second_one_all(server, visit: Visit):
    page = visit(f"{server.address}/regions")
    for wanted in (["19"], []):
        number = page.locator("[data-figure=regions_map] .annotation-text", has_text="Lappi").first
        place = number.bounding_box()
        page.mouse.move(place["x"] + place["width"] / 2, place["y"] - 30)
        page.mouse.click(place["x"] + place["width"] / 2, place["y"] - 30)
        until(page, "wanted => (new URL(location).searchParams.get('regions') ?? '') === wanted.join()", wanted)
        settled(page)


def test_a_click_on_a_cell_chooses_its_region_and_its_year(server, visit: Visit):
    page = visit(f"{server.address}/regions?measure=stories")
    cells = page.locator("[data-figure=regions_years] .nsewdrag")
    cells.scroll_into_view_if_needed()
    box = cells.bounding_box()
    page.mouse.move(box["x"] + 20, box["y"] + 10)
    page.mouse.click(box["x"] + 20, box["y"] + 10)
    until(page, "() => new URL(location).searchParams.get('regions') === '10'")
    assert "measure=stories" in page.url and "years=" in page.url


@pytest.mark.parametrize(
    ("path", "width", "scheme"),
    [
        pytest.param("regions", 1280, "light", marks=pytest.mark.full),
        ("regions?regions=19&measure=participants&lang=sv", 390, "dark"),
        pytest.param("themes?lang=en", 1280, "dark", marks=pytest.mark.full),
        ("themes?group=priorities-2019-2023&priorities=teollinen-kiertotalous", 390, "light"),
    ],
)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(server, visit: Visit, path, width, scheme):
    page = visit(f"{server.address}/{path}", width=width, scheme=scheme)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
