"""The colours of charts: seen against their ground, and told apart by those who see red, green or blue otherwise.

Colour blindness is simulated by the matrices of Machado, Oliveira and Fernandes (2009), "A Physiologically-based Model
for Simulation of Color Vision Deficiency", table 1, severity 1.0, on linear light. Distances are CIE76 in CIELAB (D65).
"""

from itertools import combinations
from math import dist

import pytest

from analysis.charts import tokens

MODES = ("light", "dark")
VISIBLE = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
XYZ = ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.0721750), (0.0193339, 0.1191920, 0.9503041))
WHITE = (0.95047, 1.0, 1.08883)
APART = 10
"""A distance that nobody takes for the same colour."""
Triple = tuple[float, float, float]


def linear(colour: str) -> Triple:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return tuple(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)


def through(matrix: tuple[Triple, ...], light: Triple) -> Triple:
    return tuple(sum(factor * part for factor, part in zip(row, light, strict=True)) for row in matrix)


def contrast(one: str, other: str) -> float:
    """The contrast of WCAG 2.1."""
    bright, dark = sorted((through(XYZ, linear(each))[1] + 0.05 for each in (one, other)), reverse=True)
    return bright / dark


def lab(light: Triple) -> Triple:
    def root(part: float) -> float:
        return part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116

    x, y, z = (root(max(0, part) / white) for part, white in zip(through(XYZ, light), WHITE, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def fills(mode: str) -> dict[str, str]:
    """The colours of bars, columns and panels."""
    return {
        name: colour
        for name, colour in tokens(mode).items()
        if name in ("accent", "bar", "leader") or name.startswith(("region-", "theme-"))
    }


@pytest.mark.parametrize("mode", MODES)
def test_every_mark_stands_out_from_what_lies_behind_it(mode):
    every = tokens(mode)
    behind = [every[name] for name in ("surface", "band")]
    faint = {name: contrast(colour, back) for name, colour in fills(mode).items() for back in behind}
    assert {name: value for name, value in faint.items() if value < 3} == {}


@pytest.mark.parametrize("mode", MODES)
def test_every_word_can_be_read_where_it_stands(mode):
    every = tokens(mode)
    pairs = [(name, back) for name in ("text", "muted", "faint", "accent-text") for back in ("surface", "band")]
    pairs += [(f"on-seq-{step}", f"seq-{step}") for step in range(6)] + [("inverse-text", "inverse")]
    assert {pair: contrast(*(every[name] for name in pair)) for pair in pairs if _low(every, pair)} == {}


def _low(every, pair) -> bool:
    return contrast(every[pair[0]], every[pair[1]]) < 4.5


@pytest.mark.parametrize("visible", VISIBLE)
@pytest.mark.parametrize("kind", ["region-", "theme-"])
@pytest.mark.parametrize("mode", MODES)
def test_regions_and_themes_are_told_apart_however_colours_are_seen(mode, kind, visible):
    colours = {name: colour for name, colour in tokens(mode).items() if name.startswith(kind)}
    display = {name: lab(through(VISIBLE[visible], linear(colour))) for name, colour in colours.items()}
    near = {pair: dist(*(display[name] for name in pair)) for pair in combinations(display, 2)}
    assert {pair: value for pair, value in near.items() if value < APART} == {}


@pytest.mark.parametrize("visible", VISIBLE)
@pytest.mark.parametrize("mode", MODES)
def test_the_finding_and_the_rest_and_the_steps_are_told_apart_however_colours_are_seen(mode, visible):
    every = tokens(mode)
    pairs = [("accent", "bar"), *((f"seq-{step}", f"seq-{step + 1}") for step in range(5)), ("land", "seq-1")]
    display = {name: lab(through(VISIBLE[visible], linear(every[name]))) for pair in pairs for name in pair}
    assert {pair: dist(display[pair[0]], display[pair[1]]) for pair in pairs if _near(display, pair)} == {}


def _near(display, pair) -> bool:
    return dist(display[pair[0]], display[pair[1]]) < APART
