"""What day was likely meant: the nearest that exists, slips of the keyboard, a day among words."""

import re
from calendar import monthrange
from collections.abc import Iterator

from rapidfuzz import fuzz, process

from analysis.intake.cells.dates import FIRST_YEAR, LAST_YEAR, LONGEST, Parts, Span, exists, span
from analysis.intake.cells.months import ENGLISH, FINNISH, SWEDISH

_NAMES = [f"{stem}kuu" for stem in FINNISH] + [*ENGLISH, *SWEDISH]
_WORD = re.compile(r"[^\W\d_]{4,}")
_DAY_WITHIN = re.compile(
    r"(?<![0-9.])(?:[0-9]{1,2}\. ?[0-9]{1,2}\. ?[0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}/[0-9]{4})(?![0-9])"
)
_WEEK = re.compile(r"\b(?:vko|vk|viikko|viikolla|week|wk|vecka|v)[. ]*[0-9]{1,2} ?[/ ]")
_YEAR_WITHIN = re.compile("(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_REWRITTEN = (
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


def likely_span(text: str, latest: int) -> Span | None:
    """The likely day or span of a text; None where several are as likely or none is."""
    return next(_tries(text[:LONGEST].lower(), latest), None)


def _tries(text: str, latest: int) -> Iterator[Span]:
    for each in (text, _mended(text), _with_month(text)):
        found = span(each, latest)
        if found and (near := _near(found)):
            yield near
    yield from _within(text, latest)


def _mended(text: str) -> str:
    for pattern, better in _REWRITTEN:
        text = pattern.sub(better, text)
    return text


def _with_month(text: str) -> str:
    return _WORD.sub(_nearest_month, text)


def _nearest_month(match: re.Match[str]) -> str:
    best = process.extractOne(match[0], _NAMES, scorer=fuzz.ratio, score_cutoff=78)
    return best[0] if best else match[0]


def _near(found: Span) -> Span | None:
    start, end = _nearest(found[0]), found[1] and _nearest(found[1])
    return (start, end) if start and (end or not found[1]) else None


def _nearest(parts: Parts) -> Parts | None:
    """The day itself, the last of a month that is shorter, or day and month in their right order."""
    if exists(parts):
        return parts
    if len(parts) < 3 or not FIRST_YEAR <= parts[0] <= LAST_YEAR:
        return None
    year, month, day = parts
    if 1 <= month <= 12 and 29 <= day <= 31:
        return year, month, monthrange(year, month)[1]
    swapped = (year, day, month)
    return swapped if exists(swapped) else None


def _within(text: str, latest: int) -> Iterator[Span]:
    text = _WEEK.sub("", text)
    for pattern in (_DAY_WITHIN, _YEAR_WITHIN):
        days = {match.group() for match in pattern.finditer(text)}
        if days:
            found = span(days.pop(), latest) if len(days) == 1 else None
            if found and (near := _near(found)):
                yield near
            return
