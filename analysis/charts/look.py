"""How charts look: colours by role, and the plotly template that every figure carries.

Figures name colours by token ("@accent"); whoever shows a figure puts in the colour of light or dark, so one figure
serves both. Palette, sizes and margins were measured for contrast and for colour blindness (docs/decisions).
"""

import json
from collections.abc import Mapping
from pathlib import Path
from textwrap import wrap
from types import MappingProxyType
from typing import Any, Literal

Mode = Literal["light", "dark"]
SIZE = 14
"""Height of all text in a chart, in pixels."""
LETTER = 0.53
"""Mean width of a letter as a part of its size, Source Sans."""

_FOLDER = Path(__file__).parent
_PALETTE: dict[str, dict[str, str]] = json.loads((_FOLDER / "palette.json").read_text(encoding="utf-8"))
TEMPLATE: dict[str, Any] = json.loads((_FOLDER / "template.json").read_text(encoding="utf-8"))
"""The layout that all figures share, colours as tokens. Not to be changed in place."""


def tokens(mode: Mode) -> Mapping[str, str]:
    """The colour of each token in light or dark: ``{"accent": "#0b5cad", …}``."""
    return MappingProxyType(_PALETTE[mode])


def width(text: str) -> float:
    """About how many pixels wide a line of text is."""
    return len(text) * SIZE * LETTER


def lines(text: str, letters: int) -> list[str]:
    """Text in lines of at most so many letters; at least one line."""
    return wrap(text, letters) or [""]


def plain(text: str) -> str:
    """A person's text inside a figure, shown as it is: plotly reads mark-up and the component reads tokens."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("@", "&#64;")
