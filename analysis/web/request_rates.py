"""How many requests a sender may make in a minute. Counts are forgotten at the end of each minute."""

from collections import Counter
from dataclasses import dataclass, field
from threading import Lock

MINUTE = 60
SENDERS = 10_000
"""So many senders are counted one by one within a minute; all further ones together."""


@dataclass
class RequestRates:
    """Counts requests by sender within the running minute."""

    minute: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    lock: Lock = field(default_factory=Lock, repr=False)

    def seconds_to_wait(self, sender: str, now: float, most: int) -> int:
        """Count a request: 0 if it is one of the ``most`` of this minute, else the seconds until the next one.

        ``now``: seconds of a clock that never goes back.
        """
        with self.lock:
            if (minute := int(now // MINUTE)) != self.minute:
                self.minute, self.counts = minute, Counter()
            counted = sender if sender in self.counts or len(self.counts) < SENDERS else ""
            self.counts[counted] += 1
            return int(MINUTE - now % MINUTE) + 1 if self.counts[counted] > most else 0
