"""Whole numbers and years as people write them: 1 234, noin 50, 50+, 12,0."""

import re
from dataclasses import dataclass
from typing import Any

from analysis.intake.cells.cell import Reading
from analysis.intake.cells.text import shown
from analysis.intake.issues import Finding

MOST = 10**12
"""A larger number is no count of anything here."""

_DIGITS = r"(?:[0-9]{1,3}(?: [0-9]{3})+|[0-9]+)(?:[.,][0-9]+)?"
_BEFORE = (
    "noin|n|suunnilleen|arviolta|arvio|yli|alle|lähes|melkein|liki|vajaa|runsas|runsaat|vähintään|enintään|reilut?|"
    "reilusti|ainakin|about|around|circa|cirka|ca|c|approx|approximately|over|more than|under|less than|nearly|almost|"
    "at least|up to|some|ungefär|omkring|över|nästan|minst|högst|drygt|knappt|mer än|min|max|est|estimated|"
    "uppskattningsvis"
)
_AFTER = r" ?\+| ?(?:noin|arviolta|\(noin\)|\(arvio\)|ca\.?)"
_NUMBER = re.compile(f"([-–\N{MINUS SIGN}]?) ?({_DIGITS})")
_ABOUT = re.compile(rf"(?:(?:{_BEFORE})[. ] ?|[~≈<>≤≥±] ?)*(?P<number>{_DIGITS})(?:{_AFTER})?", re.IGNORECASE)
_THOUSANDS = re.compile("[0-9]{1,3}(?:[.,'’][0-9]{3})+")
_SUM = re.compile(r"[0-9]+(?: ?\+ ?[0-9]+)+")
_WITH_WORDS = re.compile(r"[^0-9+-]*([0-9]+(?: [0-9]{3})*)[^0-9]*")
_YEAR = re.compile("(?<![0-9])(?:18|19|20)[0-9]{2}(?![0-9])")
_LETTERS = str.maketrans("oOlI", "0011")


@dataclass(frozen=True)
class Number:
    """A number as it was written: its value, and whether it was said to be approximate."""

    value: float
    approximate: bool = False

    @property
    def whole(self) -> int | None:
        """The whole number that it is, but for the last digits of a formula's result; None where it has a fraction."""
        nearest = round(self.value)
        return nearest if abs(self.value - nearest) < 1e-9 else None


def number(value: Any) -> Number | None:
    """The number that a cell holds: an int, a float, or text with decimal comma or point and spaces between thousands.

    None where it is no number, or none that is smaller than a million millions.
    """
    if isinstance(value, int | float):
        return Number(value) if abs(value) < MOST else None
    if not isinstance(value, str) or len(value) > 60:
        return None
    if match := _NUMBER.fullmatch(value):
        return _sized(Number(_plain(match[2]) * (-1 if match[1] else 1)))
    if match := _ABOUT.fullmatch(value):
        return _sized(Number(_plain(match["number"]), approximate=True))
    return None


@dataclass(frozen=True)
class WholeReader:
    """Reads whole numbers of at least ``least``; above ``likely`` they are kept and asked about."""

    least: int = 0
    likely_most: int | None = None

    def read(self, value: Any) -> Reading:
        """The number as int; "bad-number" where it is none, is negative, too small or has a fraction."""
        found = number(value)
        whole = found.whole if found else None
        if found is None or whole is None or whole < self.least:
            return Reading(findings=(Finding("bad-number", shown(value)),))
        unlikely = self.likely_most is not None and whole > self.likely_most
        return _kept(whole, value, found.approximate, unlikely)

    def likely(self, finding: Finding) -> str | None:
        """The number that was taken, or that stands in the text: without sign, unit or a letter in a digit's place."""
        if finding.code == "approximate-value":
            found = number(finding.value)
            return str(found.whole) if found else None
        return _likely_whole(finding.value, self.least) if finding.code == "bad-number" else None


@dataclass(frozen=True)
class YearReader:
    """Reads calendar years of four digits; outside ``earliest``–``latest`` they are kept and asked about."""

    earliest: int
    latest: int

    def read(self, value: Any) -> Reading:
        """The year as int; "bad-number" where the cell holds no whole number of four digits."""
        found = number(value)
        year = found.whole if found else None
        if found is None or year is None or not 1000 <= year <= 9999:
            return Reading(findings=(Finding("bad-number", shown(value)),))
        return _kept(year, value, found.approximate, not self.earliest <= year <= self.latest)

    def likely(self, finding: Finding) -> str | None:
        """The year that was taken, the only year in the text, or the one that two digits stand for."""
        years = set(_YEAR.findall(finding.value))
        if finding.code == "unlikely-value":
            return None
        if len(years) == 1:
            return years.pop()
        short = re.fullmatch("['’]?([0-9]{2})", finding.value)
        return f"20{short[1]}" if short and 2000 + int(short[1]) <= self.latest else None


def _kept(whole: int, value: Any, approximate: bool, unlikely: bool) -> Reading:
    said = (("approximate-value", approximate), ("unlikely-value", unlikely))
    return Reading(whole, tuple(Finding(code, shown(value)) for code, holds in said if holds))


def _plain(text: str) -> float:
    digits = text.replace(" ", "").replace(",", ".")
    return float(digits) if "." in digits else int(digits)


def _sized(found: Number) -> Number | None:
    return found if abs(found.value) < MOST else None


def _likely_whole(text: str, least: int) -> str | None:
    if _SUM.fullmatch(text):
        return str(sum(map(int, text.split("+"))))
    if _THOUSANDS.fullmatch(text):
        return re.sub("[^0-9]", "", text)
    mended = text.translate(_LETTERS) if re.fullmatch("[0-9oOlI ]*[0-9][0-9oOlI ]*", text) else text.lstrip("-−– ")
    found = number(mended)
    if found is None and (match := _WITH_WORDS.fullmatch(mended)):
        found = number(match[1])
    whole = found.whole if found else None
    return str(whole) if whole is not None and whole >= least else None
