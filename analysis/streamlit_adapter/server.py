"""Streamlit's server: its address, and the settings of the process that it shares with us.

It runs on uvloop where that is installed (everywhere but on Windows), which has small messages leave at once: Streamlit
listens on a socket that names no protocol, so that asyncio's own loop would have each wait for the last one's
acknowledgement, some 40 ms (docs/decisions/112, 200).
"""

import gc
import resource
import sys
from collections.abc import Callable
from typing import Any

Option = Callable[[str], Any]
"""Streamlit's settings by name: ``st.get_option``."""
SESSION_FILES = 4
"""Open files of a session: its socket, and an event loop of its own with a queue of events and two ends of a socket."""
ENDED_SESSIONS = 128
"""So many sessions Streamlit keeps for two minutes after their socket closed, each with its event loop."""
OTHER_FILES = ENDED_SESSIONS * (SESSION_FILES - 1) + 240
"""Open files that are left for all but open sessions: those that ended, plain requests, the store, the checks."""
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
    return f"{scheme}://{f'[{host}]' if ':' in host else host}:{option('server.port')}{base_path(option)}"


def base_path(option: Option) -> str:
    """The path of the host below which the server stands: "/pulssi"; "" for its root."""
    path = (option("server.baseUrlPath") or "").strip("/")
    return f"/{path}" if path else ""


def open_more_files() -> int:
    """Allow this process as many open files as the system lets it have; how many those are.

    A shell and systemd give a program 1,024 unless it asks for more, since older programs cannot count further.
    """
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    except (OSError, ValueError):
        # macOS names no bound and allows none.
        return soft
    return hard


def session_room() -> int:
    """How many sessions the open files allow that the process may have now, with room for everything else."""
    soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    files = soft if soft != resource.RLIM_INFINITY else sys.maxsize
    return max((files - OTHER_FILES) // SESSION_FILES, 1)


def tune_process() -> None:
    """Set what speeds up the whole process, once all is loaded. To measure: ``make bench`` with and without this call.

    Threads take turns sooner: a page's script computes in one thread while another sends its output; with Python's 5 ms
    pictures leave later (docs/decisions/112). The garbage collector passes over all that is loaded by now.
    """
    sys.setswitchinterval(SWITCH_SECONDS)
    gc.collect()
    gc.freeze()
