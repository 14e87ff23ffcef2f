"""Two servers on one PostgreSQL behind a real nginx: one dashboard."""

import json
from collections.abc import Iterator
from contextlib import ExitStack
from time import monotonic

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.browser.proxying import free_port, proxied
from tests.browser.serving import Server, serving
from tests.browser.test_main_job import upload as upload_in
from tests.browser.test_main_job import workbook
from tests.web.asking import ask

KEY = "sama avain"
SECONDS = 20
"""Patience with a busy machine; what it really took is printed."""


@pytest.fixture
def pair(tmp_path, database: str) -> Iterator[tuple[str, list[Server]]]:
    """The address of nginx, and the two servers behind it."""
    port = free_port()
    given = {"store": database, "editor_key": KEY, "public_address": f"http://127.0.0.1:{port}"}
    folders = [tmp_path / name for name in ("one", "two", "nginx")]
    for each in folders:
        each.mkdir()
    folders[2].chmod(0o755)
    with ExitStack() as stack:
        servers = [stack.enter_context(serving(folder, **given)) for folder in folders[:2]]
        yield stack.enter_context(proxied(folders[2], port, servers)), servers


def revision(server: Server) -> str:
    return json.loads(ask(server, "/health").body)["revision"]


def seen_within(server: Server, wanted: str) -> float:
    """Seconds until a server tells a revision."""
    start = monotonic()
    while revision(server) != wanted:
        assert monotonic() - start < SECONDS, "the revision was never seen"
    return monotonic() - start


def test_an_upload_through_nginx_is_published_on_both(pair: tuple[str, list[Server]], tmp_path, visit: Visit, capsys):
    address, servers = pair
    assert [revision(each) for each in servers] == ["1", "1"]
    page = visit(f"{address}/update?key={KEY.replace(' ', '+')}")
    upload_in(page, workbook(tmp_path))
    page.locator(".st-key-publish button").click()
    expect(page.locator(".st-key-card-done h2")).to_have_text("Versio 2 on julkaistu")
    took = max(seen_within(each, "2") for each in servers)
    with capsys.disabled():
        print(f"\na publish on one server was seen on all within {took * 1000:.0f} ms")
