"""A person's text inside a figure: plotly reads mark-up and the component tokens, so both are made plain."""

from textwrap import wrap


def plain(text: str) -> str:
    """Text that shows as it is written."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("@", "&#64;")


def lines(text: str, letters: int) -> list[str]:
    """Text in lines of at most so many letters; at least one line."""
    return wrap(text, letters) or [""]
