"""What became of asking an address."""

from dataclasses import dataclass
from typing import Literal

State = Literal["ok", "moved", "dead", "uncertain", "refused"]
Reason = Literal["", "host", "private", "slow", "loop", "certificate", "connection", "address"]

STATES: tuple[State, ...] = ("ok", "moved", "dead", "uncertain", "refused")
"""It leads somewhere; it does under a new address for good; it leads nowhere; nobody knows; it was not asked because it
is within a private network."""
REASONS: tuple[Reason, ...] = ("", "host", "private", "slow", "loop", "certificate", "connection", "address")
"""Why there is no status: no such host, a private address, out of time, too many redirects, a certificate that is not
trusted, no connection, an address that cannot be asked."""
GONE = (404, 410)
"""The HTTP statuses that say that there is nothing, and will be nothing."""


@dataclass(frozen=True)
class LinkAnswer:
    """What became of asking a link: ``status`` is the last HTTP status, None if there was none; ``moved_to`` the new
    address of a link that moved for good; ``reason`` says why there is no status, empty if there is one."""

    state: State
    status: int | None = None
    moved_to: str | None = None
    reason: Reason = ""


def answer_of(status: int, moved_to: str | None) -> LinkAnswer:
    """The answer that an HTTP status gives; ``moved_to``: where permanent redirects led, None if there were none.

    Statuses such as 403, 429 and 500 tell of the server, or of what it thinks of programs, and not of the page.
    """
    if status in GONE:
        return LinkAnswer("dead", status)
    if status >= 400:
        return LinkAnswer("uncertain", status)
    return LinkAnswer("moved", status, moved_to) if moved_to else LinkAnswer("ok", status)
