"""The server's address, and what is asked of its socket."""

import fcntl
import gc
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from analysis.streamlit_adapter import server

OPTIONS = {"server.sslCertFile": None, "server.address": None, "server.port": 8501, "server.baseUrlPath": ""}


@pytest.mark.parametrize(
    ("options", "address"),
    [
        ({}, "http://localhost:8501"),
        ({"server.port": 8600}, "http://localhost:8600"),
        ({"server.address": "0.0.0.0"}, "http://localhost:8501"),
        ({"server.address": "::"}, "http://localhost:8501"),
        ({"server.address": "::1"}, "http://[::1]:8501"),
        ({"server.address": "10.0.0.7"}, "http://10.0.0.7:8501"),
        ({"server.sslCertFile": "a.pem", "server.address": "a.example"}, "https://a.example:8501"),
        ({"server.baseUrlPath": "/pulssi/"}, "http://localhost:8501/pulssi"),
    ],
)
def test_the_address_is_that_of_streamlits_settings(options, address):
    assert server.own_address((OPTIONS | options).get) == address


def without_delay(family: socket.AddressFamily, host: str, asked: int | None = None) -> tuple[int, bool]:
    """How many sockets were found, and whether a connection to one of them sends at once."""
    with socket.socket(family) as listening:
        listening.bind((host, 0))
        listening.listen()
        count = server.send_at_once(listening.getsockname()[1] if asked is None else asked)
        with socket.create_connection(listening.getsockname()[:2]), listening.accept()[0] as accepted:
            return count, bool(accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))


@pytest.mark.parametrize(("family", "host"), [(socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")])
def test_small_messages_leave_at_once(family, host):
    assert without_delay(family, host) == (1, True)


def test_sockets_of_other_ports_are_left_alone():
    assert without_delay(socket.AF_INET, "127.0.0.1", asked=1) == (0, False)


def test_where_the_system_lists_no_open_files_all_goes_on(monkeypatch, tmp_path):
    monkeypatch.setattr(server, "OPEN_FILES", tmp_path / "nowhere")
    assert without_delay(socket.AF_INET, "127.0.0.1") == (0, False)


def test_no_file_is_left_open_by_the_search():
    before = len(list(Path("/dev/fd").iterdir()))
    with socket.create_server(("127.0.0.1", 0)) as listening, Path(os.devnull).open():
        for port in (1, listening.getsockname()[1]):
            server.send_at_once(port)
    assert len(list(Path("/dev/fd").iterdir())) <= before


def test_the_locks_on_other_files_are_kept(tmp_path):
    """A process loses its locks on a file when it closes any copy of it: SQLite's readers would then see old rows."""
    path = tmp_path / "store.sqlite"
    attempt = "import fcntl, sys; fcntl.lockf(open(sys.argv[1], 'r+'), fcntl.LOCK_EX | fcntl.LOCK_NB)"
    with path.open("w") as file:
        fcntl.lockf(file, fcntl.LOCK_EX)
        server.send_at_once(1)
        done = subprocess.run([sys.executable, "-c", attempt, str(path)], capture_output=True, text=True, check=False)
    assert "BlockingIOError" in done.stderr


def test_threads_take_turns_sooner_and_what_is_loaded_is_frozen():
    switch, frozen = sys.getswitchinterval(), gc.get_freeze_count()
    try:
        server.tune_process()
        assert sys.getswitchinterval() == pytest.approx(0.0005) and gc.get_freeze_count() > frozen
    finally:
        sys.setswitchinterval(switch)
        gc.unfreeze()
