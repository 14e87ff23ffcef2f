"""Months and weekdays as words, in three languages and their inflected forms, rewritten into digits."""

import re

_FINNISH = "tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu"
_ENGLISH = "january february march april may june july august september october november december"
_SWEDISH = "januari februari mars april maj juni juli augusti september oktober november december"
FINNISH, ENGLISH, SWEDISH = _FINNISH.split(), _ENGLISH.split(), _SWEDISH.split()
SHORT = {
    **{"jan": 1, "feb": 2, "febr": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9},
    **{"oct": 10, "okt": 10, "nov": 11, "dec": 12},
}
NUMBERS = {word: number for names in (FINNISH, ENGLISH, SWEDISH) for number, word in enumerate(names, 1)} | SHORT
"""The month's number by its word: Finnish stems, whole names and short forms of the other languages."""

# Finnish months take any case of "kuu" (maaliskuu, maaliskuuta, maaliskuussa) or are short ("maalis", "maalisk.").
_OTHERS = sorted({*ENGLISH, *SWEDISH, *SHORT}, key=len, reverse=True)
_MONTH = re.compile(
    rf"(?<![^\W\d_])(?:({'|'.join(FINNISH)})(?:kuu[a-zäö]{{0,5}}|k)?|({'|'.join(_OTHERS)})s?)\.?(?![^\W\d_])"
)
_FILLER = re.compile(r"(?<=[0-9])(?:st|nd|rd|th|:[ae]|:s)\b|\b(?:den|the|of|in|i|vuonna|vuoden|år|year) ")
_WHOLE = (
    "maanantai|tiistai|keskiviikko|torstai|perjantai|lauantai|sunnuntai|måndag|tisdag|onsdag|torsdag|fredag|lördag|"
    "söndag|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
)
_SHORT = (
    "maa|ma|ti|tis|tue|tues|ke|kes|on|ons|wed|to|tor|tors|thu|thur|thurs|pe|per|fre|fri|la|lau|lör|lö|sat|su|sun|sön|"
    "sö|mån|må|mon"
)
_WEEKDAY = rf"(?:(?:{_WHOLE})(?:na|en|s)?|(?:{_SHORT}))\b\.?"
_BEFORE_DAY = re.compile(rf"(?<![^\W_]){_WEEKDAY}(?: ?- ?{_WEEKDAY})?,? ?(?=[0-9«]|den |the )")
_HOUR = r"[0-9]{1,2}(?:[.:][0-9]{2})?"
_TIME = re.compile(
    rf",? ?\(?(?:klo|kl|kello|at)\.? ?{_HOUR}(?: ?- ?(?:{_HOUR})?)?\)?$"
    r"|(?:,? |t)[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?z?(?: ?- ?[0-9]{1,2}:[0-9]{2})?$"
)
_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012–—\u2212", "-") | {"\n": " "})

# Around a month's number in guillemets: day first, month first, two months, month and year in either order.
_AROUND = (
    (re.compile("(?<![0-9])([0-9]{1,2})(?:[.]? ?|-)«([0-9]+)»(?:[ .,]+|-(?=[0-9]{2,4}$))?"), r"\1.\2."),
    (re.compile("«([0-9]+)» ?([0-9]{1,2}(?: ?- ?[0-9]{1,2})?)(?![0-9])[ .,]*"), r"\2.\1."),
    (re.compile("«([0-9]+)» ?- ?«([0-9]+)»,? ?([0-9]{4})"), r"\1-\2/\3"),
    (re.compile("«([0-9]+)»[,-]? ?([0-9]{4})"), r"\1/\2"),
    (re.compile("([0-9]{4}),? ?«([0-9]+)»"), r"\2/\1"),
)


def in_digits(text: str) -> str:
    """A day or span with its months as digits, without weekdays and time of day; every dash a hyphen.

    "su 12. maaliskuuta 2023 klo 9" → "12.3.2023", "March 12–13, 2023" → "12-13.3.2023", "maaliskuussa 2023" → "3/2023".
    """
    text = _TIME.sub("", text.translate(_DASHES).lower())
    if text.replace("-", "").replace(".", "").isdigit():
        return text
    text = _MONTH.sub(_marked, _FILLER.sub("", text))
    text = _BEFORE_DAY.sub("", text)
    for pattern, digits in _AROUND:
        text = pattern.sub(digits, text)
    return text


def _marked(match: re.Match[str]) -> str:
    return f"«{NUMBERS[match[1] or match[2]]}»"
