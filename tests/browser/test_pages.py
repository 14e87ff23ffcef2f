"""What readers count on, on every page: the address, the keyboard, the screen reader, the narrow screen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import violations
from tests.browser.conftest import Visit
from tests.browser.serving import Server, serving
from tests.browser.test_main_job import choose, number
from tests.browser.waiting import settled, until

OWN = """
() => {
  const found = new Set();
  for (const element of document.querySelectorAll("body *")) {
    if (element.closest(".stHtml, svg, script, style, noscript, [data-testid=stIconMaterial]")) continue;
    if (!element.getClientRects().length) continue;
    for (const name of ["aria-label", "title", "placeholder", "alt"]) found.add(element.getAttribute(name));
    for (const child of element.childNodes) if (child.nodeType === Node.TEXT_NODE) found.add(child.nodeValue.trim());
  }
  return [...found].filter(Boolean);
}
"""
ENGLISH = {
    *("upload", "file", "files", "drag", "drop", "limit", "browse", "remove", "add", "press", "enter", "apply"),
    *("skip", "main", "content", "close", "error", "running", "connecting", "choose", "select", "options"),
}


def english(page: Page) -> set[str]:
    """Texts on the page, outside our own templates, that hold a word of Streamlit's English."""
    return {text for text in page.evaluate(OWN) if ENGLISH & {word.strip(".,:;").lower() for word in text.split()}}


def told(page: Page) -> str:
    """What the filters say, in one line."""
    return " ".join(page.locator(".st-key-filters .stPopover p").all_inner_texts())


def test_back_and_forward_go_through_what_was_chosen(server: Server, visit: Visit):
    page = visit(server.address)
    choose(page, "regions", "Lappi")
    choose(page, "years", "2020")
    assert page.url.endswith("/?regions=19&years=2020-2020")
    chosen = number(page)
    page.go_back()
    expect(page.locator(".st-key-choose-years")).to_contain_text("Vuodet: kaikki")
    assert page.url.endswith("/?regions=19")
    page.go_back()
    expect(page.locator(".number .value").first).to_have_text("38")
    expect(page.locator(".st-key-choose-regions")).to_contain_text("Maakunta: kaikki")
    page.go_forward()
    expect(page.locator(".st-key-choose-regions")).to_contain_text("Maakunta: Lappi")
    page.go_forward()
    expect(page.locator(".st-key-choose-years")).to_contain_text("Vuodet: 2020")
    expect(page.locator(".number .value").first).to_have_text(chosen)


def test_another_page_and_another_language_keep_what_is_chosen(server: Server, visit: Visit):
    page = visit(f"{server.address}/?regions=19,18&years=2020-2023")
    page.locator(".nav-groups a").nth(1).click()
    expect(page.locator("h1")).to_have_text("Tapahtumat")
    settled(page)
    assert page.url == f"{server.address}/events?regions=19,18&years=2020-2023"
    page.locator(".st-key-language a").nth(1).click()
    expect(page.locator("h1")).to_have_text("Evenemang")
    settled(page)
    assert page.url == f"{server.address}/events?regions=19,18&years=2020-2023&lang=sv"
    assert "Landskap: 2 valda" in told(page) and "År: 2020–2023" in told(page)
    page.go_back()
    expect(page.locator("h1")).to_have_text("Tapahtumat")


def test_the_address_of_a_view_opens_it(server: Server, visit: Visit):
    page = visit(f"{server.address}/?regions=19&years=2020-2023&lang=en")
    assert "Region: Lapland" in told(page) and "Years: 2020–2023" in told(page)
    assert page.evaluate("document.documentElement.lang") == "en"


def test_a_click_on_a_bar_chooses_and_a_second_one_chooses_all(server: Server, visit: Visit):
    page = visit(server.address)
    bars = page.locator(".st-key-chart_overview_regions .point")
    until(page, "() => document.querySelector('[data-figure=overview_regions]').listens")
    for search in ("?regions=10", ""):
        expect(bars).to_have_count(7)
        bars.first.scroll_into_view_if_needed()
        box = bars.first.bounding_box()
        page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        until(page, "search => location.search === search", search)
        # Two clicks that Plotly sees within 300 ms are a double click to it.
        page.wait_for_timeout(1000)
    expect(bars).to_have_count(7)


