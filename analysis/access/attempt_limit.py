"""The limit of wrong keys: few from one sender, and not endlessly many from all together."""

from collections import deque
from dataclasses import dataclass, field
from datetime import datetime
from ipaddress import IPv6Address, ip_address, ip_network


@dataclass(frozen=True)
class KeyAttemptLimit:
    """Wrong keys by sender: after ``most`` of one, or ``in_all`` of all, within ``seconds`` no more keys are checked.

    Familiar browsers, which once came in, are counted separately, so others' failed attempts cannot lock them out.
    ``wrong`` and ``of_all`` hold the times of the attempts, in seconds since 1970.
    """

    most: int = 10
    in_all: int = 100
    seconds: int = 60
    senders: int = 10_000
    wrong: dict[str, deque[float]] = field(default_factory=dict, repr=False)
    of_all: deque[float] = field(default_factory=deque, repr=False)

    def allows(self, sender: str, now: datetime, familiar: bool = False) -> bool:
        """Whether a key of this sender is checked; ``familiar``: the sender is a browser that once came in."""
        if not familiar and len(self._recent(self.of_all, now)) >= self.in_all:
            return False
        return len(self._recent(self.wrong.get(sender, deque()), now)) < self.most

    def note_wrong_key(self, sender: str, now: datetime, familiar: bool = False) -> int:
        """Note a wrong key; how many recent ones this sender has. Of too many senders the oldest is dropped."""
        times = deque([*self._recent(self.wrong.pop(sender, deque()), now), now.timestamp()])
        self.wrong[sender] = times
        if len(self.wrong) > self.senders:
            del self.wrong[next(iter(self.wrong))]
        if not familiar:
            recent = [*self._recent(self.of_all, now), now.timestamp()]
            self.of_all.clear()
            self.of_all.extend(recent)
        return len(times)

    def _recent(self, times: deque[float], now: datetime) -> list[float]:
        return [each for each in times if now.timestamp() - each < self.seconds]


def sender_network(address: str) -> str:
    """The address as a sender is counted by it: of IPv6 the network of 64 bits, which one household has."""
    try:
        ip = ip_address(address)
    except ValueError:
        return address
    return str(ip_network(f"{ip}/64", strict=False)) if isinstance(ip, IPv6Address) else str(ip)
