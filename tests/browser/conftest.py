"""A real browser for the tests of this folder; the server is in `tests/conftest.py`."""

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, expect

from tests.browser.chromium import launched
from tests.browser.waiting import SECONDS, settled

Visit = Callable[..., Page]
expect.set_options(timeout=SECONDS * 1000)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything here needs Chromium."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker("browser")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all tests; each visit is a new reader in it."""
    with launched() as browser:
        yield browser


@pytest.fixture
def visit(chromium: Browser) -> Iterator[Visit]:
    """Opens an address for a new reader with a window, a mode and a browser language, and waits until it stands.

    ``before`` is a script that runs in the page before any other, ``cookies`` are there by name. At the end no page may
    have asked a foreign host for anything, or met with the content-security-policy.
    """
    contexts, troubles = [], []

    def open_page(
        address: str,
        *,
        width: int = 1280,
        height: int = 900,
        scheme: str = "light",
        locale: str = "fi-FI",
        before: str = "",
        cookies: dict[str, str] | None = None,
    ) -> Page:
        context = chromium.new_context(
            viewport={"width": width, "height": height},
            color_scheme=scheme,
            locale=locale,
            accept_downloads=True,
            timezone_id="Europe/Helsinki",
        )
        context.set_default_timeout(SECONDS * 1000)
        contexts.append(context)
        watch(context, urlsplit(address).netloc, troubles)
        context.add_init_script(before)
        context.add_cookies([{"name": name, "value": each, "url": address} for name, each in (cookies or {}).items()])
        page = context.new_page()
        page.goto(address)
        settled(page)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert troubles == []


def watch(context: BrowserContext, host: str, troubles: list[str]) -> None:
    """Note what a reader's pages ask of another host, and what the content-security-policy stops."""

    def asked(request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in ("blob", "data") and parts.netloc != host:
            troubles.append(request.url)

    def said(message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            troubles.append(message.text)

    context.on("request", asked)
    context.on("console", said)
