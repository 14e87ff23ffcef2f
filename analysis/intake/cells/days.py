"""Days and spans of days: date cells, serial numbers, years, text with months as digits or words, likely days."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import Any

from rapidfuzz import fuzz, process

from analysis.intake.cells import Reading, months
from analysis.intake.cells.moments import SHORTEST, with_local_days
from analysis.intake.issues import Finding
from analysis.intake.text import display_text
from analysis.words import translator

Parts = tuple[int, ...]
"""A day at its precision: year; year, month; or year, month, day. It need not exist."""
Span = tuple[Parts, Parts | None]
"""A day, or the first and the last day of a span."""

FIRST_YEAR, LAST_YEAR = 1900, 2100
"""A number between these, alone in a cell, is a year."""

_DAY = re.compile(r"([0-9]{1,2})(?:\. ?([0-9]{1,2})\. ?|/([0-9]{1,2})/|-([0-9]{1,2})-(?=[0-9]{4}))([0-9]{4}|[0-9]{2})")
_ISO = re.compile("([0-9]{4})-([0-9]{1,2})(?:-([0-9]{1,2}))?")
_MONTH = re.compile("([0-9]{1,2}) ?/ ?([0-9]{4})")
_YEAR = re.compile("[0-9]{4}")
_SHORT_START = re.compile(r"([0-9]{1,2})(?:[./] ?([0-9]{1,2}))?\.?")
_ISO_SPAN = re.compile("([0-9]{4}-[0-9]{2}(?:-[0-9]{2})?)/([0-9]{4}-[0-9]{2}(?:-[0-9]{2})?)")
LONGEST = 100
"""A longer text is no day."""
_HALF_YEAR = timedelta(days=183)

EARLIEST = 1990
FIRST_SERIAL, LAST_SERIAL = 20_000, 80_000
_SYSTEM_1900, _SYSTEM_1904 = date(1899, 12, 30), date(1904, 1, 1)
_PLAIN = re.compile("[0-9]{4,5}(?:[.,][0-9]+)?")

_NAMES = [f"{stem}kuu" for stem in months.FINNISH] + [*months.ENGLISH, *months.SWEDISH]
_WORD = re.compile(r"[^\W\d_]{4,}")
_DAY_WITHIN = re.compile(
    r"(?<![0-9.])(?:[0-9]{1,2}\. ?[0-9]{1,2}\. ?[0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}/[0-9]{4})(?![0-9])"
)
_WEEK = re.compile(r"\b(?:vko|vk|viikko|viikolla|week|wk|vecka|v)[. ]*[0-9]{1,2} ?[/ ]")
_YEAR_WITHIN = re.compile("(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_CORRECTIONS = (
    (re.compile(r"[,;:]"), "."),
    (re.compile(r"([0-9])o|o(?=[0-9])"), r"\g<1>0"),
    (re.compile(r"\.{2,}"), "."),
    (re.compile(r"[ .]+$"), ""),
    (re.compile(r"(?<=[0-9])\.? (?=[0-9])"), "."),
    (re.compile(r"^([0-9]{1,2})\.([0-9]{4})$"), r"\1/\2"),
    (re.compile(r"^([0-9]{4})[./]([0-9]{1,2})(?:[./]([0-9]{1,2}))?$"), r"\1-\2-\3"),
    (re.compile(r"^((?:19|20)[0-9]{2})([0-9]{2})([0-9]{2})$"), r"\1-\2-\3"),
    (re.compile(r"^([0-9]{2})([0-9]{2})((?:19|20)[0-9]{2})$"), r"\1.\2.\3"),
    (re.compile(r"-$"), ""),
)


@dataclass(frozen=True)
class DayReader:
    """Reads days of any precision; outside 1990–``latest`` (a year) they are "unlikely-value".

    ``spans``: whether a cell may hold a first and a last day; otherwise a span is a "bad-date", because one of its days
    would be lost, and the likely day is the last one if ``takes_last``.
    """

    latest: int
    epoch_1904: bool = False
    spans: bool = False
    takes_last: bool = False

    def read(self, value: Any) -> Reading:
        """The day as ISO text at its precision, with the end of a span, or "bad-date". A time of day is ignored.

        A span may end before it starts: that is a rule of rows.
        """
        if isinstance(value, date):
            likely = EARLIEST <= value.year <= self.latest
            return Reading(value.isoformat()[:10], () if likely else (Finding("unlikely-value", display_text(value)),))
        days: Span | None = None
        if isinstance(value, str) and not _PLAIN.fullmatch(value):
            days = parse_span(value, self.latest)
        elif isinstance(value, str | int | float) and not isinstance(value, bool):
            days = self._of_number(float(value.replace(",", ".")) if isinstance(value, str) else value)
        if days is None or not all(exists(parts) for parts in days if parts) or (days[1] and not self.spans):
            return Reading(findings=(Finding("bad-date", display_text(value)),))
        start, end = days
        unlikely = any(parts and not EARLIEST <= parts[0] <= self.latest for parts in days)
        findings = (Finding("unlikely-value", display_text(value)),) if unlikely else ()
        return Reading(iso(start), findings, iso(end) if end else None)

    def likely(self, finding: Finding) -> str | None:
        """The nearest day that exists, the day within the text, or a year typed into a cell formatted as a day.

        2023 in such a cell is shown as 15.7.1905: the serial number of that day is the year.
        """
        if finding.code == "unlikely-value":
            days = parse_span(finding.value, LAST_YEAR)
            zero = _SYSTEM_1904 if self.epoch_1904 else _SYSTEM_1900
            serial = (date(*days[0]) - zero).days if days and len(days[0]) == 3 else 0
            return str(serial) if EARLIEST <= serial <= LAST_YEAR else None
        days = likely_span(finding.value, self.latest)
        return self.spelling(days) if days else None

    def spelling(self, days: Span) -> str:
        """Days that exist as a person writes them; of a span, if the cell may hold none, the one that counts."""
        start, end = days
        if end and not self.spans:
            start, end = (end if self.takes_last else start), None
        return translator("fi").days(iso(start), iso(end) if end else None)

    def _of_number(self, value: float) -> Span | None:
        """A year, or a serial number of the workbook's own system, its time of day ignored."""
        if FIRST_YEAR <= value <= LAST_YEAR and value == int(value):
            return (int(value),), None
        if not FIRST_SERIAL <= value <= LAST_SERIAL:
            return None
        day = (_SYSTEM_1904 if self.epoch_1904 else _SYSTEM_1900) + timedelta(days=int(value))
        return (day.year, day.month, day.day), None


