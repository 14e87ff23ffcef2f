"""Finnish alphabetical order of names, numbers in them by value.

SFS 4600:2022 as explained by the Institute for the Languages of Finland (Kielitoimiston ohjepankki, "Aakkostus:
vieraat kirjaimet"): å, ä and ö follow z, w follows v; š counts as s, ž as z, ü as y; of two names that differ in a mark
alone the one with the mark comes second. Letters that it does not name are sorted as in Unicode CLDR (Finnish).
"""

import re
import unicodedata

# "{", "|" and "}" follow z in Unicode.
LETTERS = str.maketrans(
    {"å": "{", "ä": "|", "ö": "}", "ü": "y", "ű": "y", "æ": "|"}
    | dict.fromkeys("øőõœ", "}")
    | {"đ": "d", "ð": "d", "ǥ": "g", "ħ": "h", "ı": "i", "ł": "l", "ŋ": "n", "ŧ": "t", "þ": "th", "ʒ": "z", "ǯ": "z"}
)
DIGITS = re.compile(r"\d+")


def sort_key(name: str) -> str:
    """The sort key of a name, whatever its case: ``sorted(names, key=order)``."""
    lower = unicodedata.normalize("NFC", name.casefold())
    letters = unicodedata.normalize("NFD", lower.translate(LETTERS))
    base = "".join(sign for sign in letters if not unicodedata.combining(sign))
    return DIGITS.sub(lambda number: number[0].zfill(12), base) + "\0" + lower
