"""Whatever the workbook holds is shown as it is written: none of it becomes markup, an icon, a formula or a script."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, expect

from analysis.store import SavedPresentation, Store
from tests.browser.conftest import Visit
from tests.browser.hostile import MARK, ONE, workbook
from tests.browser.serving import Server, serving
from tests.browser.waiting import settled

PATHS = [
    *("/", "/regions", "/regions?regions=19", "/themes", "/themes?themes=t1", "/events", "/events?event=a"),
    *("/stories", "/clusters", "/clusters?cluster=k1", "/toolkit", "/toolkit?themes=t1", "/history", "/about"),
    *("/events?search=lihava", "/events?themes=t1&priorities=p1"),
]
TOLD = """
([mark, whole]) => {
  const split = [];
  for (const element of document.querySelectorAll("body *")) {
    if (element.closest("script, style, svg, [data-figures]")) continue;
    for (const node of element.childNodes) {
      const text = node.nodeType === Node.TEXT_NODE ? node.nodeValue.replaceAll(/[\u2060;]/g, "") : "";
      if (text.includes(mark) && !text.includes(whole) && !text.includes("…")) split.push(text.trim().slice(0, 160));
    }
  }
  const seen = "[onerror], [src='x'], .katex, iframe:not(.stIFrame), object, embed, a[href^='http://a.example'], " +
    "a[href^='javascript'], a[href^='data']";
  return {
    split: [...new Set(split)],
    foreign: [...document.querySelectorAll(seen)].map((each) => each.outerHTML.slice(0, 160)),
    icons: [...document.querySelectorAll("[data-testid=stIconMaterial]")].filter((icon) => icon.innerText === "home")
      .length,
    hit: window.hit ?? null,
    there: document.body.innerText.includes(mark),
  };
}
"""
SHORT = "ZQ9 **a** _b_ `c` $x^2$ [d](http://a.example) :smile: :red[e] -> <b>f</b>"
"""What fits into a title or a headline; without a semicolon, which parts an address."""
AS_WRITTEN = {"split": [], "foreign": [], "icons": 0, "hit": None, "there": True}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "hostile.xlsx").write_bytes(workbook())
    with serving(folder, workbook=str(folder / "hostile.xlsx")) as running:
        yield running


def told(page: Page, whole: str = ONE) -> dict[str, Any]:
    """What became of the texts on a page, each of them ``whole``."""
    return page.evaluate(TOLD, [whole.split()[0], whole])


def test_every_page_shows_the_texts_as_they_are_written(hostile: Server, visit: Visit):
    page, found = visit(hostile.address), {}
    for path in PATHS:
        page.goto(f"{hostile.address}{path}")
        settled(page)
        for each in page.locator("summary:visible").all():
            each.click()
        found[path] = told(page)
    unlike = {path: seen for path, seen in found.items() if seen != AS_WRITTEN}
    assert unlike == {}, json.dumps(unlike, ensure_ascii=False, indent=1)


def test_titles_of_an_address_and_of_saved_presentations_are_shown_as_they_are_written(hostile: Server, visit: Visit):
    saving = Store.open(hostile.store)
    query = urlencode({"title": SHORT, "slides": "overview.numbers", "h1": SHORT, "n1": SHORT})
    saving.presentations.put(SavedPresentation("hostile", SHORT, query, "", datetime.now(UTC), True))
    saving.close()
    page = visit(hostile.editors)
    page.goto(f"{hostile.address}/present?{query}")
    settled(page)
    expect(page.locator(".st-key-present_slides")).to_contain_text("ZQ9")
    assert told(page, SHORT) == AS_WRITTEN
    page.locator(".st-key-choose-saved button").first.click()
    expect(page.locator(".st-key-ready_saved_7_hostile button")).to_be_visible()
    expect(page.locator(".st-key-forget_hostile button")).to_contain_text("ZQ9")
    assert told(page, SHORT) == AS_WRITTEN
    page.keyboard.press("Escape")
    page.locator(".st-key-present_add button").first.click()
    expect(page.locator(".st-key-addable button").first).to_be_visible()
    assert told(page, SHORT) == AS_WRITTEN


def test_notes_of_revisions_in_menus_are_shown_as_they_are_written(hostile: Server, visit: Visit):
    store = Store.open(hostile.store)
    last = store.current().id
    store.publish(store.tables(last), author=SHORT, note=SHORT, now=datetime.now(UTC), parent=last)
    store.close()
    page = visit(f"{hostile.address}/history")
    assert told(page, SHORT) == AS_WRITTEN
    box = page.locator(".st-key-compare_after input").first
    assert SHORT in box.input_value()
    box.click()
    assert SHORT in page.locator("[role=option]").first.inner_text()


def test_what_can_be_chosen_is_shown_as_it_is_written(hostile: Server, visit: Visit):
    page = visit(f"{hostile.address}/events?themes=t1")
    for name in ("themes", "priorities"):
        page.locator(f".st-key-choose-{name} button").first.click()
        expect(page.locator(f".st-key-filter_{name} button").first).to_be_visible()
        assert told(page) == AS_WRITTEN
        page.keyboard.press("Escape")


def test_an_upload_and_its_difference_are_shown_as_they_are_written(hostile: Server, visit: Visit, tmp_path: Path):
    page = visit(hostile.editors)
    file = {"name": f"{MARK} **oma** :red[x].xlsx", "mimeType": "", "buffer": workbook(" <b>uusi</b>")}
    page.locator(".st-key-upload_file input[type=file]").set_input_files(file)
    expect(page.locator(".st-key-publish button")).to_be_visible(timeout=30_000)
    seen = told(page)
    # The uploader and the marked copy name the file; the uploader shortens a long name in its middle.
    seen["split"] = [text for text in seen["split"] if file["name"] not in text and "..." not in text]
    assert seen == AS_WRITTEN
