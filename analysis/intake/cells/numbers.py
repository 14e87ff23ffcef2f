"""Whole numbers and years as people write them: 1 234, noin 50, 50+, 12,0."""

import math
import re
from dataclasses import dataclass
from typing import Any, NamedTuple

from analysis.intake.cells import Reading
from analysis.intake.cells.serials import EXCEL_1900, DateSystem
from analysis.intake.issues import Finding
from analysis.intake.text import display_text

MOST = 10**12
"""A larger number is no count of anything here."""
LONGEST = 60
"""A longer text is no number."""

_DIGITS = r"(?:[0-9]{1,3}(?: [0-9]{3})+|[0-9]+)(?:[.,][0-9]+)?"
_BEFORE = (
    "noin|n|suunnilleen|arviolta|arvio|yli|alle|lähes|melkein|liki|vajaa|runsas|runsaat|vähintään|enintään|reilut?|"
    "reilusti|ainakin|about|around|circa|cirka|ca|c|approx|approximately|over|more than|under|less than|nearly|almost|"
    "at least|up to|some|ungefär|omkring|över|nästan|minst|högst|drygt|knappt|mer än|min|max|est|estimated|"
    "uppskattningsvis"
)
_AFTER = r" ?\+| ?(?:noin|arviolta|\(noin\)|\(arvio\)|ca\.?)"
APPROXIMATELY = re.compile(rf"^(?:(?:{_BEFORE})[. ] ?|[~≈<>≤≥±] ?)+|(?:{_AFTER})$", re.IGNORECASE)
"""What makes the number of a text an approximate one, before it or behind it."""
_NUMBER = re.compile(f"(?P<sign>[-–\N{MINUS SIGN}]?) ?(?P<number>{_DIGITS})")
_ABOUT = re.compile(rf"(?:(?:{_BEFORE})[. ] ?|[~≈<>≤≥±] ?)*(?P<number>{_DIGITS})(?:{_AFTER})?", re.IGNORECASE)
_THOUSANDS = re.compile("[0-9]{1,3}(?:[.,'’][0-9]{3})+")
_SUM = re.compile(r"[0-9]+(?: ?\+ ?[0-9]+)+")
_WITH_WORDS = re.compile(r"[^0-9+-]*([0-9]+(?: [0-9]{3})*)[^0-9]*")
_YEAR = re.compile("(?<![0-9])(?:18|19|20)[0-9]{2}(?![0-9])")
_WITH_LETTERS = re.compile("[0-9oOlI ]*[0-9][0-9oOlI ]*")
_LETTERS = str.maketrans("oOlI", "0011")


class ParsedNumber(NamedTuple):
    """A number in a cell: its whole value, None if it has a fraction (over 1e-9), and whether it is approximate."""

    whole: int | None
    approximate: bool = False


def parse_number(value: Any) -> ParsedNumber | None:
    """The number in a cell: an int, a float, or text with decimal comma or point and spaces between thousands.

    None if it is no number or not smaller than 10¹².
    """
    approximate = False
    if isinstance(value, str):
        exact = _NUMBER.fullmatch(value) if len(value) <= LONGEST else None
        match = exact or (_ABOUT.fullmatch(value) if len(value) <= LONGEST else None)
        if not match:
            return None
        approximate = not exact
        digits = match["number"].replace(" ", "").replace(",", ".")
        value = float(digits) if "." in digits else int(digits)
        value = -value if exact and exact["sign"] else value
    if not isinstance(value, int | float) or not abs(value) < MOST:
        return None
    nearest = round(value)
    return ParsedNumber(nearest if abs(value - nearest) < 1e-9 else None, approximate)


@dataclass(frozen=True)
class WholeReader:
    """Reads whole numbers of at least ``least``; above ``likely_most`` they are "unlikely-value".

    A number that wears a day's or a time's format is "bad-number" with that number as its suggestion; ``dates``: how
    the workbook counts days.
    """

    least: int = 0
    likely_most: int | None = None
    dates: DateSystem = EXCEL_1900

    def read(self, value: Any) -> Reading:
        """The number as int; "bad-number" if it is none, is negative, too small or has a fraction."""
        likely_most = math.inf if self.likely_most is None else self.likely_most
        number = self.dates.whole_number(value)
        suggestion = str(number) if number is not None and number >= self.least else None
        return _reading(value, (self.least, math.inf), (-math.inf, likely_most), suggestion)

    def likely(self, finding: Finding) -> str | None:
        """The approximate number, or the one in the text without sign, unit or a letter in a digit's place."""
        text = finding.value
        if finding.code == "approximate-value":
            number = parse_number(text)
            return str(number.whole) if number else None
        if finding.code != "bad-number":
            return None
        if _SUM.fullmatch(text):
            return str(sum(map(int, text.split("+"))))
        if _THOUSANDS.fullmatch(text):
            return re.sub("[^0-9]", "", text)
        corrected = text.translate(_LETTERS) if _WITH_LETTERS.fullmatch(text) else text.lstrip("-−– ")
        likely = parse_number(corrected)
        if likely is None and (match := _WITH_WORDS.fullmatch(corrected)):
            likely = parse_number(match[1])
        return str(likely.whole) if likely and likely.whole is not None and likely.whole >= self.least else None


@dataclass(frozen=True)
class YearReader:
    """Reads calendar years of four digits; outside ``earliest``–``latest`` they are "unlikely-value".

    2023 in a cell that wears a day's format is "bad-number" with that year as its suggestion; ``dates``: how the
    workbook counts days.
    """

    earliest: int
    latest: int
    dates: DateSystem = EXCEL_1900

    def read(self, value: Any) -> Reading:
        """The year as int; "bad-number" if the cell holds no whole number of four digits."""
        number = self.dates.whole_number(value)
        suggestion = str(number) if number and self.earliest <= number <= self.latest else None
        return _reading(value, (1000, 9999), (self.earliest, self.latest), suggestion)

    def likely(self, finding: Finding) -> str | None:
        """The only year in the text, or the one that two digits mean."""
        years = set(_YEAR.findall(finding.value))
        if finding.code == "unlikely-value":
            return None
        if len(years) == 1:
            return years.pop()
        short = re.fullmatch("['’]?([0-9]{2})", finding.value)
        return f"20{short[1]}" if short and 2000 + int(short[1]) <= self.latest else None


def _reading(value: Any, possible: tuple[float, float], likely: tuple[float, float], suggestion: str | None) -> Reading:
    """The whole number of a cell: "bad-number" if it is not within the possible bounds, else "unlikely-value".

    ``suggestion``: the number behind a cell of a day's or a time's format.
    """
    cell = parse_number(value)
    if cell is None or cell.whole is None or not possible[0] <= cell.whole <= possible[1]:
        return Reading(findings=(Finding("bad-number", display_text(value), suggestion=suggestion),))
    codes = ["approximate-value"] if cell.approximate else []
    if not likely[0] <= cell.whole <= likely[1]:
        codes.append("unlikely-value")
    return Reading(cell.whole, tuple(Finding(code, display_text(value)) for code in codes))