def parse_span(text: str, latest: int) -> Span | None:
    """The day or span in a text, also if the day does not exist; None if it holds neither.

    Day before month, always. A year of two digits is the last such year up to ``latest``. The start of a span is
    completed by its end; 30.12.–2.1.2024 begins the year before.
    """
    if len(text) > LONGEST:
        return None
    text = _ISO_SPAN.sub(r"\1 - \2", _in_digits(text))
    if alone := _one(text, latest):
        return alone, None
    for match in re.finditer(" ?- ?", text[:60]):
        end = _one(text[match.end() :], latest)
        start = end and (_one(text[: match.start()], latest) or _short_start(text[: match.start()], end))
        if start and end:
            return start, end
    return None


def exists(parts: Parts) -> bool:
    """Whether the calendar has such a day, month or year, of four digits."""
    year, month, day = (*parts, 1, 1)[:3]
    try:
        return date(year, month, day).year >= 1000
    except ValueError:
        return False


def iso(parts: Parts) -> str:
    """The day as the tables keep it: "2023-03-12", "2023-03", "2023"."""
    return "-".join(f"{part:0{4 if place == 0 else 2}}" for place, part in enumerate(parts))


def _in_digits(text: str) -> str:
    """A day or span with its months as digits, without weekdays and time of day; every dash a hyphen.

    "su 12. maaliskuuta 2023 klo 9" → "12.3.2023", "March 12–13, 2023" → "12-13.3.2023", "maaliskuussa 2023" → "3/2023".
    """
    text = text.translate(months.DASHES).lower()
    text = months.TIME.sub("", with_local_days(text) if len(text) >= SHORTEST else text)
    if text.replace("-", "").replace(".", "").isdigit():
        return text
    text = months.FILLER.sub("", text)
    text = months.MONTH.sub(lambda match: f"«{months.NUMBERS[match[1] or match[2]]}»", text)
    text = months.BEFORE_DAY.sub("", text)
    for pattern, digits in months.AROUND:
        text = pattern.sub(digits, text)
    return text


