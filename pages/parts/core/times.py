"""Times as they are written, by the clock of Finland."""

from datetime import datetime
from zoneinfo import ZoneInfo

from analysis.words import Translator

TIME_ZONE = ZoneInfo("Europe/Helsinki")


def today() -> str:
    """The day it is now, ISO."""
    return datetime.now(TIME_ZONE).date().isoformat()


def day(words: Translator, moment: datetime) -> str:
    """The day of a moment: 24.11.2026."""
    return words.day(moment.astimezone(TIME_ZONE).date().isoformat())


def moment(words: Translator, time: datetime) -> str:
    """Day and time: "24.11.2026 klo 12.30"."""
    here = time.astimezone(TIME_ZONE)
    return words("frame.moment", day=day(words, time), hour=here.hour, minute=f"{here.minute:02}")
