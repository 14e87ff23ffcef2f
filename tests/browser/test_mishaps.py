"""What was not foreseen, on a page and when a button is pressed: what fails is told calmly and logged whole, what takes
long leaves the page as it can be read, and what npm did not bring is found elsewhere."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from analysis import static
from tests.browser.accessibility import violations
from tests.browser.conftest import Visit
from tests.browser.serving import ROOT, Server, serving
from tests.browser.test_pages import english
from tests.browser.waiting import settled, until

FAILING = """
import pathlib
import time

import streamlit as st

from pages.parts.shell import frame


def wait():
    while not pathlib.Path(__file__).with_name("go").exists():
        time.sleep(0.05)


page = frame.begin_page("about")
frame.heading(page, "Koe")
st.button("Kaada", key="fail", on_click=lambda: {}["painikkeen vika"])
st.button("Kestää", key="slow", on_click=wait)
if st.query_params.get("search"):
    {}["sivun vika"]
frame.end_page(page)
"""

FADED = """
() => {
  const stale = document.querySelectorAll("[data-stale=true]").length;
  document.getAnimations().forEach((each) => each.finish());
  return stale;
}
"""
"""Whether what stands waits to be said anew; what changes slowly, such as a fading, is at its end at once."""


@pytest.fixture(scope="module")
def failing(tmp_path_factory) -> Iterator[Server]:
    """The program as it is without npm, and with a page that fails when it is told to."""
    folder = tmp_path_factory.mktemp("failing")
    program = folder / "program"
    for name in ("analysis", "pages", ".streamlit"):
        shutil.copytree(ROOT / name, program / name, ignore=shutil.ignore_patterns("node_modules"))
    shutil.copy(ROOT / "dashboard.py", program)
    (program / "data").symlink_to(ROOT / "data")
    (program / "pages" / "about.py").write_text(FAILING, encoding="utf-8")
    with serving(folder, program=program, log="json") as running:
        yield running


def told(server: Server, reference: str) -> list[str]:
    """The lines of the log that bear a reference."""
    return [line for line in Path(server.log).read_text(encoding="utf-8").splitlines() if reference in line]


def test_a_button_that_fails_is_told_calmly_and_logged_whole(failing: Server, visit: Visit):
    page = visit(f"{failing.address}/about")
    page.locator(".st-key-fail button").click()
    mishap = page.locator(".mishap")
    expect(mishap).to_contain_text("Toiminto ei onnistunut")
    expect(page.locator("[data-testid=stException]")).to_have_count(0)
    assert (english(page), violations(page)) == (set(), [])
    reference = re.search(r"[0-9a-f]{8}", mishap.inner_text())
    assert reference
    (line,) = told(failing, reference[0])
    assert "KeyError" in line and "Traceback" in line and "about.py" in line


def test_a_page_that_fails_is_told_calmly_and_logged_whole(failing: Server, visit: Visit):
    page = visit(f"{failing.address}/about")
    page.goto(f"{failing.address}/about?search=x")
    mishap = page.locator(".mishap")
    expect(mishap).to_be_visible(timeout=15_000)
    assert (english(page), violations(page)) == (set(), [])
    reference = re.search(r"[0-9a-f]{8}", mishap.inner_text())
    assert reference
    (line,) = told(failing, reference[0])
    assert "KeyError" in line and "Traceback" in line and "about.py" in line


def test_a_page_that_takes_long_stays_readable_and_shows_that_it_works(failing: Server, visit: Visit):
    page = visit(f"{failing.address}/about")
    page.locator(".st-key-slow button").click()
    until(page, FADED)
    assert violations(page) == []
    assert page.evaluate("getComputedStyle(document.querySelector('.stApp'), '::after').opacity") == "1"
    (failing.log.parent / "program" / "pages" / "go").touch()
    settled(page)
    assert page.evaluate("getComputedStyle(document.querySelector('.stApp'), '::after').content") == "none"


def test_without_npm_the_bundle_of_the_package_draws(failing: Server, visit: Visit):
    page = visit(failing.address)
    loaded = page.evaluate("performance.getEntriesByType('resource').map(each => each.name)")
    assert f"{failing.address}/{static.bundle(static.whole_bundle()).address}" in loaded
