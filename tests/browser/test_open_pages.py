"""What was published or withdrawn meanwhile reaches a tab that is left open and a reader who comes back."""

from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import expect

from analysis.store import Store
from tests.browser.accessibility import violations
from tests.browser.conftest import Visit
from tests.browser.serving import serving
from tests.browser.test_downloads import menu
from tests.browser.waiting import settled
from tests.web.http_client import ask


def withdraw(address: str, id: str) -> None:
    """Withdraw a revision as the command line does: in another process than the server's."""
    store = Store.open(address)
    store.withdraw(id, datetime.now(UTC))
    store.close()


def publish_again(address: str) -> None:
    """Publish what is published once more."""
    store = Store.open(address)
    tables, now = store.tables("1"), datetime.now(UTC)
    store.publish(tables, author="Aino", note="", now=now, parent="1")
    store.close()


def test_an_open_tab_gives_nothing_of_a_withdrawn_revision(visit: Visit, tmp_path: Path):
    with serving(tmp_path, editor_key="avain") as server:
        publish_again(server.store)
        page = visit(server.address)
        expect(page.locator("footer, .foot").first).to_contain_text("Versio 2")
        files = menu(page)
        button = page.locator(".st-key-csv_people_overview_regions button")
        with page.expect_response(lambda answer: "/media/" in answer.url) as answer, page.expect_download():
            button.click()
        place = urlsplit(answer.value.url).path
        assert ask(server, place).status == 200
        withdraw(server.store, "2")
        assert ask(server, place).status == 404
        page.locator(".st-key-png_overview_regions button").click()
        error = page.locator("[data-testid=stDownloadButtonError]")
        expect(error).to_contain_text("Lataa sivu ja yritä uudelleen")
        assert violations(page) == []
        assert "NoRight" in server.log.read_text(encoding="utf-8")
        page.locator("[role=dialog] button").first.click()
        expect(files).to_have_count(0)
        page.locator("[data-menu=overview_regions]").click()
        expect(page.locator("footer, .foot").first).to_contain_text("Versio 1")
        settled(page)
        menu(page)
        with page.expect_download():
            button.click()


def test_a_reader_who_comes_back_within_a_minute_sees_what_was_published_meanwhile(visit: Visit, tmp_path: Path):
    with serving(tmp_path, editor_key="avain") as server:
        page = visit(server.address)
        settled(page)
        expect(page.locator(".foot")).to_contain_text("Versio 1")
        publish_again(server.store)
        page.goto(f"{server.address}/about")
        settled(page)
        page.goto(server.address, wait_until="commit")
        assert page.evaluate("performance.getEntriesByType('navigation')[0].transferSize") == 0
        settled(page)
        expect(page.locator(".foot")).to_contain_text("Versio 2")
