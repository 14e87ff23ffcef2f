"""How many wrong keys are looked at: few of one sender, and not endlessly many of all together."""

from collections import deque
from dataclasses import dataclass, field
from datetime import datetime
from ipaddress import IPv6Address, ip_address, ip_network


@dataclass(frozen=True)
class Attempts:
    """Wrong keys by sender: after ``most`` of one, or ``in_all`` of all, within ``seconds`` no more are looked at.

    A browser that once came in counts as a sender of its own, whom the wrong keys of others concern in no way: so
    nobody locks an editor out.
    """

    most: int = 10
    in_all: int = 100
    seconds: int = 60
    senders: int = 10_000
    wrong: dict[str, deque[float]] = field(default_factory=dict, repr=False)
    of_all: deque[float] = field(default_factory=deque, repr=False)

    def open_to(self, sender: str, now: datetime, known: bool = False) -> bool:
        """Whether a key of this sender is looked at; ``known``: the sender is a browser that once came in."""
        late = len(self._lately(self.of_all, now)) >= self.in_all and not known
        return not late and len(self._lately(self.wrong.get(sender, deque()), now)) < self.most

    def note(self, sender: str, now: datetime, known: bool = False) -> int:
        """Note a wrong key; how many of this sender that makes lately. Who came long ago is forgotten first."""
        times = deque(self._lately(self.wrong.pop(sender, deque()), now))
        times.append(now.timestamp())
        self.wrong[sender] = times
        if len(self.wrong) > self.senders:
            del self.wrong[next(iter(self.wrong))]
        if not known:
            kept = [*self._lately(self.of_all, now), now.timestamp()]
            self.of_all.clear()
            self.of_all.extend(kept)
        return len(times)

    def _lately(self, times: deque[float], now: datetime) -> list[float]:
        return [each for each in times if now.timestamp() - each < self.seconds]


def neighbourhood(address: str) -> str:
    """The address as a sender is counted by it: of IPv6 the network of 64 bits, which one household has."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    return str(ip_network(f"{found}/64", strict=False)) if isinstance(found, IPv6Address) else str(found)
