"""When a row was changed last, as files and feeds need it."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class LastChange:
    """``sequence``: a number that grows with each revision in which the row changed; ``time``: when that was, aware."""

    sequence: int
    time: datetime
