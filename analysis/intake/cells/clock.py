"""A place in a recording: where a talk begins, in seconds."""

import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from analysis.intake.cells.cell import Note, Reading, left_out
from analysis.intake.cells.text import shown
from analysis.words.formats import clock

DAY = 86_400
_WRITTEN = re.compile("(?:([0-9]{1,2}):(?=[0-9]{1,2}:[0-9]{2}$))?([0-9]{1,4}):([0-9]{2})")
_SECONDS = re.compile("[0-9]{1,6}(?:[.,]0+)?")
_DOTTED = re.compile("[0-9]{1,4}(?:[.][0-9]{2}){1,2}")
_UNITS = re.compile(
    "(?:([0-9]+) ?(?:h|t|tuntia?|tim|hours?)[. ]*)?(?:([0-9]+) ?(?:m|min|minuuttia?|minutes?|minuter)[. ]*)?"
    "(?:([0-9]+) ?(?:s|sek|sekuntia?|sec|seconds?|sekunder)[.]?)?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class ClockReader:
    """Reads ``12:30`` (minutes and seconds), ``1:02:30``, seconds, and what Excel makes of them when they are typed.

    Excel takes 12:30 for half past twelve, so a time without seconds stands for minutes and seconds; one with seconds,
    or within the first hour of the day with them, is hours, minutes and seconds.
    """

    epoch_1904: bool = False

    def read(self, value: Any) -> Reading:
        """The seconds as int; "bad-number" where the cell holds no such time."""
        seconds = self._seconds(value)
        return left_out("bad-number", shown(value)) if seconds is None else Reading(seconds)

    def likely(self, note: Note) -> str | None:
        """The time in the contract's form where it is written with full stops or units: 12.30, 12 min 30 s."""
        if _DOTTED.fullmatch(note.word):
            written = note.word.replace(".", ":")
            return written if _written(written) is not None else None
        match = _UNITS.fullmatch(note.word)
        if not match or not any(match.groups()):
            return None
        hours, minutes, seconds = (int(part or 0) for part in match.groups())
        return clock(hours * 3600 + minutes * 60 + seconds)

    def _seconds(self, value: Any) -> int | None:
        match value:
            case str():
                return int(re.split("[.,]", value)[0]) if _SECONDS.fullmatch(value) else _written(value)
            case int() | float():
                return _of_number(value)
            case time():
                return _typed(value.hour * 3600 + value.minute * 60 + value.second + round(value.microsecond / 1e6))
            case timedelta():
                return _typed(round(value.total_seconds()))
            case datetime():
                return self._over_a_day(value)
        return None

    def _over_a_day(self, value: datetime) -> int | None:
        """75:30 typed into a cell is three days and a half: Excel's day 3, shown as 3.1.1900."""
        start = datetime(1904, 1, 1) if self.epoch_1904 else datetime(1899, 12, 31)
        elapsed = value - start
        return _typed(round(elapsed.total_seconds())) if timedelta(0) <= elapsed < timedelta(days=60) else None


def _written(text: str) -> int | None:
    match = _WRITTEN.fullmatch(text)
    if not match or int(match[3]) > 59 or (match[1] and int(match[2]) > 59):
        return None
    return int(match[1] or 0) * 3600 + int(match[2]) * 60 + int(match[3])


def _of_number(value: float) -> int | None:
    if 0 <= value < 1e6 and value == int(value):
        return int(value)
    return _typed(round(value * DAY)) if 0 < value < 1 else None


def _typed(seconds: int) -> int | None:
    """What was meant by a time that Excel took for hours and minutes."""
    if seconds < 0:
        return None
    return seconds // 60 if seconds % 60 == 0 else seconds
