"""The order of names: å, ä and ö after z (SFS 4600), numbers by their value."""

import re

LAST = str.maketrans("åäö", "{|}")
"""The three letters as signs that come after z in this order."""
DIGITS = re.compile(r"\d+")


def order(name: str) -> str:
    """What a name is sorted by: ``sorted(names, key=order)``."""
    return DIGITS.sub(lambda number: number[0].zfill(12), name.casefold().translate(LAST))
