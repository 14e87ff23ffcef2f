"""The limit of wrong keys: few from one sender, and not endlessly many from all together."""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from ipaddress import IPv6Address, ip_address, ip_network


@dataclass(frozen=True)
class KeyAttemptLimit:
    """Wrong keys by sender: after ``most`` of one, or ``in_all`` of all, within ``seconds`` no more keys are checked.

    Familiar browsers, which once came in, are counted separately, so others' failed attempts cannot lock them out: each
    by itself, and all that came in with the same key together, since each sign-in makes a new one of a browser. That
    key's ``holder`` is "" for strangers.
    Times are seconds of a clock that nobody sets (`time.monotonic`); ``wrong`` and ``of_all`` hold those of the
    attempts.
    """

    most: int = 10
    in_all: int = 100
    seconds: int = 60
    senders: int = 10_000
    wrong: dict[str, deque[float]] = field(default_factory=dict, repr=False)
    of_all: dict[str, list[float]] = field(default_factory=dict, repr=False)

    def allows(self, sender: str, now: float, holder: str = "") -> bool:
        """Whether a key of this sender is checked; ``holder``: of the key with which the browser once came in."""
        if len(self._recent(self.of_all.get(holder, ()), now)) >= self.in_all:
            return False
        return len(self._recent(self.wrong.get(sender, deque()), now)) < self.most

    def note_wrong_key(self, sender: str, now: float, holder: str = "") -> int:
        """Note a wrong key; how many recent ones this sender has. Of too many senders the oldest is dropped.

        Holders are few: the settings name their keys.
        """
        times = deque([*self._recent(self.wrong.pop(sender, deque()), now), now])
        self.wrong[sender] = times
        if len(self.wrong) > self.senders:
            del self.wrong[next(iter(self.wrong))]
        self.of_all[holder] = [*self._recent(self.of_all.get(holder, ()), now), now]
        return len(times)

    def _recent(self, times: Iterable[float], now: float) -> list[float]:
        return [each for each in times if now - each < self.seconds]


def sender_network(address: str) -> str:
    """The address as a sender is counted by it: of IPv6 the network of 64 bits, which one household has.

    On a socket for both kinds an address of IPv4 is written as one of IPv6.
    """
    try:
        ip = ip_address(address)
    except ValueError:
        return address
    ip = (isinstance(ip, IPv6Address) and ip.ipv4_mapped) or ip
    return str(ip_network(f"{ip}/64", strict=False)) if isinstance(ip, IPv6Address) else str(ip)
