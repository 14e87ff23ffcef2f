"""The system's Chromium, or the one that CHROMIUM names."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, BrowserType, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def path() -> str:
    """Where it is; FileNotFoundError where it is nowhere."""
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if not found:
        raise FileNotFoundError("no Chromium: install it, or name it in CHROMIUM")
    return found


@contextmanager
def launched() -> Iterator[Browser]:
    """A running browser without a window."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path(), args=FLAGS)
        yield browser
        browser.close()


def profile(kind: BrowserType, folder: Path, locale: str) -> BrowserContext:
    """A reader's own browser without a window: what it has read and compiled once stays in the folder."""
    return kind.launch_persistent_context(
        folder, executable_path=path(), args=FLAGS, locale=locale, timezone_id="Europe/Helsinki", accept_downloads=True
    )
