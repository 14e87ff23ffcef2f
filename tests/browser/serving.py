"""A real server: the program as `streamlit run` starts it, in a process, a folder and on a port of its own."""

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
START_SECONDS = 240
ADDRESS = re.compile(r"https?://\S+")
OURS = "KLUSTERIPULSSI_"
HERE = "127.0.0.1"


@dataclass(frozen=True)
class Server:
    """A running server: its address, the editors' address where it printed one, its store, what it wrote so far."""

    address: str
    editors: str | None
    store: str
    log: Path
    process: subprocess.Popen[bytes]


@contextmanager
def serving(
    folder: Path,
    *flags: str,
    program: Path = ROOT,
    start: Sequence[str] = ("streamlit",),
    port: int | None = None,
    **settings: str,
) -> Iterator[Server]:
    """A server on the store of a folder, stopped at the end; on the same folder again it is the same dashboard.

    ``settings`` are named as in `analysis.settings`, ``{port}`` in one is the server's; ``flags`` are further ones of
    ``streamlit run``; ``start`` is the module that starts it, with arguments before those of streamlit; ``port``: that
    of a server before, for readers who have it open.
    """
    store = settings.pop("store", f"sqlite:///{folder / 'store.sqlite'}")
    inherited = {name: value for name, value in os.environ.items() if not name.startswith((OURS, "STREAMLIT_"))}
    port = port or free_port()
    told = {"store": store, **settings}
    ours = {OURS + name.upper(): value.replace("{port}", str(port)) for name, value in told.items()}
    where = (f"--server.port={port}", f"--server.address={HERE}")
    command = [sys.executable, "-m", *start, "run", "dashboard.py", *where, *flags]
    log = folder / "server.log"
    with (
        log.open("wb") as written,
        subprocess.Popen(
            command, cwd=program, env=inherited | ours, stdout=written, stderr=subprocess.STDOUT
        ) as process,
    ):
        try:
            prints_no_key = settings.get("editor_key") or settings.get("access", "key") != "key"
            printed = greeting(log, process, wanted=1 if prints_no_key else 2)
            yield Server(f"http://{HERE}:{port}", printed[1] if len(printed) > 1 else None, store, log, process)
        finally:
            process.terminate()


def free_port() -> int:
    """A port that nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind((HERE, 0))
        return int(probe.getsockname()[1])


def greeting(log: Path, process: subprocess.Popen[bytes], wanted: int) -> list[str]:
    """The addresses that the server prints when it is ready; AssertionError with all that it wrote where it fails."""
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until and process.poll() is None:
        found = ADDRESS.findall(log.read_text(encoding="utf-8"))
        if len(found) >= wanted:
            return found
        time.sleep(0.05)
    raise AssertionError(f"the server did not start: {log.read_text(encoding='utf-8')}")
