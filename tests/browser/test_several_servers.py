"""Two servers on one store, behind a real nginx or each by itself: one dashboard."""

import json
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import count
from time import monotonic
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from analysis.access import COOKIE
from analysis.store import Store
from tests.browser.conftest import Visit
from tests.browser.proxying import ANSWERED_BY, free_port, proxied
from tests.browser.serving import Server, serving
from tests.browser.test_main_job import choose, downloaded, number, workbook
from tests.browser.test_main_job import upload as upload_in
from tests.browser.test_two_coordinators import OWN, edit
from tests.browser.waiting import settled, until
from tests.web.http_client import ask

KEY = "sama avain"
MARK = "klusteripulssi_server"
"""The cookie by which nginx holds a browser to one server."""
DONE = ".st-key-card-done h2"
OTHERS = ".st-key-card-verdict .notice[role=alert]"
ANSWERED = f"() => document.querySelector('{DONE}, {OTHERS}')"
"""What a press of Publish led to is on the page: it was done, or others were first."""
SECONDS = 20
"""Patience with a busy machine; what it really took is printed."""


@dataclass(frozen=True)
class Pair:
    """The address of nginx, the two servers behind it, and the cookie that leads to each."""

    address: str
    servers: tuple[Server, Server]
    marks: tuple[dict[str, str], dict[str, str]]


@pytest.fixture
def pair(tmp_path, database: str) -> Iterator[Pair]:
    port = free_port()
    given = {"store": database, "editor_key": KEY, "public_address": f"http://127.0.0.1:{port}"}
    folders = [tmp_path / name for name in ("one", "two", "nginx")]
    for each in folders:
        each.mkdir()
    folders[2].chmod(0o755)
    with ExitStack() as stack:
        one, two = (stack.enter_context(serving(folder, **given)) for folder in folders[:2])
        address = stack.enter_context(proxied(folders[2], port, [one, two]))
        yield Pair(address, (one, two), (mark(address, one), mark(address, two)))


def mark(address: str, server: Server) -> dict[str, str]:
    """The cookie with which nginx leads to a server."""
    proxy, host = replace(server, address=address), urlsplit(server.address).netloc
    return next(
        {MARK: each}
        for each in (f"{number:032x}" for number in count())
        if ask(proxy, "/health", cookie=f"{MARK}={each}").headers[ANSWERED_BY.lower()] == host
    )


def revision(server: Server) -> str:
    return json.loads(ask(server, "/health").body)["revision"]


def seen_within(server: Server, wanted: str) -> float:
    """Seconds until a server tells a revision."""
    start = monotonic()
    while revision(server) != wanted:
        assert monotonic() - start < SECONDS, "the revision was never seen"
    return monotonic() - start


def shows(page: Page, events: str) -> None:
    """Wait until a page says so many events."""
    until(page, "events => document.querySelector('.number .value')?.textContent === events", events)


def press(page: Page, key: str) -> None:
    page.locator(f".st-key-{key} button").click()


def test_what_is_published_and_withdrawn_on_one_server_is_so_on_the_other(pair: Pair, tmp_path, visit: Visit, capsys):
    here, there = pair.servers
    assert [revision(each) for each in pair.servers] == ["1", "1"]
    reader = visit(pair.address, cookies=pair.marks[0])
    assert number(reader) == "38"
    choose(reader, "regions", "Lappi")
    assert (number(reader), reader.url) == ("13", f"{pair.address}/?regions=19")

    editor = visit(f"{pair.address}/update?key={KEY.replace(' ', '+')}", cookies=pair.marks[1])
    path = workbook(tmp_path)
    upload_in(editor, path)
    press(editor, "publish")
    expect(editor.locator(".st-key-card-done h2")).to_have_text("Versio 2 on julkaistu")
    took = seen_within(here, "2")
    choose(reader, "regions", "Lappi")
    shows(reader, "39")
    with capsys.disabled():
        print(f"\na publish on one server was seen on the other within {took * 1000:.0f} ms")

    kept = {each["name"]: each["value"] for each in editor.context.cookies()}
    of_it = (f"/files/2/{sha256(path.read_bytes()).hexdigest()}", "/embed/overview/regions?rev=2")
    of_it += ("/stories/fi/region-19.html?rev=2",)
    answers = [[ask(each, path, cookie=f"{COOKIE}={kept[COOKIE]}") for path in of_it] for each in pair.servers]
    assert [[each.status for each in answered] for answered in answers] == [[200] * 3] * 2
    editor.goto(f"{pair.address}/history")
    settled(editor)
    press(editor, "more_2")
    press(editor, "withdraw_2")
    editor.locator(".st-key-withdraw_number_2 input").fill("2")
    editor.locator(".st-key-withdraw_number_2 input").press("Enter")
    press(editor, "withdraw_yes_2")
    expect(editor.locator(".notice[role=status]").first).to_contain_text("Version 2 tiedostot ja taulukot on poistettu")
    assert [revision(each) for each in pair.servers] == ["1", "1"]
    answers = [[ask(each, path, cookie=f"{COOKIE}={kept[COOKIE]}") for path in of_it] for each in pair.servers]
    assert [[each.status for each in answered] for answered in answers] == [[404] * 3] * 2
    reader.goto(f"{pair.address}/?rev=2")
    settled(reader)
    expect(reader.locator(".notice").first).to_contain_text("Versiota 2 ei ole")
    shows(reader, "38")
    assert there.process.poll() is None


def test_two_who_publish_on_two_servers_at_the_same_moment_lose_nothing(url: str, tmp_path, visit: Visit):
    folders = [tmp_path / name for name in ("one", "two")]
    with ExitStack() as stack:
        for each in folders:
            each.mkdir()
        servers = [stack.enter_context(serving(each, store=url, editor_key=KEY)) for each in folders]
        pages = [visit(f"{each.address}/update?key={KEY.replace(' ', '+')}") for each in servers]
        copies = [downloaded(page, "download_data", folder) for page, folder in zip(pages, folders, strict=True)]
        for page, copy, added in zip(pages, copies, OWN, strict=True):
            upload_in(page, edit(copy, 2100, added))
        for page in pages:
            page.evaluate("document.querySelector('.st-key-publish button').click()")
        for page in pages:
            until(page, ANSWERED)
            settled(page)
        (published,), (second,) = ([page for page in pages if page.locator(DONE).count() == count] for count in (1, 0))
        expect(published.locator(DONE)).to_have_text("Versio 2 on julkaistu")
        expect(second.locator(OTHERS)).to_contain_text("Joku muu julkaisi version 2 sillä välin")
        press(second, "publish")
        expect(second.locator(DONE)).to_have_text("Versio 3 on julkaistu")
        store = Store.open(url)
        assert [each.parent for each in store.revisions()] == ["2", "1", None]
        assert set(OWN) <= set(store.tables("3")["events"]["name"])
        store.close()
