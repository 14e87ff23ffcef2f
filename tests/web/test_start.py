"""How the server starts and ends."""

import json
import socket
import sqlite3
import weakref
from collections.abc import Iterator
from contextlib import closing
from urllib.parse import urlsplit

import pytest

from analysis.web.start import unhurried
from tests.browser.serving import Server, serving
from tests.web.asking import ask


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server on an empty store, with a key of the settings."""
    with serving(tmp_path_factory.mktemp("first"), editor_key="sovittu avain") as running:
        yield running


@pytest.fixture(scope="module")
def second(first: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A later start on the same store, under a public address."""
    told = {"public_address": "https://klusterit.example/", "language": "en"}
    with serving(tmp_path_factory.mktemp("second"), store=first.store, **told) as running:
        yield running


def test_with_a_key_of_the_settings_no_key_is_printed(first: Server):
    assert first.editors is None and "sovittu" not in first.log.read_text(encoding="utf-8")
    assert ask(first, "/update?key=sovittu+avain").headers["location"] == "/update"


def test_readers_of_the_public_address_get_a_cookie_for_tls(second: Server):
    assert second.editors.startswith("https://klusterit.example/update?key=")
    found = ask(second, "/update?" + urlsplit(second.editors).query)
    assert "; Secure" in found.headers["set-cookie"]
    assert found.headers["strict-transport-security"] == "max-age=31536000"


def test_a_restart_shows_the_same_revision(first: Server, second: Server):
    assert ask(first, "/health").status == 200
    assert json.loads(ask(first, "/health").body) == json.loads(ask(second, "/health").body)


def test_health_says_so_where_the_store_does_not_answer(second: Server):
    with closing(sqlite3.connect(second.store.removeprefix("sqlite:///"))) as connection:
        connection.execute("ALTER TABLE revision RENAME TO elsewhere")
    found = ask(second, "/health")
    assert (found.status, json.loads(found.body)["status"]) == (503, "unavailable")


def test_small_messages_leave_at_once():
    gone = weakref.proxy(set())
    with socket.socket(socket.AF_INET) as waiting:
        waiting.bind(("127.0.0.1", 0))
        waiting.listen()
        unhurried()
        with socket.create_connection(waiting.getsockname()), waiting.accept()[0] as taken:
            assert taken.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
    assert type(gone) is weakref.ProxyType
