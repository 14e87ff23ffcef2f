"""How the server starts and ends."""

import json
import os
import socket
import sqlite3
import subprocess
import sys
from contextlib import ExitStack, closing, suppress
from urllib.parse import urlsplit

from tests.browser.serving import HERE, OURS, ROOT, Server, greeting, serving
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
