"""The year sheet: a year is picked by a link, and paper holds the sheet alone, on one A4, as page and as file."""

import re
import subprocess
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import Browser, expect

from analysis.exports import html_report
from analysis.schema import LANGUAGES
from analysis.store import Store
from analysis.words import translator
from tests.browser.accessibility import violations
from tests.browser.conftest import Visit
from tests.browser.serving import Server, serving
from tests.browser.waiting import settled, until
from tests.exports.crowded_year import LONG, crowded, crowded_sheet
from tests.exports.presentations import ORIGIN

WORDS = translator("fi")


def paper(page, path: Path) -> tuple[int, str]:
    """How many pages the printed page has, and what stands on them."""
    page.pdf(path=path, prefer_css_page_size=True)
    told = subprocess.run(["pdfinfo", str(path)], check=True, capture_output=True, text=True).stdout
    assert "(A4)" in told
    text = subprocess.run(["pdftotext", "-layout", str(path), "-"], check=True, capture_output=True, text=True).stdout
    return int(re.search(r"Pages:\s+(\d+)", told)[1]), text


def test_a_year_is_picked_by_a_link_and_printed_without_menus_and_buttons(server: Server, visit: Visit, tmp_path):
    page = visit(f"{server.address}/yearsheet")
    expect(page.locator("h1")).to_contain_text("koko alue")
    page.locator(".years a", has_text="2023").click()
    until(page, "() => location.search.includes('year=2023')")
    settled(page)
    expect(page.locator("h1")).to_have_text("Vuosi 2023: koko alue")
    assert violations(page) == []
    pages, text = paper(page, tmp_path / "page.pdf")
    assert pages == 1
    assert "Vuosi 2023: koko alue" in text and WORDS("yearsheet.unknown") in text and "Laskentatapa" in text
    chrome = (
        "filters.clear",
        "downloads.menu",
        "numbers.menu",
        "frame.page.regions",
        "frame.statement",
        "yearsheet.docx",
    )
    for key in chrome:
        assert WORDS(key) not in text, key
    assert not re.search(r"Maakunta: kaikki|Kopioi", text)


def test_the_page_of_a_crowded_year_prints_on_one_page(visit: Visit, tmp_path):
    store = Store.open(f"sqlite:///{tmp_path / 'store.sqlite'}")
    store.publish(crowded(long=True), author="testi", note="koe", now=datetime(2026, 11, 24, tzinfo=UTC), parent=None)
    store.close()
    with serving(tmp_path) as server:
        for language in LANGUAGES:
            page = visit(f"{server.address}/yearsheet?years=2023-2023&lang={language}")
            pages, text = paper(page, tmp_path / "page.pdf")
            assert pages == 1 and crowded_sheet(language)[0].title in text


def test_the_sheet_fits_a_phone_and_a_dark_screen(server: Server, visit: Visit):
    page = visit(f"{server.address}/yearsheet?regions=19&year=2023", width=390, scheme="dark")
    expect(page.locator("h1")).to_have_text("Vuosi 2023: Lappi")
    assert page.evaluate("document.querySelector('.stMain').scrollWidth") <= 390
    assert violations(page) == []


def test_the_file_of_a_crowded_year_prints_on_one_page_in_each_language(chromium: Browser, tmp_path):
    page = chromium.new_page()
    for language in LANGUAGES:
        for regions in ((), ("10", "11", "12")):
            section = crowded_sheet(language, regions)[0]
            page.set_content(html_report((section,), translator(language), ORIGIN).decode())
            pages, text = paper(page, tmp_path / "file.pdf")
            assert pages == 1 and section.title in text
            assert "".join(section.coverage.split()) in "".join(text.split())
    origin = replace(ORIGIN, source=LONG, licence=LONG, cofunding=LONG)
    page.set_content(html_report(crowded_sheet("fi", ("10",), long=True), WORDS, origin).decode())
    assert paper(page, tmp_path / "file.pdf")[0] == 1
    page.close()
