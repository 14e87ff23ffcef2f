"""Lengths of time in minutes: 45, 0:45, 1 h 30 min, PT1H30M, and the values that workbooks make of them."""

import math
import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from analysis.intake.cells import Reading
from analysis.intake.cells.numbers import APPROXIMATELY, LONGEST, WholeReader
from analysis.intake.cells.serials import DAY, EXCEL_1900, DateSystem
from analysis.intake.issues import Finding
from analysis.intake.text import display_text

_NUMBER = "([0-9]{1,6}(?:[.,][0-9]{1,6})?)"
_COLONS = re.compile("([0-9]{1,4}):([0-5]?[0-9])(?::([0-5][0-9])(?:[.,]0+)?)?(?: ?(?:h|t|tuntia|tim|timmar|hours))?")
# A time of day as an English office writes it in csv: 0:45 is 12:45:00 AM.
_TWELVE_HOURS = re.compile(r"(0?[1-9]|1[0-2]):([0-5][0-9])(?::([0-5][0-9]))? ?([ap])\.?m\.?")
_ISO = re.compile(f"p(?:{_NUMBER}d)?(?:t(?:{_NUMBER}h)?(?:{_NUMBER}m)?(?:{_NUMBER}s)?)?")
_HOURS = "(?:h|hr|t|tuntia?|tunti|tim|timme|timmar|hours?|hrs)"
_MINUTES = "(?:m|min|mins|minuuttia?|minuutti|minuter|minut|minutes?|['′])"
_SECONDS = "(?:s|sek|sekuntia?|sekunti|sec|seconds?|sekunder)"
_AND = r"(?:[., ]|\b(?:ja|och|and)\b)*"
_UNITS = re.compile(
    f"()(?:{_NUMBER} ?{_HOURS}(?![a-zåäö]){_AND})?(?:{_NUMBER} ?{_MINUTES}(?![a-zåäö]){_AND})?"
    f"(?:{_NUMBER} ?{_SECONDS}[.]?)?"
)
# "1 h 30", "1h30".
_UNIT_OF_HOURS = re.compile(f"{_NUMBER} ?{_HOURS} ?([0-5]?[0-9])")
_WORD = re.compile(r"[^\W\d_]{2}")
_LONGEST_CLOCK = 60
"""Days: a time of day beyond them is a day, not a length."""


@dataclass(frozen=True)
class DurationReader:
    """Reads lengths of time as minutes; above ``likely_most`` they are "unlikely-value".

    A number is minutes. A time of day, or one in text with a colon, is hours and minutes: 1:30 is 90. A day is the
    number of minutes in the wrong format, so "bad-number" with that number. ``dates``: how the workbook counts days.
    """

    likely_most: int | None = None
    dates: DateSystem = EXCEL_1900

    def read(self, value: Any) -> Reading:
        """The minutes as int, "approximate-value" if seconds are rounded off; else "bad-number"."""
        text = APPROXIMATELY.sub("", value) if isinstance(value, str) and len(value) <= LONGEST else ""
        seconds = _seconds_of_text(text.casefold()) if text else self._seconds(value)
        if seconds is None:
            return self._numbers().read(value)
        if seconds < 0:
            return Reading(findings=(Finding("bad-number", display_text(value)),))
        minutes = math.floor(seconds / 60 + 0.5)
        findings = []
        if round(seconds) % 60 or text not in ("", value):
            findings.append(Finding("approximate-value", display_text(value), suggestion=str(minutes)))
        if self.likely_most is not None and minutes > self.likely_most:
            number = self.dates.whole_number(value)
            findings.append(Finding("unlikely-value", display_text(value), suggestion=str(number) if number else None))
        return Reading(minutes, tuple(findings))

    def likely(self, finding: Finding) -> str | None:
        """The number in the text, if that may be minutes: two days are not."""
        text = finding.value
        is_other_unit = finding.code == "bad-number" and _WORD.search(text) and "min" not in text.casefold()
        return None if is_other_unit else self._numbers().likely(finding)

    def _numbers(self) -> WholeReader:
        return WholeReader(0, self.likely_most, self.dates)

    def _seconds(self, value: Any) -> float | None:
        """The seconds of a time or a length; a length of over a day may come as a time of one of the first days."""
        serial = self.dates.serial(value)
        if serial is None or (isinstance(value, date) and not isinstance(value, datetime)):
            return None
        is_clock = isinstance(value, time | timedelta) or (value.time() != time() and 0 < serial < _LONGEST_CLOCK)
        return round(serial * DAY, 3) if is_clock else None


def _seconds_of_text(text: str) -> float | None:
    """The seconds that a text in small letters means: "1:30", "1 h 30 min", "1,5 h", "pt1h30m"; None if none."""
    if len(text) > LONGEST or text.isdigit():
        return None
    if match := _COLONS.fullmatch(text):
        hours, minutes, seconds = (int(part or 0) for part in match.groups())
        return hours * 3600 + minutes * 60 + seconds
    if match := _TWELVE_HOURS.fullmatch(text):
        hours = int(match[1]) % 12 + (12 if match[4] == "p" else 0)
        return hours * 3600 + int(match[2]) * 60 + int(match[3] or 0)
    return seconds_of_units(text)


def seconds_of_units(text: str) -> float | None:
    """The seconds that units in a text in small letters mean: "1 h 30 min", "12 min 30 s", "pt1h30m"; None if none."""
    if len(text) > LONGEST:
        return None
    if match := _UNIT_OF_HOURS.fullmatch(text):
        return _number(match[1]) * 3600 + int(match[2]) * 60
    match = _ISO.fullmatch(text) or _UNITS.fullmatch(text)
    if not match or not any(match.groups()):
        return None
    amounts = (_number(part) for part in match.groups())
    return sum(amount * unit for amount, unit in zip(amounts, (DAY, 3600, 60, 1), strict=True))


def _number(digits: str | None) -> float:
    return float((digits or "0").replace(",", "."))
