"""The menu of a chart: every file comes out of it, and it tells how the numbers are counted."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.accessibility import violations
from tests.browser.conftest import Visit
from tests.browser.serving import Server
from tests.browser.test_choosing import KEPT
from tests.browser.waiting import settled, until
from tests.exports.workbook_checks import opened

NAME = "klusteripulssi-tapahtumat-maakunnittain"
PNG = b"\x89PNG\r\n\x1a\n"
FILES = {
    "png": ("png", PNG),
    "pptx": ("pptx", b"PK"),
    "xlsx": ("xlsx", b"PK"),
    "svg": ("svg", b"<?xml"),
    "csv_people": ("csv", "\ufeffMaakunta;Tapahtumia;Niistä yhteisiä\r\n".encode()),
    "csv_machines": ("csv", b"name,events,joint\r\n"),
    "rows": ("csv", "\ufeffTunnus;Nimi;Alkaa;Päättyy".encode()),
}
"""What people come for first."""


def menu(page: Page) -> Locator:
    """The files of the chart of regions, the menu opened."""
    page.locator("[data-menu=overview_regions]").click()
    files = page.locator(".st-key-files_overview_regions")
    expect(files.locator("button:not([data-code])")).to_have_count(len(FILES))
    return files


def saved(page: Page, kind: str, folder: Path) -> Path:
    """The file of a button of the menu, under the name that it was given."""
    with page.expect_download() as waited:
        page.locator(f".st-key-{kind}_overview_regions button").click()
    path = folder / waited.value.suggested_filename
    waited.value.save_as(path)
    return path


def test_every_file_of_a_chart_is_handed_out(server: Server, visit: Visit, tmp_path: Path):
    page = visit(f"{server.address}/?regions=19,17")
    menu(page)
    for kind, (ending, begins) in FILES.items():
        path = saved(page, kind, tmp_path)
        assert path.name.startswith(NAME) and path.suffix == f".{ending}" and "lappi" in path.name
        assert path.read_bytes().startswith(begins)


def test_picture_and_workbook_say_what_is_chosen(server: Server, visit: Visit, tmp_path: Path):
    page = visit(f"{server.address}/?regions=19")
    menu(page)
    picture = "".join(ElementTree.parse(saved(page, "svg", tmp_path)).getroot().itertext())
    sheet = opened(saved(page, "xlsx", tmp_path).read_bytes()).worksheets[0]
    book = " ".join(str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value)
    for said in ("Lappi, kaikki teemat", "Klusteripulssi, versio", "Tapahtumat maakunnittain"):
        assert said in picture and said in book


def test_the_menu_tells_how_the_numbers_are_counted(server: Server, visit: Visit):
    page = visit(server.address)
    files = menu(page)
    expect(files.get_by_role("heading", name="Näin luvut on laskettu")).to_be_visible()
    expect(files.locator(".rule").first).to_contain_text("yhtei")


def test_a_chart_is_added_to_the_presentation_that_was_seen_last(server: Server, visit: Visit):
    page = visit(f"{server.address}/present?slides=overview.years&regions=12&lang=fi")
    page.locator(".nav-groups a").first.click()
    expect(page.locator("h1")).to_contain_text("Klusteritoiminta")
    settled(page)
    page.get_by_role("button", name="Tyhjennä").click()
    until(page, "() => !location.search.includes('regions')")
    settled(page)
    menu(page)
    page.get_by_role("dialog").get_by_role("link", name="Lisää esitykseen").click()
    expect(page.locator(".st-key-present_slides label")).to_have_count(3)
    address = f"{server.address}/present?slides=overview.years,overview.regions&f2=all&regions=12&lang=fi"
    until(page, "address => location.href === address", address)


def test_the_keyboard_opens_the_menu_and_takes_a_file(server: Server, visit: Visit):
    page = visit(server.address)
    page.locator("[data-menu=overview_regions]").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".st-key-csv_people_overview_regions button")).to_be_visible()
    page.locator(".st-key-csv_people_overview_regions button").focus()
    with page.expect_download() as waited:
        page.keyboard.press("Enter")
    assert waited.value.suggested_filename.startswith(NAME)


def test_the_rows_behind_a_chart_are_a_table(server: Server, visit: Visit):
    page = visit(server.address)
    card = page.locator(".st-key-chart_overview_regions")
    card.get_by_text("Rivit", exact=True).click()
    expect(card.locator("thead th")).to_have_text(["Alkaa", "Nimi", "Maakunnat", "Laskennassa, kpl"])
    # All of the page's width, so that no card beside it is stretched along.
    assert card.bounding_box()["width"] == page.locator(".st-key-chart_overview_years").bounding_box()["width"]


def test_the_code_for_another_site_is_copied_live_and_pinned(server: Server, visit: Visit):
    page = visit(f"{server.address}/?regions=19", before=KEPT)
    files = menu(page)
    files.locator(".snippet summary").click()
    for button, said in (("aina uusimmat tiedot", "uusimmat"), ("aina versio 1", "version 1")):
        files.get_by_role("button", name=f"Kopioi koodi: {button}").click()
        expect(files.locator(".snippet [role=status]")).to_contain_text(said)
    live, pinned = (re.search('src="([^"]+)"', code)[1] for code in page.evaluate("window.copied"))
    address = f"{server.address}/embed/overview/regions?regions=19&amp;lang=fi"
    assert (live, pinned) == (address, f"{address}&amp;rev=1")
    page.set_content(f"<!doctype html><title>Lapin liitto</title>{page.evaluate('window.copied')[1]}")
    expect(page.frame_locator("iframe").locator("svg:visible")).to_have_count(1)


@pytest.mark.parametrize(("width", "scheme"), [pytest.param(1280, "light", marks=pytest.mark.full), (390, "dark")])
def test_the_open_menu_is_without_barriers(server: Server, visit: Visit, width: int, scheme: str):
    page = visit(server.address, width=width, scheme=scheme)
    menu(page)
    assert violations(page) == []
