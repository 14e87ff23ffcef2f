"""Times as they are written, by the clock of Finland."""

from datetime import datetime
from zoneinfo import ZoneInfo

from analysis.words import Words

HOME = ZoneInfo("Europe/Helsinki")


def today() -> str:
    """The day it is now, ISO."""
    return datetime.now(HOME).date().isoformat()


def day(words: Words, moment: datetime) -> str:
    """The day of a moment: 24.11.2026."""
    return words.day(moment.astimezone(HOME).date().isoformat())


def moment(words: Words, time: datetime) -> str:
    """Day and time: "24.11.2026 klo 12.30"."""
    here = time.astimezone(HOME)
    return words("frame.moment", day=day(words, time), hour=here.hour, minute=f"{here.minute:02}")
