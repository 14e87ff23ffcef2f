"""Elements of SVG as trees of the standard library, which escapes all text in them, and the plot that they are in."""

import re
from collections.abc import Sequence
from typing import NamedTuple
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from analysis.charts.look import SIZE, Mode, tokens

NAMESPACE = "http://www.w3.org/2000/svg"
UNFIT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Letters that no XML 1.0 document may hold, escaped or not."""
Value = str | float | None


class SvgParts(NamedTuple):
    """Elements from the top left corner on, and how high they are in pixels."""

    parts: Sequence[Element]
    height: float


class Plot(NamedTuple):
    """A rectangle: its edges in pixels, the first and last moment that it shows in years, and the value at its top."""

    left_edge: float
    right_edge: float
    top: float
    bottom: float
    years: Sequence[float]
    most: float

    def across(self, moment: float) -> float:
        """The place of a moment."""
        first, last = self.years
        share = (moment - first) / (last - first)
        return self.left_edge + share * (self.right_edge - self.left_edge)

    def down(self, value: float) -> float:
        """The place of a value."""
        return self.bottom - value / self.most * (self.bottom - self.top)

    def middle(self, year: int, length: float) -> float:
        """The middle of a text of this width over or under a year, moved so far that none of it is outside."""
        return min(max(self.across(year + 0.5), self.left_edge + length / 2), self.right_edge - length / 2)


def element(tag: str, *parts: Element | str, **attributes: Value) -> Element:
    """An element with its parts; ``font_size=14`` is ``font-size="14"``, ``class_`` is ``class``; None is left out.

    Colours are tokens ("@accent"), as in figures.
    """
    names = {name: name.rstrip("_").replace("_", "-") for name in attributes}
    tree = Element(tag, {names[name]: attribute_text(value) for name, value in attributes.items() if value is not None})
    for part in parts:
        if isinstance(part, str):
            tree.text = UNFIT.sub("", part)
        else:
            tree.append(part)
    return tree


def text(x: float, y: float, *parts: Element | str, **attributes: Value) -> Element:
    """One line of text, ``y`` its base line."""
    size, fill = attributes.pop("font_size", SIZE), attributes.pop("fill", "@text")
    return element("text", *parts, x=x, y=y, font_size=size, fill=fill, **attributes)


def column_path(left: float, right: float, high: float, base: float, round_by: float) -> str:
    """The path of a column in pixels: its edges ``left`` and ``right``, at the top (``high``) and at the ``base`` line.

    ``round_by``: the greatest radius of the upper corners.
    """
    bend = min(round_by, base - high, (right - left) / 2)
    return (
        f"M{left:.2f} {base:.2f}V{high + bend:.2f}Q{left:.2f} {high:.2f} {left + bend:.2f} {high:.2f}"
        f"H{right - bend:.2f}Q{right:.2f} {high:.2f} {right:.2f} {high + bend:.2f}V{base:.2f}Z"
    )


def svg_text(tree: Element, mode: Mode | None) -> str:
    """The tree as text, a colour of the mode in place of each token; without a mode the variable of a style sheet."""
    colours = tokens(mode or "light")
    for each in tree.iter():
        for name in ("fill", "stroke"):
            if (token := each.get(name, "")).startswith("@"):
                each.set(name, colours[token[1:]] if mode else f"var(--{token[1:]})")
    return ElementTree.tostring(tree, encoding="unicode")


def attribute_text(value: Value) -> str:
    """An attribute's value: a number with at most two decimals."""
    if isinstance(value, str):
        return value
    return f"{value:.2f}".rstrip("0").rstrip(".")
