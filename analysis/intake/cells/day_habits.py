"""What the days of one sheet's column have in common: nights that are the next day's midnight, month before day."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from analysis.intake.cells import Reading
from analysis.intake.cells.days import LONGEST, DayReader, Span, exists, parse_span
from analysis.intake.cells.months import DASHES
from analysis.intake.issues import Finding
from analysis.intake.text import display_text, normalize
from analysis.words import translator

# Midnight in Helsinki is 21 or 22 o'clock in UTC, in Central Europe 23 o'clock of the day before.
_MIDNIGHTS = frozenset(hour * 60 for hour in (21, 22, 23))
_LEAST_NIGHTS = 3
_NIGHTS_SHARE = 0.9
# A day with slashes, with its year or, at the start of a span, without it.
_SLASH = re.compile(r"(?<![0-9/])([0-9]{1,2})/([0-9]{1,2})(?=/(?:[0-9]{4}|[0-9]{2})(?![0-9/])| ?- ?[0-9])")


@dataclass(frozen=True)
class ColumnDayReader:
    """Reads the days of one sheet's column by what its cells have in common.

    ``days``: reads a cell alone. ``at_night``: nearly all date cells stand at 21, 22 or 23 o'clock, so each is likely
    the next day's midnight in another time zone. ``month_first``: days with slashes in which the month comes first.
    """

    days: DayReader
    at_night: bool = False
    month_first: bool = False

    @classmethod
    def of(cls, days: DayReader, cells: Sequence[Any], beside: Sequence[Any] = ()) -> "ColumnDayReader":
        """The reader of a column's cells, of whatever type; ``beside``: those of the other end of its spans, which the
        same program wrote in the same order."""
        kinds = set(map(type, cells))
        date_cells = [cell for cell in cells if isinstance(cell, date)] if datetime in kinds else []
        nights = sum(isinstance(day, datetime) and _is_night(day) for day in date_cells)
        at_night = nights >= _LEAST_NIGHTS and nights >= _NIGHTS_SHARE * len(date_cells)
        texts = {cell for cell in cells if isinstance(cell, str) and "/" in cell} if str in kinds else set()
        texts |= {cell for cell in beside if isinstance(cell, str) and "/" in cell} if texts else set()
        return cls(days, at_night, bool(texts) and _has_month_first(texts, days.latest))

    def read(self, value: Any) -> Reading:
        """As `DayReader.read`; also "unlikely-value" of a cell at night, "month-first" if both orders make a day."""
        reading = self.days.read(value)
        if self.at_night and isinstance(value, datetime) and _is_night(value):
            # The time says what is unlikely about the day.
            shown = f"{display_text(value)} {display_text(value.time())}"
            return reading._replace(findings=(Finding("unlikely-value", shown, suggestion=_next_day(value)),))
        return self._in_order(value, reading) if self.month_first and isinstance(value, str) else reading

    def likely(self, finding: Finding) -> str | None:
        """As `DayReader.likely`."""
        return self.days.likely(finding)

    def _in_order(self, text: str, reading: Reading) -> Reading:
        """The reading of a text in a column whose days have the month first."""
        day_first, month_first = both_orders(text, self.days.latest)
        if not month_first or day_first == month_first:
            return reading
        is_span_too_many = month_first[1] and not self.days.spans
        code = "month-first" if day_first and not is_span_too_many else "bad-date"
        return Reading(findings=(Finding(code, display_text(text), suggestion=self.days.spelling(month_first)),))


def both_orders(text: str, latest: int) -> tuple[Span | None, Span | None]:
    """The days of a text with slashes, read with the day first and with the month first; None if one does not exist.

    Other text reads the same in both orders. ``latest``: as of `parse_span`.
    """
    if len(text) > LONGEST:
        return None, None
    hyphens = normalize(text).translate(DASHES)
    orders = (parse_span(each, latest) for each in (hyphens, _SLASH.sub(r"\2/\1", hyphens)))
    day_first, month_first = (span if span and all(map(exists, filter(None, span))) else None for span in orders)
    return day_first, month_first


def _has_month_first(texts: Collection[str], latest: int) -> bool:
    """Whether a day of the texts can only be read with the month first, and none only with the day first."""
    # The quick look first: in an honest column one of the first days is past the twelfth.
    pairs = (pair for text in texts for pair in _SLASH.findall(text[:LONGEST].translate(DASHES)))
    if any(int(first) > 12 >= int(second) for first, second in pairs):
        return False
    has_month_first = False
    for text in texts:
        day_first, month_first = both_orders(text, latest)
        if day_first and not month_first:
            return False
        has_month_first = has_month_first or bool(month_first and not day_first)
    return has_month_first


def _is_night(day: datetime) -> bool:
    """Whether a time of day is 21, 22 or 23 o'clock, as exactly as a workbook's fraction of a day tells."""
    return round(day.hour * 60 + day.minute + day.second / 60, 1) in _MIDNIGHTS


def _next_day(day: datetime) -> str | None:
    """The next day as a person writes it; None after the last one of the calendar."""
    if day.date() == date.max:
        return None
    return translator("fi").days((day.date() + timedelta(days=1)).isoformat(), None)