def _one(text: str, latest: int) -> Parts | None:
    """The one day, month or year that a text in digits is."""
    if match := _DAY.fullmatch(text):
        year = int(match[5])
        if len(match[5]) == 2:
            year = max(each for each in (1900 + year, 2000 + year) if each <= max(latest, 1999))
        return year, int(match[2] or match[3] or match[4]), int(match[1])
    if match := _ISO.fullmatch(text):
        return tuple(int(part) for part in match.groups() if part)
    if match := _MONTH.fullmatch(text):
        return int(match[2]), int(match[1])
    return (int(text),) if _YEAR.fullmatch(text) and FIRST_YEAR <= int(text) <= LAST_YEAR else None


def _short_start(text: str, end: Parts) -> Parts | None:
    """The start of a span, completed by its end: "12.", "30.11." or, of months, "3"."""
    match = _SHORT_START.fullmatch(text)
    if not match or len(end) == 1:
        return None
    first, month = int(match[1]), match[2]
    if len(end) == 2:
        return (end[0], first) if text.isdigit() else None
    start = (end[0], int(month) if month else end[1], first)
    before = (start[0] - 1, *start[1:])
    over_new_year = start[1] > end[1] and exists(before) and exists(end)
    return before if over_new_year and date(*end) - date(*before) < _HALF_YEAR else start


def likely_span(text: str, latest: int) -> Span | None:
    """The likely day or span of a text with slips of the keyboard, misspelt months or other words around the only day.

    None if several are as likely or none is.
    """
    text = text[:LONGEST].lower()
    corrected = text
    for pattern, better in _CORRECTIONS:
        corrected = pattern.sub(better, corrected)
    month = partial(process.extractOne, choices=_NAMES, scorer=fuzz.ratio, score_cutoff=78)
    with_months = _WORD.sub(lambda word: (month(word[0]) or word)[0], text)
    for each in (text, corrected, with_months):
        if near := _nearest_span(parse_span(each, latest)):
            return near
    text = _WEEK.sub("", text)
    for pattern in (_DAY_WITHIN, _YEAR_WITHIN):
        days = {match.group() for match in pattern.finditer(text)}
        if days:
            return _nearest_span(parse_span(days.pop(), latest)) if len(days) == 1 else None
    return None


def _nearest_span(days: Span | None) -> Span | None:
    """The span with the nearest days that exist; None if one has no near day."""
    if not days:
        return None
    start, end = _nearest(days[0]), days[1] and _nearest(days[1])
    return (start, end) if start and (end or not days[1]) else None


def _nearest(parts: Parts) -> Parts | None:
    """The day itself, the last of a month that is shorter, or day and month in their right order."""
    if exists(parts):
        return parts
    if len(parts) < 3 or not FIRST_YEAR <= parts[0] <= LAST_YEAR:
        return None
    year, month, day = parts
    if 1 <= month <= 12 and 29 <= day <= 31:
        return year, month, monthrange(year, month)[1]
    month_first = (year, day, month)
    return month_first if exists(month_first) else None
