"""Waiting for what a script says in a page. Playwright's own way evaluates text, which the page's policy forbids."""

import time
from typing import Any

from playwright.sync_api import Page

SECONDS = 90
"""Patience: on a machine that others keep busy a page takes half a minute, and is none the worse for it."""
EVERY = 40
"""Milliseconds between looks."""
STANDS = """
() => {
  const app = document.querySelector(".stApp");
  return app?.dataset.testScriptState === "notRunning" && app.dataset.testConnectionState === "CONNECTED" &&
    document.querySelector("h1") && document.querySelector(".stMain[tabindex='-1']") &&
    !document.querySelector("[data-testid=stSkeleton]") &&
    [...document.querySelectorAll("[data-figure]")].every((box) => box.querySelector(".main-svg"));
}
"""


def until(page: Page, script: str, arg: Any = None, seconds: float = SECONDS) -> None:
    """Wait until a script gives something true; AssertionError with what it gave last where it never does."""
    end = time.monotonic() + seconds
    while not (given := page.evaluate(script, arg)):
        assert time.monotonic() < end, f"{script} gave {given}"
        page.wait_for_timeout(EVERY)


def settled(page: Page) -> None:
    """Wait until the page has its heading and our mending, its script has run, and each chart's place its picture."""
    until(page, STANDS)
