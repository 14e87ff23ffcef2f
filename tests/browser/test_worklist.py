"""A coordinator's way from the overview to the worklist of a gap, and back with three cells filled."""

from pathlib import Path

import openpyxl
from playwright.sync_api import expect

from analysis.words import translator
from tests.browser.accessibility import violations
from tests.browser.conftest import Visit
from tests.browser.serving import serving
from tests.browser.test_choosing import CUT
from tests.browser.test_main_job import choose, downloaded, upload
from tests.browser.waiting import settled, until

GAP = ".list-missing a[href*='gap=participants']"
OPEN = "() => document.querySelector('.st-key-rows_gap') && location.search.includes('gap=participants')"


def fill(path: Path, number: int) -> None:
    """Fill the first marked cells of the sheet of events."""
    book = openpyxl.load_workbook(path)
    cells = [cell for row in book["Tapahtumat"].iter_rows(min_row=2) for cell in row if cell.fill.fill_type == "solid"]
    for cell in cells[:number]:
        cell.value = 25
    book.save(path)


def test_three_filled_cells_of_the_worklist_make_the_gap_three_smaller(tmp_path, visit: Visit):
    with serving(tmp_path) as server:
        page = visit(server.editors)
        page.goto(server.address)
        settled(page)
        page.locator(".list-gaps a").first.click()
        until(page, OPEN)
        settled(page)
        choose(page, "regions", "Kainuu")
        card = page.locator(".st-key-rows_gap")
        expect(card.locator("tbody tr")).to_have_count(3)
        expect(card.locator(".sub").first).to_contain_text("3 / 5")
        for width, scheme in ((390, "dark"), (1280, "light")):
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme)
            settled(page)
            assert violations(page) == []
            assert page.evaluate(CUT) == []
        path = downloaded(page, "download_worklist", tmp_path)
        assert "-kainuu-versio-1-" in path.name
        fill(path, 3)
        page.goto(server.editors)
        settled(page)
        upload(page, path)
        # A worklist holds some rows alone: to add and change is chosen for it.
        expect(page.locator(".st-key-card-verdict")).to_contain_text(translator("fi")("update.way.add_hint"))
        page.locator(".st-key-publish button").click()
        expect(page.locator(".st-key-card-done h2")).to_have_text("Versio 2 on julkaistu")
        page.goto(f"{server.address}/gaps?regions=18")
        settled(page)
        expect(page.locator(GAP)).to_have_count(0)
        page.goto(f"{server.address}/gaps")
        settled(page)
        expect(page.locator(".list-missing li", has=page.locator(GAP.split()[1]))).to_contain_text("14 / 31")
