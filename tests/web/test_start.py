"""How the server starts and ends."""

import json
import socket
import sqlite3
import weakref
from contextlib import closing
from urllib.parse import urlsplit

from analysis.web.start import unhurried
from tests.browser.serving import serving
from tests.web.asking import ask


def test_with_a_key_of_the_settings_no_key_is_printed(tmp_path):
    with serving(tmp_path, editor_key="sovittu avain") as server:
        assert server.editors is None and "sovittu" not in server.log.read_text(encoding="utf-8")
        assert ask(server, "/update?key=sovittu+avain").headers["location"] == "/update"


def test_readers_of_the_public_address_get_a_cookie_for_tls(tmp_path):
    with serving(tmp_path, public_address="https://klusterit.example/", language="en") as server:
        assert server.editors.startswith("https://klusterit.example/update?key=")
        found = ask(server, "/update?" + urlsplit(server.editors).query)
        assert "; Secure" in found.headers["set-cookie"]
        assert found.headers["strict-transport-security"] == "max-age=31536000"


def test_a_restart_shows_the_same_revision(tmp_path):
    told = []
    for _ in range(2):
        with serving(tmp_path) as server:
            told.append(json.loads(ask(server, "/health").body))
    assert told[0] == told[1]


def test_health_says_so_where_the_store_does_not_answer(tmp_path):
    with serving(tmp_path) as server:
        with closing(sqlite3.connect(tmp_path / "store.sqlite")) as connection:
            connection.execute("ALTER TABLE revision RENAME TO elsewhere")
        found = ask(server, "/health")
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
