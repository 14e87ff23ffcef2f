"""When a recording must have captions: 14 days after it was published (Act 306/2019, sections 3 and 7)."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

DAYS = 14
EXEMPT_BEFORE = "2020-09-23"
"""Recordings published before this ISO day need no captions, but are to be named."""
CaptionState = Literal["exempt", "left", "overdue", "unknown"]


@dataclass(frozen=True)
class CaptionTerm:
    """The term of a recording without captions: that it needs none, how many days are left or overdue, or that the day
    of publishing is not known."""

    state: CaptionState
    days: int = 0


def caption_term(published: str, today: str) -> CaptionTerm:
    """The term of a recording by the ISO day on which it was published, of any precision, empty if that is not known.

    A year or month counts by its last day, so nobody is called late too early. ``today``: an ISO day.
    """
    if not published:
        return CaptionTerm("unknown")
    last = last_day(published)
    if last.isoformat() < EXEMPT_BEFORE:
        return CaptionTerm("exempt")
    days = (last + timedelta(days=DAYS) - date.fromisoformat(today)).days
    return CaptionTerm("left", days) if days >= 0 else CaptionTerm("overdue", -days)


def last_day(day: str) -> date:
    """The last day that an ISO day of any precision can mean: "2023-02" is 28.2.2023."""
    if len(day) == len("2023-02-01"):
        return date.fromisoformat(day)
    year, month = int(day[:4]), int(day[5:] or 12)
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
