"""How charts look: colours by role, and the plotly template that every figure carries.

Figures name colours by token ("@accent"); the colours of light or dark are put in where a figure is shown, so one
figure serves both. Palette, sizes and margins were measured for contrast and for colour blindness (docs/decisions).
"""

import json
from collections.abc import Mapping
from pathlib import Path
from textwrap import wrap
from types import MappingProxyType
from typing import Any, Literal

Mode = Literal["light", "dark", "forced"]
"""Forced: in the reader's own colours (forced-colors), which only a browser knows."""
SIZE = 14
"""Height of all text in a chart, in pixels."""
LETTER = 0.53
"""Mean width of a letter as a part of its size, Source Sans."""

_FOLDER = Path(__file__).parent
_PALETTE: dict[str, dict[str, str]] = json.loads((_FOLDER / "palette.json").read_text(encoding="utf-8"))
TEMPLATE: dict[str, Any] = json.loads((_FOLDER / "template.json").read_text(encoding="utf-8"))
"""The layout that all figures share, colours as tokens. Not to be changed in place."""


def tokens(mode: Mode) -> Mapping[str, str]:
    """The colour of each token: ``{"accent": "#0b5cad", …}``; forced ones are system colours of CSS."""
    return MappingProxyType(_PALETTE[mode])


def label_width(text: str) -> float:
    """About how many pixels wide a line of text is."""
    return len(text) * SIZE * LETTER


def text_lines(text: str, letters: int) -> list[str]:
    """Text in lines of at most ``letters`` letters; at least one line."""
    return wrap(text, letters) or [""]


def plotly_text(text: str) -> str:
    """A person's text inside a figure, shown as it is: plotly reads mark-up and the component reads tokens."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("@", "&#64;")


GREATEST_STEP = 5
STEP_TOKENS = tuple(f"@seq-{step}" for step in range(GREATEST_STEP + 1))
STEP_INKS = tuple(f"@on-seq-{step}" for step in range(GREATEST_STEP + 1))
"""The colour of a number on each step."""


def colour_step(value: int, most: int) -> int:
    """The step of a value if ``most`` is the greatest: 0 for zero alone, 5 for the greatest."""
    return max(1, int(value / most * GREATEST_STEP + 0.5)) if value else 0


def grouped_digits(value: int, thousands: str) -> str:
    """A number in figures, with a sign between thousands."""
    return f"{value:,}".replace(",", thousands)
