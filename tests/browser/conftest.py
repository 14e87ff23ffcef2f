"""A real browser for the tests of this folder; the server is in `tests/conftest.py`."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, BrowserType, ConsoleMessage, Page, Request, expect

from tests.browser.chromium import launched, profile
from tests.browser.waiting import SECONDS, settled

Visit = Callable[..., Page]
expect.set_options(timeout=SECONDS * 1000)


@dataclass(frozen=True)
class Readers:
    """Readers' browsers that have what they read of the program's own files at hand, as those of most readers have, and
    know nothing else of earlier visits: a test's first reader takes the first one of a language, and so on. The first
    page of each stays empty."""

    kind: BrowserType
    folder: Path
    by_locale: dict[str, list[BrowserContext]]

    def another(self, locale: str, taken: list[BrowserContext]) -> BrowserContext:
        """One that nobody has taken."""
        ours = self.by_locale.setdefault(locale, [])
        free = [each for each in ours if each not in taken]
        if not free:
            free = [profile(self.kind, self.folder / f"{locale}-{len(ours)}", locale)]
            free[0].set_default_timeout(SECONDS * 1000)
            ours.append(free[0])
        return free[0]


def forget(context: BrowserContext) -> None:
    """End a reader's visit: nothing is left of it but files that any reader gets."""
    for page in context.pages[1:]:
        if page.url.startswith("http"):
            origin = "://".join(urlsplit(page.url)[:2])
            kinds = {"origin": origin, "storageTypes": "local_storage,indexeddb,cookies"}
            context.new_cdp_session(page).send("Storage.clearDataForOrigin", kinds)
        page.close()
    context.clear_cookies()


class Watch:
    """Notes what a reader's pages ask of another host, and what the content-security-policy stops."""

    def __init__(self, context: BrowserContext, host: str) -> None:
        self.context, self.host = context, host
        self.troubles: list[str] = []
        context.on("request", self._asked)
        context.on("console", self._said)

    def end(self) -> None:
        """Note nothing more."""
        self.context.remove_listener("request", self._asked)
        self.context.remove_listener("console", self._said)

    def _asked(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in ("blob", "data") and parts.netloc != self.host:
            self.troubles.append(request.url)

    def _said(self, message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            self.troubles.append(message.text)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything here needs Chromium."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker("browser")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all tests."""
    with launched() as browser:
        yield browser


@pytest.fixture(scope="session")
def readers(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Readers]:
    """The readers who visit, by the language of their browsers."""
    made = Readers(chromium.browser_type, tmp_path_factory.mktemp("readers"), {})
    yield made
    for context in chain.from_iterable(made.by_locale.values()):
        context.close()


@pytest.fixture
def visit(readers: Readers) -> Iterator[Visit]:
    """Opens an address for a new reader with a window, a mode and a browser language, and waits until it stands.

    ``before`` is a script that runs in the page before any other, ``cookies`` are there by name. At the end no page may
    have asked a foreign host for anything, or met with the content-security-policy.
    """
    seen: list[tuple[BrowserContext, Watch]] = []

    def open_page(
        address: str,
        *,
        width: int = 1280,
        height: int = 900,
        scheme: Literal["light", "dark"] = "light",
        locale: str = "fi-FI",
        before: str = "",
        cookies: dict[str, str] | None = None,
    ) -> Page:
        context = readers.another(locale, [each for each, _ in seen])
        seen.append((context, Watch(context, urlsplit(address).netloc)))
        context.add_cookies([{"name": name, "value": each, "url": address} for name, each in (cookies or {}).items()])
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme=scheme)
        page.add_init_script(before)
        page.goto(address)
        settled(page)
        return page

    yield open_page
    for context, watch in seen:
        watch.end()
        forget(context)
    assert [trouble for _, watch in seen for trouble in watch.troubles] == []
