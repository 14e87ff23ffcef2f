"""Days and spans in digits: 12.3.2023, 3/2023, 2023, 2023-03-12, 12.–13.3.2023, 30.11.–1.12.2023, 2019–2021."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from analysis.intake.cells.months import in_digits

Parts = tuple[int, ...]
"""A day at its precision: year; year, month; or year, month, day. Not yet known to exist."""
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


def span(text: str, latest: int) -> Span | None:
    """The day or span that a text says, days that do not exist among them; None where it says neither.

    Day before month, always. A year of two digits is the last such year up to ``latest``. What the start of a span
    leaves out stands in its end; 30.12.–2.1.2024 begins the year before.
    """
    if len(text) > LONGEST:
        return None
    text = _ISO_SPAN.sub(r"\1 - \2", in_digits(text))
    alone = _one(text, latest)
    return (alone, None) if alone else next(_halves(text, latest), None)


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


def _one(text: str, latest: int) -> Parts | None:
    if match := _DAY.fullmatch(text):
        return _year(match[5], latest), int(match[2] or match[3] or match[4]), int(match[1])
    if match := _ISO.fullmatch(text):
        return tuple(int(part) for part in match.groups() if part)
    if match := _MONTH.fullmatch(text):
        return int(match[2]), int(match[1])
    return (int(text),) if _YEAR.fullmatch(text) and FIRST_YEAR <= int(text) <= LAST_YEAR else None


def _halves(text: str, latest: int) -> Iterator[tuple[Parts, Parts]]:
    for match in re.finditer(" ?- ?", text[:60]):
        end = _one(text[match.end() :], latest)
        start = end and (_one(text[: match.start()], latest) or _short(text[: match.start()], end))
        if start and end:
            yield start, end


def _short(text: str, end: Parts) -> Parts | None:
    """The start of a span that leaves out what its end says: "12.", "30.11." or, of months, "3"."""
    match = _SHORT_START.fullmatch(text)
    if not match or len(end) == 1:
        return None
    first, month = int(match[1]), match[2]
    if len(end) == 2:
        return (end[0], first) if text.isdigit() else None
    start = (end[0], int(month) if month else end[1], first)
    before = (start[0] - 1, *start[1:])
    return before if _turns_the_year(before, start, end) else start


def _turns_the_year(before: Parts, start: Parts, end: Parts) -> bool:
    return start[1] > end[1] and exists(before) and exists(end) and date(*end) - date(*before) < _HALF_YEAR


def _year(text: str, latest: int) -> int:
    if len(text) == 4:
        return int(text)
    return max(year for year in (1900 + int(text), 2000 + int(text)) if year <= max(latest, 1999))
