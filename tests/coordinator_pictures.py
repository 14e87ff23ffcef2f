"""The pictures of docs/monta-paivittajaa.md: what a coordinator sees whose copy is older than what is published."""

from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page

from analysis.settings import ROOT
from tests.browser.serving import Server, serving
from tests.browser.test_two_coordinators import second_upload
from tests.browser.waiting import settled

OUT = ROOT / "docs" / "monta-paivittajaa"
CARDS = {"tiedosto": "card-verdict", "kohta": "card-conflicts", "muutokset": "card-difference"}
"""The cards of the page, by the names of their pictures."""
SIZE = {"width": 900, "height": 900}


def take(browser: Browser) -> None:
    """Take them all."""
    OUT.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder, serving(Path(folder)) as server:
        first, second = (_editor(browser, server) for _ in range(2))
        with closing(first.context), closing(second.context):
            second_upload(first, second, Path(folder))
            for name, card in CARDS.items():
                second.locator(f".st-key-{card}").screenshot(path=OUT / f"{name}.png")


def _editor(browser: Browser, server: Server) -> Page:
    """The editors' page in a browser of its own."""
    page = browser.new_context(viewport=SIZE, locale="fi-FI", timezone_id="Europe/Helsinki").new_page()
    page.goto(server.editors or "")
    settled(page)
    return page
