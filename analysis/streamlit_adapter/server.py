"""Streamlit's server: its address, its socket, and the settings of the process that it shares with us."""

import gc
import socket
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

Option = Callable[[str], Any]
"""Streamlit's settings by name: ``st.get_option``."""
OPEN_FILES = Path("/dev/fd")
"""The numbers of the process's open files, on Linux and macOS."""
ANY_HOST = ("", "0.0.0.0", "::")
SWITCH_SECONDS = 0.0005
"""Seconds after which a thread that computes lets another one go on (Python: 0.005)."""


def own_address(option: Option) -> str:
    """The server's address as a browser on this machine reaches it, without a slash at its end.

    Streamlit writes the port that it takes into its setting before it starts us (``UvicornRunner.run``). Under another
    server that runs ``dashboard:app`` the address may be wrong; the setting for the public address is the remedy.
    """
    scheme = "https" if option("server.sslCertFile") else "http"
    host = option("server.address") or ""
    if host in ANY_HOST:
        host = "localhost"
    path = (option("server.baseUrlPath") or "").strip("/")
    return f"{scheme}://{f'[{host}]' if ':' in host else host}:{option('server.port')}" + (f"/{path}" if path else "")


def send_at_once(port: int) -> int:
    """Have small messages leave at once, not after the last one was acknowledged (some 40 ms); how many sockets do so.

    asyncio sets TCP_NODELAY (RFC 9293, 3.7.4) on sockets that name their protocol; the one that Streamlit listens on
    names none. Connections inherit it from that socket, which has the port among the process's open files. If the
    system lists no open files, nothing happens: pages then are as much slower.
    """
    count = 0
    for path in OPEN_FILES.iterdir() if OPEN_FILES.is_dir() else ():
        try:
            listener = socket.socket(fileno=int(path.name))
        except OSError:
            continue
        try:
            network = listener.family in (socket.AF_INET, socket.AF_INET6) and listener.type == socket.SOCK_STREAM
            listens = network and listener.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN) == 1
            if listens and listener.getsockname()[1] == port:
                listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                count += 1
        except OSError:
            continue
        finally:
            # Nothing is copied or closed here: closing a copy of a file, such as SQLite's, would drop the locks on it.
            listener.detach()
    return count


def tune_process() -> None:
    """Set what speeds up the whole process, once all is loaded. To measure: ``make bench`` with and without this call.

    Threads take turns sooner: a page's script computes in one thread while another sends its output; with Python's 5 ms
    pictures leave later (docs/decisions/112). The garbage collector passes over all that is loaded by now.
    """
    sys.setswitchinterval(SWITCH_SECONDS)
    gc.collect()
    gc.freeze()
