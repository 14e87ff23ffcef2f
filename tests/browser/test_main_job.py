"""The main job from end to end, on a real server and in a real browser: a coordinator sees, mends, publishes."""

import re
from pathlib import Path

import openpyxl
from playwright.sync_api import Download, Page, expect

from tests.browser.accessibility import names_twice
from tests.browser.conftest import Visit
from tests.browser.serving import ROOT, Server, serving
from tests.browser.waiting import settled, until

LINES = "all => all.map(each => each.getClientRects().length && Math.round(each.offsetHeight / 26))"
"""How many lines each has."""
SHIPPED = ROOT / "data" / "cluster_activity.xlsx"


def number(page: Page) -> str:
    """The overview's first number: events."""
    return page.locator(".number .value").first.inner_text()


def choose(page: Page, filter: str, value: str) -> None:
    """Choose a value in a filter and close it again."""
    before = page.evaluate("location.search")
    page.locator(f".st-key-choose-{filter} button").click()
    page.locator(f".st-key-filter_{filter}").get_by_text(value, exact=True).click()
    until(page, "before => location.search !== before", before)
    page.keyboard.press("Escape")
    settled(page)


def workbook(folder: Path) -> Path:
    """The shipped workbook with two changed cells, a new event, and a row with a region that is none."""
    book = openpyxl.load_workbook(SHIPPED)
    events = book["Tapahtumat"]
    column = {cell.value: cell.column for cell in events[1]}
    named = {events.cell(row, column["Nimi"]).value: row for row in range(2, events.max_row + 1)}
    events.cell(named["Kokkola Material Week 2024"], column["Osallistujat"]).value = 2050
    events.cell(named["Photonics Week"], column["Paikka"]).value = "Kuopio"
    new = {
        "Tunnus": "uusi",
        "Nimi": "Uusi tapaaminen",
        "Alkaa": "12.3.2025",
        "Tyyppi": "seminaari",
        "Maakunnat": "Lappi",
    }
    faulty = new | {"Tunnus": "virhe", "Nimi": "Virheellinen tapaaminen", "Maakunnat": "Pohjois-Pohjanma"}
    first = events.max_row + 1
    for row, values in enumerate((new, faulty), first):
        for header, value in values.items():
            events.cell(row, column[header]).value = value
    path = folder / "toiminta.xlsx"
    book.save(path)
    return path


def upload(page: Page, path: Path) -> None:
    page.locator(".st-key-upload_file input[type=file]").set_input_files(path)
    expect(page.locator(".st-key-card-verdict")).to_be_visible(timeout=20_000)
    settled(page)


def test_the_main_job_and_the_way_back_to_an_old_revision(tmp_path, visit: Visit):
    with serving(tmp_path) as server:
        page = visit(server.address)
        assert number(page) == "38"
        choose(page, "regions", "Lappi")
        assert (number(page), page.url) == ("13", f"{server.address}/?regions=19")
        page.go_back()
        until(page, "() => document.querySelector('.number .value').textContent === '38'")
        page.goto(server.editors)
        settled(page)
        upload(page, workbook(tmp_path))
        expect(page.locator(".issues .cell").first).to_have_text("Tapahtumat!G34")
        expect(page.locator(".issues .val").first).to_have_text("Ehdotus Pohjois-Pohjanmaa")
        expect(page.locator(".diff del")).to_have_text(["Joensuu", "2\N{NO-BREAK SPACE}000"])
        expect(page.locator(".diff ins")).to_have_text(["Kuopio", "2\N{NO-BREAK SPACE}050"])
        page.set_viewport_size({"width": 390, "height": 900})
        settled(page)
        cells = page.locator(".diff td:first-child, .diff del").evaluate_all(LINES)
        assert cells and max(cells) == 1
        page.set_viewport_size({"width": 1280, "height": 900})
        page.locator(".st-key-publish button").click()
        expect(page.locator(".st-key-card-done h2")).to_have_text("Versio 2 on julkaistu")
        expect(page.locator(".st-key-card-done h2")).to_be_focused()
        page.locator(".st-key-done-links a").first.click()
        until(page, "() => document.querySelector('.number .value')?.textContent === '39'")
        page.reload()
        settled(page)
        assert number(page) == "39"
    with serving(tmp_path) as server:
        page = visit(server.address)
        assert number(page) == "39"
        page.goto(f"{server.address}/history")
        settled(page)
        told = page.locator(".st-key-card-history")
        expect(told).to_contain_text("Tapahtumat: 1 uusi, 2 muuttunutta")
        expect(told.locator(".count")).to_have_text(["Versio 2 · nyt julkaistu", "Versio 1"])
        page.goto(server.editors)
        settled(page)
        looked_at_and_restored(page, server)


