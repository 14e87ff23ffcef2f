"""Days: date cells, serial numbers, years, and what people write."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from analysis.intake.cells.cell import Note, Reading, left_out
from analysis.intake.cells.dates import FIRST_YEAR, LAST_YEAR, Parts, Span, exists, iso, span
from analysis.intake.cells.day_guesses import likely_span
from analysis.intake.cells.text import shown
from analysis.words import formats

EARLIEST = 1990
FIRST_SERIAL, LAST_SERIAL = 20_000, 80_000
_SYSTEM_1900, _SYSTEM_1904 = date(1899, 12, 30), date(1904, 1, 1)
_PLAIN = re.compile("[0-9]{4,5}(?:[.,][0-9]+)?")


@dataclass(frozen=True)
class DayReader:
    """Reads days of any precision. Outside 1990–``latest`` (a year) they are kept and asked about.

    ``spans``: whether a cell may hold a first and a last day, as the column does that another one ends; elsewhere a
    span is a "bad-date", for one of its days would be lost. ``takes_last``: which of them is then likely.
    """

    latest: int
    epoch_1904: bool = False
    spans: bool = False
    takes_last: bool = False

    def read(self, value: Any) -> Reading:
        """The day as ISO text at its precision, with the end of a span; "bad-date" where the cell says none.

        A span that ends before it starts is given as it is: the rule on both days stands where rows are looked at.
        """
        if isinstance(value, date):
            return self._of_date(value)
        found = self._found(value)
        if found is None or not all(exists(parts) for parts in found if parts) or (found[1] and not self.spans):
            return left_out("bad-date", shown(value))
        start, end = found
        notes = [Note("unlikely-value", shown(value))] if self._is_unlikely(start, end) else []
        return Reading(iso(start), tuple(notes), iso(end) if end else None)

    def likely(self, note: Note) -> str | None:
        """The nearest day there is, the day within the text, or a year that stands in a cell formatted as a day."""
        if note.code == "unlikely-value":
            return _year_as_day(note.word)
        found = likely_span(note.word, self.latest)
        if found and found[1] and not self.spans:
            found = (found[1] if self.takes_last else found[0], None)
        return _written(found) if found else None

    def _of_date(self, value: date) -> Reading:
        """A date cell, its time of day put aside."""
        likely = EARLIEST <= value.year <= self.latest
        return Reading(value.isoformat()[:10], () if likely else (Note("unlikely-value", shown(value)),))

    def _found(self, value: Any) -> Span | None:
        match value:
            case bool():
                return None
            case int() | float():
                return self._of_number(value)
            case str() if _PLAIN.fullmatch(value):
                return self._of_number(float(value.replace(",", ".")))
            case str():
                return span(value, self.latest)
        return None

    def _of_number(self, value: float) -> Span | None:
        """A year, or a serial number of the workbook's own system, its time of day put aside."""
        if FIRST_YEAR <= value <= LAST_YEAR and value == int(value):
            return (int(value),), None
        if not FIRST_SERIAL <= value <= LAST_SERIAL:
            return None
        day = (_SYSTEM_1904 if self.epoch_1904 else _SYSTEM_1900) + timedelta(days=int(value))
        return (day.year, day.month, day.day), None

    def _is_unlikely(self, *ends: Parts | None) -> bool:
        return any(parts is not None and not EARLIEST <= parts[0] <= self.latest for parts in ends)


def _written(found: Span) -> str:
    start, end = found
    return formats.days(iso(start), iso(end) if end else None, "fi")


def _year_as_day(text: str) -> str | None:
    """2023 typed into a cell formatted as a day shows as 15.7.1905: the serial number that it is, is the year."""
    found = span(text, LAST_YEAR)
    if not found or len(found[0]) < 3:
        return None
    serial = (date(*found[0]) - _SYSTEM_1900).days
    return str(serial) if EARLIEST <= serial <= LAST_YEAR else None
