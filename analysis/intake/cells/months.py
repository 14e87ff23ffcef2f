"""Words of days in three languages and their inflected forms: months, weekdays, times, and patterns to replace them."""

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
MONTH = re.compile(
    rf"(?<![^\W\d_])(?:({'|'.join(FINNISH)})(?:kuu[a-zäö]{{0,5}}|k)?|({'|'.join(_OTHERS)})s?)\.?(?![^\W\d_])"
)
FILLER = re.compile(r"(?<=[0-9])(?:st|nd|rd|th|:[ae]|:s)\b|\b(?:den|the|of|in|i|vuonna|vuoden|år|year) ")
_WHOLE = (
    "maanantai|tiistai|keskiviikko|torstai|perjantai|lauantai|sunnuntai|måndag|tisdag|onsdag|torsdag|fredag|lördag|"
    "söndag|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
)
_SHORT = (
    "maa|ma|ti|tis|tue|tues|ke|kes|on|ons|wed|to|tor|tors|thu|thur|thurs|pe|per|fre|fri|la|lau|lör|lö|sat|su|sun|sön|"
    "sö|mån|må|mon"
)
_WEEKDAY = rf"(?:(?:{_WHOLE})(?:na|en|s)?|(?:{_SHORT}))\b\.?"
BEFORE_DAY = re.compile(rf"(?<![^\W_]){_WEEKDAY}(?: ?- ?{_WEEKDAY})?,? ?(?=[0-9«]|den |the )")
_HOUR = r"[0-9]{1,2}(?:[.:][0-9]{2})?"
_CLOCK = r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?(?: ?[ap]\.?m\.?\b)?"
TIME = re.compile(
    rf",? ?\(?(?:klo|kl|kello|at)\.? ?{_HOUR}(?: ?- ?(?:{_HOUR})?)?\)?$"
    rf"|(?:,? |t){_CLOCK}(?: ?- ?{_CLOCK})?$|(?<=/[0-9]{{4}}) [0-9]{{1,2}}\.[0-9]{{2}}(?:\.[0-9]{{2}})?$"
)
DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012–—\u2212", "-") | {"\n": " "})

# Around a month's number in guillemets: day first, month first, two months, month and year in either order.
AROUND = (
    (re.compile("(?<![0-9])([0-9]{1,2})(?:[.]? ?|-)«([0-9]+)»(?:[ .,]+|-(?=[0-9]{2,4}$))?"), r"\1.\2."),
    (re.compile("«([0-9]+)» ?([0-9]{1,2}(?: ?- ?[0-9]{1,2})?)(?![0-9])[ .,]*"), r"\2.\1."),
    (re.compile("«([0-9]+)» ?- ?«([0-9]+)»,? ?([0-9]{4})"), r"\1-\2/\3"),
    (re.compile("«([0-9]+)»[,-]? ?([0-9]{4})"), r"\1/\2"),
    (re.compile("([0-9]{4}),? ?«([0-9]+)»"), r"\2/\1"),
)
