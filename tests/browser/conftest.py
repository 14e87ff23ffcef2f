"""A real server and a real browser for the tests of this folder."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

from tests.browser.serving import Server, serving

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
Visit = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything here needs Chromium."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker("browser")


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server with the shipped workbook on its first start. Tests that publish start one of their own."""
    with serving(tmp_path_factory.mktemp("served")) as running:
        yield running


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Chromium as the system has it, or where CHROMIUM says."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium: Browser) -> Iterator[Visit]:
    """Opens an address for a new reader with a window, a mode and a browser language, and waits until it stands.

    At the end no page may have asked a foreign host for anything, or met with the content-security-policy.
    """
    contexts, foreign, blocked = [], [], []

    def open_page(address: str, *, width: int = 1280, height: int = 900, scheme: str = "light", locale: str = "fi-FI"):
        context = chromium.new_context(
            viewport={"width": width, "height": height},
            color_scheme=scheme,
            locale=locale,
            accept_downloads=True,
            timezone_id="Europe/Helsinki",
        )
        contexts.append(context)
        host = urlsplit(address).netloc

        def asked(request) -> None:
            parts = urlsplit(request.url)
            if parts.scheme not in ("blob", "data") and parts.netloc != host:
                foreign.append(request.url)

        def said(message: ConsoleMessage) -> None:
            if "Content Security Policy" in message.text:
                blocked.append(message.text)

        context.on("request", asked)
        context.on("console", said)
        page = context.new_page()
        page.goto(address)
        settled(page)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert (foreign, blocked) == ([], [])


def settled(page: Page) -> None:
    """Wait until the page's script has run and each place for a chart bears its picture."""
    page.wait_for_selector(".stApp[data-test-script-state=notRunning][data-test-connection-state=CONNECTED]")
    page.wait_for_function("[...document.querySelectorAll('[data-figure]')].every(e => e.querySelector('.main-svg'))")