def looked_at_and_restored(page: Page, server: Server) -> None:
    """From the editors' page to the history, to revision 1, back, and revision 1 becomes the newest."""
    page.locator(".nav-pages a").nth(1).click()
    expect(page.locator(".st-key-card-history")).to_be_visible()
    page.locator(".st-key-revision-1 a[href='./?rev=1']").click()
    until(page, "() => document.querySelector('.number .value')?.textContent === '38'")
    assert page.url == f"{server.address}/?rev=1"
    expect(page.locator(".notice")).to_contain_text("Katsot versiota 1")
    page.locator(".nav-groups a").nth(3).click()
    expect(page.locator("h1")).to_have_text("Päivitä aineisto")
    settled(page)
    page.locator(".nav-pages a").nth(1).click()
    expect(page.locator(".st-key-more_1 button")).to_have_attribute("aria-label", "Lisää toimintoja: Versio 1")
    assert names_twice(page) == []
    page.locator(".st-key-restore_1 button").press("Enter")
    page.locator(".st-key-restore_no_1 button").press("Enter")
    expect(page.locator(".st-key-restore_no_1 button")).to_have_count(0)
    until(page, "() => document.activeElement.closest('.st-key-card-history')")
    page.locator(".st-key-restore_1 button").click()
    page.locator(".st-key-restore_yes_1 button").click()
    # A list, which waits while the card takes the place of another, and in the end holds one heading.
    expect(page.locator(".st-key-card-done h2")).to_have_text(["Versio 3 on julkaistu"])
    expect(page.locator(".st-key-card-done h2")).to_be_focused()
    page.locator(".st-key-done-links a").first.click()
    until(page, "() => document.querySelector('.number .value')?.textContent === '38'")
    assert page.url == f"{server.address}/"


def downloaded(page: Page, key: str, folder: Path) -> Path:
    with page.expect_download() as waited:
        page.locator(f".st-key-{key} button").click()
    given: Download = waited.value
    path = folder / given.suggested_filename
    given.save_as(path)
    return path


def test_the_data_that_is_handed_out_changes_nothing_when_it_comes_back(tmp_path, visit: Visit, server: Server):
    page = visit(server.editors)
    path = downloaded(page, "download_data", tmp_path)
    assert re.fullmatch(r"klusteripulssi-aineisto-versio-1-\d{4}-\d\d-\d\d\.xlsx", path.name)
    upload(page, path)
    expect(page.locator(".st-key-card-verdict h2")).to_have_text("Tiedosto ei muuta mitään")


def test_several_files_are_one_upload_and_leaving_empties_the_uploader(tmp_path, visit: Visit, server: Server):
    page = visit(server.editors)
    one = downloaded(page, "download_data", tmp_path)
    two = downloaded(page, "download_template", tmp_path)
    page.locator(".st-key-upload_file input[type=file]").set_input_files([one, two])
    expect(page.locator(".st-key-card-verdict .sub").first).to_contain_text(f"{one.name}, {two.name}", timeout=20_000)
    settled(page)
    page.locator(".st-key-leave button").click()
    expect(page.locator(".st-key-card-verdict")).to_have_count(0)
    expect(page.locator(".stFileChip")).to_have_count(0)
    upload(page, one)
    expect(page.locator(".stFileChip")).to_have_count(1)


def test_what_is_no_spreadsheet_is_refused_in_a_plain_sentence_and_the_server_goes_on(visit: Visit, server: Server):
    page = visit(server.editors)
    file = {"name": "kirje.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4"}
    page.locator(".st-key-upload_file input[type=file]").set_input_files(file)
    expect(page.locator(".st-key-card-verdict h2")).to_have_text("Tiedostoa ei otettu vastaan", timeout=20_000)
    expect(page.locator(".st-key-card-issues .say")).to_contain_text("kirje.pdf ei ole taulukko")
    page.goto(server.address)
    settled(page)
    assert number(page) == "38"
