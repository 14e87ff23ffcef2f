"""A place in a recording: where a talk begins, in seconds."""

import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from analysis.intake.cells import Reading
from analysis.intake.cells.durations import seconds_of_units
from analysis.intake.cells.serials import DAY
from analysis.intake.issues import Finding
from analysis.intake.text import display_text
from analysis.words.language import clock

_COLONS = re.compile("(?:([0-9]{1,2}):(?=[0-9]{1,2}:[0-9]{2}$))?([0-9]{1,4}):([0-9]{2})")
_SECONDS = re.compile("[0-9]{1,6}(?:[.,]0+)?")
_DOTTED = re.compile("[0-9]{1,4}(?:[.][0-9]{2}){1,2}")


@dataclass(frozen=True)
class ClockReader:
    """Reads ``12:30`` (minutes and seconds), ``1:02:30``, seconds, and the values that Excel makes of them.

    12:30 is half past twelve for Excel, so a time without seconds means minutes and seconds; one with seconds means
    hours, minutes and seconds.
    """

    epoch_1904: bool = False

    def read(self, value: Any) -> Reading:
        """The seconds as int, or "bad-number"."""
        seconds = _seconds_of_text(value) if isinstance(value, str) else self._seconds(value)
        if seconds is None:
            return Reading(findings=(Finding("bad-number", display_text(value)),))
        return Reading(seconds)

    def likely(self, finding: Finding) -> str | None:
        """The time with colons if it is written with full stops or units: 12.30, 12 min 30 s."""
        text = finding.value
        if _DOTTED.fullmatch(text):
            with_colons = text.replace(".", ":")
            return with_colons if _seconds_of_text(with_colons) is not None else None
        seconds = seconds_of_units(text.casefold())
        return None if seconds is None or seconds % 1 else clock(int(seconds))

    def _seconds(self, value: Any) -> int | None:
        """The seconds of a number, or of a time that Excel takes for hours and minutes; 75:30 is its day 3.1.1900."""
        elapsed: float = -1
        match value:
            case int() | float() if 0 <= value < 1e6 and value == int(value):
                return int(value)
            case int() | float() if 0 < value < 1:
                elapsed = value * DAY
            case time():
                elapsed = value.hour * 3600 + value.minute * 60 + value.second + round(value.microsecond / 1e6)
            case timedelta():
                elapsed = value.total_seconds()
            case datetime():
                first = datetime(1904, 1, 1) if self.epoch_1904 else datetime(1899, 12, 31)
                elapsed = (value - first).total_seconds()
                elapsed = elapsed if elapsed < 60 * DAY else -1
        seconds = round(elapsed)
        if seconds < 0:
            return None
        return seconds // 60 if seconds % 60 == 0 else seconds


def _seconds_of_text(text: str) -> int | None:
    """The seconds of a text such as "750", "12:30" or "1:02:30"; None if it is none."""
    if _SECONDS.fullmatch(text):
        return int(re.split("[.,]", text)[0])
    match = _COLONS.fullmatch(text)
    if not match or int(match[3]) > 59 or (match[1] and int(match[2]) > 59):
        return None
    return int(match[1] or 0) * 3600 + int(match[2]) * 60 + int(match[3])
