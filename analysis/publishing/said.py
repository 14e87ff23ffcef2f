"""Notes and names as they are kept: one line, of a bearable length, without signs that a terminal would obey."""

LONGEST_NOTE, LONGEST_AUTHOR = 2000, 200


def note(text: str) -> str:
    """A note as it is kept."""
    return _line(text, LONGEST_NOTE)


def author(text: str) -> str:
    """A publisher's name as it is kept."""
    return _line(text, LONGEST_AUTHOR)


def _line(text: str, most: int) -> str:
    printable = "".join(sign if sign.isprintable() else " " for sign in text)
    return " ".join(printable.split())[:most].rstrip()
