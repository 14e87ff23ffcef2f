"""A text cut to a length, at the end of a word."""

from textwrap import shorten

ELLIPSIS = "…"


def short_text(text: str, most: int, after: str = "") -> str:
    """The text as it is if it has at most ``most`` letters, else its beginning, "…" and ``after``, no longer than that.

    A first word that is too long is cut within.
    """
    if len(text) <= most:
        return text
    end = f"{ELLIPSIS} {after}".strip()
    short = shorten(text, most, placeholder=end)
    return short if short != end else text[: most - len(end)] + end
