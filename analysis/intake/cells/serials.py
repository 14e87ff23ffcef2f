"""Serial numbers: days and times as the numbers that a workbook stores for them."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

DAY = 86_400
"""Seconds of a day."""


@dataclass(frozen=True)
class DateSystem:
    """How a workbook counts days: from 1904, or from 1900, there with Excel's 29 February 1900 or without it.

    ``epoch_1904``: its zero day is 1.1.1904, else 30.12.1899. ``leap_1900``: days before March 1900 have numbers one
    lower, because Excel counts a 29 February 1900, which did not exist.
    """

    epoch_1904: bool = False
    leap_1900: bool = True

    def serial(self, value: Any) -> float | None:
        """The number behind a cell that wears a day's or a time's format, in days; None if the cell is none of them."""
        match value:
            case datetime():
                return self._days(value.date()) + _share_of_day(value)
            case date():
                return self._days(value)
            case time():
                return _share_of_day(value)
            case timedelta():
                return value.total_seconds() / DAY
        return None

    def whole_number(self, value: Any) -> int | None:
        """The whole number that somebody typed into a cell of a day's or a time's format; None if there is none."""
        serial = self.serial(value)
        if serial is None or abs(serial - round(serial)) > 1e-9:
            return None
        return round(serial)

    def _days(self, day: date) -> int:
        zero = date(1904, 1, 1) if self.epoch_1904 else date(1899, 12, 30)
        counts_leap_day = self.leap_1900 and not self.epoch_1904 and day < date(1900, 3, 1)
        return (day - zero).days - counts_leap_day


EXCEL_1900 = DateSystem()


def _share_of_day(value: datetime | time) -> float:
    """The time of day as a part of the day, from 0 up to 1."""
    return (value.hour * 3600 + value.minute * 60 + value.second + value.microsecond / 1e6) / DAY
