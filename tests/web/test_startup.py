"""How the server starts and ends."""

import json
import os
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, closing, suppress
from urllib.parse import urlsplit

import pytest

from tests.browser.serving import HERE, OURS, ROOT, Server, greeting, serving
from tests.web.http_client import ask


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server on an empty store, with a key of the settings."""
    with serving(tmp_path_factory.mktemp("first"), editor_key="sovittu avain") as running:
        yield running


@pytest.fixture(scope="module")
def health_before(first: Server) -> dict:
    """The first server's health before the second one starts."""
    return json.loads(ask(first, "/health").body)


@pytest.fixture(scope="module")
def second(first: Server, health_before: dict, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
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


def test_a_restart_shows_the_same_revision(health_before: dict, second: Server):
    assert health_before["status"] == "ok" and health_before["revision"]
    assert json.loads(ask(second, "/health").body) == health_before


def test_a_server_that_is_stopped_leaves_nothing_in_the_temporary_folder(tmp_path, monkeypatch):
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    with serving(tmp_path, editor_key="avain") as running:
        assert list(temporary.iterdir())
    running.process.wait()
    assert list(temporary.iterdir()) == []


def test_health_says_so_where_the_store_does_not_answer(second: Server):
    with closing(sqlite3.connect(second.store.removeprefix("sqlite:///"))) as connection:
        connection.execute("ALTER TABLE revision RENAME TO elsewhere")
    found = ask(second, "/health")
    assert (found.status, json.loads(found.body)["status"]) == (503, "unavailable")


def test_the_editors_address_is_right_where_streamlit_takes_the_next_port(tmp_path):
    """Streamlit tries its usual port and then the next ones, if nobody named a port."""
    usual, log = 8501, tmp_path / "server.log"
    command = [sys.executable, "-m", "streamlit", "run", "dashboard.py", f"--server.address={HERE}"]
    inherited = {name: value for name, value in os.environ.items() if not name.startswith((OURS, "STREAMLIT_"))}
    environment = inherited | {f"{OURS}STORE": f"sqlite:///{tmp_path / 'store.sqlite'}"}
    with ExitStack() as stack:
        # Another program that has the port already is as good.
        with suppress(OSError):
            stack.enter_context(socket.create_server((HERE, usual)))
        written = stack.enter_context(log.open("wb"))
        process = stack.enter_context(
            subprocess.Popen(command, cwd=ROOT, env=environment, stdout=written, stderr=subprocess.STDOUT)
        )
        stack.callback(process.terminate)
        own, editors = greeting(log, process, wanted=2)
        parts = urlsplit(editors)
        assert own == f"http://{HERE}:{parts.port}" and parts.port != usual
        server = Server(own, editors, "", log, process)
        assert "set-cookie" in ask(server, f"{parts.path}?{parts.query}").headers
