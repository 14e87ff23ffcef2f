"""What stands in an SVG: texts, bars and bands, read by an XML parser of its own."""

import re
from typing import NamedTuple
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from analysis.charts import Chart
from analysis.charts.svg import Provenance, draw
from analysis.words import translator

NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
SVG = "{http://www.w3.org/2000/svg}"


class Box(NamedTuple):
    """A shape: its edges in pixels and its colour."""

    left: float
    right: float
    top: float
    bottom: float
    fill: str

    @property
    def size(self) -> tuple[float, float]:
        return self.right - self.left, self.bottom - self.top


def drawing(
    chart: Chart, mode: str = "light", width: float = 720, head: Provenance | None = None, language: str = "fi"
) -> Element:
    """The document's root."""
    return ElementTree.fromstring(draw(chart, translator(language), mode=mode, width=width, source=head).markup)


def texts(root: Element, kind: str | None = None) -> list[str]:
    """All lines of text, or those of a class, as they are read."""
    return [
        " ".join("".join(each.itertext()).split())
        for each in root.iter(f"{SVG}text")
        if kind is None or each.get("class") == kind
    ]


def shapes(root: Element) -> list[Box]:
    """The bars, in their order."""
    return [_box(each) for each in root.iter(f"{SVG}path")]


def bands(root: Element) -> list[Box]:
    """The phases' bands."""
    return [_rect(each) for each in root.iter(f"{SVG}rect") if each.get("class") == "phase"]


def _box(path: Element) -> Box:
    across, down = [], []
    for command, example in re.findall(r"([MHVQ])([^MHVQZ]*)", path.attrib["d"]):
        numbers = [float(each) for each in NUMBER.findall(example)]
        if command == "H":
            across += numbers
        elif command == "V":
            down += numbers
        else:
            across, down = across + numbers[::2], down + numbers[1::2]
    return Box(min(across), max(across), min(down), max(down), path.attrib["fill"])


def _rect(rect: Element) -> Box:
    x, y, wide, high = (float(rect.attrib[name]) for name in ("x", "y", "width", "height"))
    return Box(x, x + wide, y, y + high, rect.attrib["fill"])