def test_a_chart_is_a_table_too(server: Server, visit: Visit):
    page = visit(server.address)
    card = page.locator(".st-key-chart_overview_regions")
    card.get_by_text("Taulukko", exact=True).click()
    expect(card.locator("thead th")).to_have_text(["Maakunta", "Tapahtumia", "Niistä yhteisiä"])
    expect(card.locator("tbody tr")).to_have_count(7)
    card.get_by_text("Kuva", exact=True).click()
    expect(card.locator(".main-svg").first).to_be_visible()


def test_the_keyboard_skips_to_the_content_and_works_the_filters(server: Server, visit: Visit):
    page = visit(server.address)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Siirry sisältöön"
    page.keyboard.press("Enter")
    until(page, "() => document.activeElement.tagName === 'H1'")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.innerText").startswith("Maakunta: kaikki")
    page.keyboard.press("Enter")
    expect(page.locator(".st-key-filter_regions")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    until(page, "() => location.search === '?regions=10'")
    page.keyboard.press("Escape")
    until(page, "() => document.activeElement.innerText.startsWith('Maakunta: Etelä-Savo')")


def test_the_bar_says_where_the_reader_is(server: Server, visit: Visit):
    page = visit(f"{server.address}/history?lang=sv")
    expect(page.get_by_role("navigation", name="Huvudmeny")).to_be_visible()
    expect(page.locator("[aria-current=page]")).to_have_text("Historik")
    expect(page.locator("[aria-current=true]")).to_have_text(["Underhåll", "Svenska"])
    page.locator(".nav-groups a").first.click()
    expect(page.locator("[aria-current=page]")).to_have_text("Översikt")


@pytest.mark.parametrize("path", ["/events", pytest.param("/about", marks=pytest.mark.full)])
def test_every_link_of_the_bar_leads_to_its_page_in_a_new_tab_too(server: Server, visit: Visit, path: str):
    page = visit(f"{server.address}{path}")
    links = page.locator(".nav-groups a")
    for position, name in enumerate(("./", "./events", "./present", "./update")):
        expect(links.nth(position)).to_have_attribute("href", name)


def test_the_footer_leads_to_its_places(server: Server, visit: Visit):
    page = visit(f"{server.address}/?lang=fi")
    page.get_by_role("link", name="Tietosuojaseloste").click()
    until(page, "() => document.activeElement?.id === 'privacy'")
    assert page.evaluate("Math.round(document.getElementById('privacy').getBoundingClientRect().top)") < 200


@pytest.mark.full
def test_axe_finds_nothing_in_an_open_filter_nor_in_a_table(server: Server, visit: Visit):
    page = visit(server.address)
    page.locator(".st-key-chart_overview_years").get_by_text("Taulukko", exact=True).click()
    expect(page.locator(".st-key-chart_overview_years table")).to_be_visible()
    page.locator(".st-key-choose-regions button").click()
    expect(page.locator(".st-key-filter_regions")).to_be_visible()
    assert violations(page) == []


def test_no_text_of_streamlits_own_is_left_around_an_upload(server: Server, visit: Visit, tmp_path: Path):
    page = visit(server.editors)
    files = [tmp_path / "iso.xlsx", tmp_path / "kirje.pdf"]
    for file, content in zip(files, (bytes(21 * 1024 * 1024), b"%PDF-1.4"), strict=True):
        file.write_bytes(content)
    page.locator(".st-key-upload_file input[type=file]").set_input_files(files)
    expect(page.locator(".st-key-card-verdict")).to_be_visible(timeout=20_000)
    settled(page)
    expect(page.locator(".stFileUploader [role=alert]")).to_contain_text(
        "Tiedosto on liian suuri, eikä sitä lähetetty."
    )
    assert english(page) == set()
    assert violations(page) == []


@pytest.fixture
def stopping(tmp_path) -> Iterator[Server]:
    """A server that a test may stop."""
    with serving(tmp_path) as running:
        yield running


def test_a_lost_connection_is_told_in_the_readers_language(stopping: Server, visit: Visit):
    page = visit(f"{stopping.address}/?lang=sv")
    stopping.process.terminate()
    expect(page.get_by_role("dialog")).to_contain_text("Förbindelsen bröts", timeout=30_000)
    expect(page.get_by_role("dialog")).to_contain_text("Tjänsten kan inte nås.")
    assert english(page) == set()
