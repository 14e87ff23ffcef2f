"""Two coordinators in two browsers: both take a copy, both change a joint event, and each adds one of her own."""

from pathlib import Path

import openpyxl
from playwright.sync_api import Locator, Page, expect

from analysis.store import Store
from tests.browser.accessibility import violations
from tests.browser.conftest import Visit
from tests.browser.serving import serving
from tests.browser.test_choosing import CUT
from tests.browser.test_main_job import downloaded, upload
from tests.browser.waiting import settled

JOINT = "Kokkola Material Week 2024"
NEW = {"Alkaa": "12.3.2025", "Tyyppi": "seminaari", "Maakunnat": "Lappi"}
OWN = "Kainuun klusteripäivä", "Lapin klusteripäivä"
TABS = 60
"""So many presses of Tab lead from the upload past its conflicts, at most."""
WHOLE = """() => [...document.querySelectorAll(".st-key-card-difference .cell")]
  .filter((place) => place.offsetHeight < 30).map((place) => place.textContent)"""
"""The addresses of changes that stand on one line."""


def edit(path: Path, people: int, added: str) -> Path:
    """The copy with another number of participants of the joint event, and an event of one's own at the foot."""
    book = openpyxl.load_workbook(path)
    sheet = book["Tapahtumat"]
    columns = {cell.value: cell.column for cell in sheet[1]}
    rows = {sheet.cell(row, columns["Nimi"]).value: row for row in range(2, sheet.max_row + 1)}
    last, new = sheet.max_row, NEW | {"Nimi": added}
    sheet.cell(rows[JOINT], columns["Osallistujat"]).value = people
    if added == OWN[1]:
        sheet.cell(rows["Photonics Week"], columns["Kuvaus"]).value = "Fotoniikan viikko Joensuussa"
    for header, value in new.items():
        sheet.cell(last + 1, columns[header]).value = value
    book.save(path)
    return path


def second_upload(first: Page, second: Page, folder: Path) -> None:
    """Both take a copy; the first publishes hers, the second uploads hers."""
    copies = []
    for page, name, people, added in ((first, "eka", 2100, OWN[0]), (second, "toka", 2200, OWN[1])):
        (folder / name).mkdir()
        copies.append(edit(downloaded(page, "download_data", folder / name), people, added))
    upload(first, copies[0])
    first.locator(".st-key-publish_author input").fill("Kainuun liitto")
    first.locator(".st-key-publish button").click()
    expect(first.locator(".st-key-card-done h2")).to_have_text("Versio 2 on julkaistu")
    upload(second, copies[1])


def go_by_tab(page: Page, target: Locator) -> None:
    """Press Tab until the focus is where it is wanted."""
    for _ in range(TABS):
        page.keyboard.press("Tab")
        if target.evaluate("element => element.contains(document.activeElement)"):
            return
    raise AssertionError("the keyboard does not lead there")


def test_the_second_settles_what_both_changed_with_the_keyboard_and_both_additions_stand(tmp_path, visit: Visit):
    with serving(tmp_path) as server:
        first, second = (visit(server.editors) for _ in range(2))
        second_upload(first, second, tmp_path)
        card = second.locator(".st-key-card-conflicts")
        expect(card.locator("h2")).to_have_text("1 kohta on muutettu kahdella tavalla")
        expect(second.locator(".st-key-card-verdict h2")).to_be_focused()
        for width, scheme in ((390, "light"), (390, "dark"), (1280, "dark"), (1280, "light")):
            second.set_viewport_size({"width": width, "height": 900})
            second.emulate_media(color_scheme=scheme)
            settled(second)
            assert violations(second) == []
            assert second.evaluate(CUT) == []
            assert second.evaluate(WHOLE) == ["Tapahtumat!U19", "Tapahtumat!A33"]
        go_by_tab(second, card.locator("[role=radiogroup]"))
        second.keyboard.press("ArrowDown")
        second.keyboard.press("Space")
        settled(second)
        expect(card.get_by_role("status")).to_have_text("Kaikki on valittu.")
        go_by_tab(second, second.locator(".st-key-publish button"))
        second.keyboard.press("Enter")
        expect(second.locator(".st-key-card-done h2")).to_have_text("Versio 3 on julkaistu")
        store = Store.open(server.store)
        events = store.tables("3")["events"]
        store.close()
        assert events.set_index("name").at[JOINT, "participants"] == 2200
        second.goto(f"{server.address}/events?search=klusteripäivä")
        settled(second)
        for name in OWN:
            expect(second.locator(".st-key-rows_events")).to_contain_text(name)
