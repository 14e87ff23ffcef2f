"""A presentation is built, shown, saved and taken along: by the keyboard alone, without barriers, on a phone too."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import violations
from tests.browser.conftest import Visit
from tests.browser.serving import Server
from tests.browser.waiting import settled, until

MOST_STOPS = 90
SLIDES = "overview.numbers,overview.regions"
CODES = ("10", "11", "12", "16", "17", "18", "19")
LONG = ",".join(["overview.years"] * len(CODES)) + "".join(f"&f{at}=regions:{code}" for at, code in enumerate(CODES, 1))
"""A slide of each region: seven times all that the overview shows."""


def tab_to(page: Page, place: str) -> None:
    """Go to an element with the Tab key alone."""
    for _ in range(MOST_STOPS):
        if page.evaluate("(place) => !!document.activeElement?.closest(place)", place):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab never came to {place}")


def told(page: Page, name: str, text: str) -> None:
    """Wait until the address says a text under a name, and the page stands."""
    until(page, "([name, text]) => new URLSearchParams(location.search).get(name) === text", [name, text])
    settled(page)


def test_the_keyboard_alone_builds_a_presentation(server: Server, visit: Visit):
    page = visit(f"{server.address}/present?slides={SLIDES}")
    tab_to(page, ".st-key-present_slides input")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".st-key-present_slides input").nth(1)).to_be_checked()
    settled(page)
    tab_to(page, ".st-key-present_add button")
    page.keyboard.press("Enter")
    expect(page.locator(".st-key-add_overview_themes button")).to_be_visible()
    tab_to(page, ".st-key-add_overview_themes button")
    page.keyboard.press("Enter")
    told(page, "slides", f"{SLIDES},overview.themes")
    page.keyboard.press("Escape")
    tab_to(page, ".st-key-slide_up button")
    page.keyboard.press("Enter")
    told(page, "slides", "overview.numbers,overview.themes,overview.regions")
    tab_to(page, ".st-key-present_headline input")
    page.keyboard.type("Rahoitus kiinnostaa eniten")
    page.keyboard.press("Enter")
    told(page, "h2", "Rahoitus kiinnostaa eniten")
    tab_to(page, ".st-key-present_notes textarea")
    page.keyboard.type("Kiitä Kainuuta")
    page.keyboard.press("Control+Enter")
    told(page, "n2", "Kiitä Kainuuta")
    page.locator(".st-key-preview").scroll_into_view_if_needed()
    shown = page.frame_locator(".st-key-preview iframe")
    expect(shown.locator(".slide.on h2")).to_have_text("Rahoitus kiinnostaa eniten")
    expect(shown.locator(".slide.on .count")).to_have_text("3 / 5")


def test_an_editor_saves_it_under_its_title_and_everybody_opens_it_by_its_address(server: Server, visit: Visit):
    assert server.editors
    page = visit(server.editors)
    page.goto(f"{server.address}/present?slides={SLIDES}&h2=Lappi+kasvaa&n2=Salaisuus")
    settled(page)
    expect(page.locator(".st-key-save_presentation button")).to_be_disabled()
    page.get_by_label("Esityksen otsikko").fill("Syysseminaari")
    page.keyboard.press("Enter")
    told(page, "title", "Syysseminaari")
    page.locator(".st-key-save_presentation button").click()
    link = page.locator(".saved a", has_text="Syysseminaari")
    expect(link).to_have_attribute("href", re.compile("stories/fi/syysseminaari.html$"))
    reader = visit(f"{server.address}/present")
    expect(reader.locator(".saved a")).to_have_text("Syysseminaari")
    expect(reader.locator(".st-key-save_presentation")).to_have_count(0)
    reader.goto(f"{server.address}/stories/fi/syysseminaari.html#3")
    expect(reader.locator(".slide.on h2")).to_have_text("Lappi kasvaa")
    assert "Salaisuus" not in reader.content()
    page.locator(".st-key-forget_syysseminaari button").click()
    expect(link).to_have_count(0)


@pytest.mark.parametrize(("width", "scheme"), [pytest.param(1280, "light", marks=pytest.mark.full), (390, "dark")])
def test_the_page_and_its_dialogs_are_without_barriers(server: Server, visit: Visit, width: int, scheme: str):
    page = visit(
        f"{server.address}/present?slides=overview.regions,{SLIDES}&h2=Lappi+kasvaa", width=width, scheme=scheme
    )
    page.locator(".snippet summary").click()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == width
    for opens, body in ((".st-key-present_add", ".st-key-addable"), (".st-key-choose-theme", "[class*=ready_theme]")):
        page.locator(f"{opens} button").first.click()
        expect(page.locator(body).first).to_be_visible()
        settled(page)
        assert violations(page) == []
        page.keyboard.press("Escape")
        expect(page.locator(body)).to_have_count(0)


def test_long_work_is_seen_and_ends_when_it_is_cancelled_and_the_next_file_comes(server: Server, visit: Visit):
    page = visit(f"{server.address}/present?slides={LONG}")
    working = page.get_by_role("progressbar", name="Kaikki yhtenä zip-pakettina")
    page.locator(".st-key-take_zip button").click()
    expect(working).to_be_visible()
    page.locator(".st-key-take_cancel button").click()
    expect(page.locator(".st-key-making [role=status]")).to_contain_text("keskeytetty")
    expect(page.locator(".st-key-making progress")).to_have_count(0)
    page.locator(".st-key-take_zip button").click()
    expect(working).to_be_visible()
    assert violations(page) == []
    with page.expect_download() as waited:
        page.locator(".st-key-take_xlsx button").click()
    assert waited.value.suggested_filename.startswith("klusteripulssi-klusteritoiminta-lukuina-r1-")
    expect(page.locator(".st-key-making [role=status]")).to_contain_text(": valmis")
    expect(page.locator(".st-key-take_made button")).to_be_visible()
