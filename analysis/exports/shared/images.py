"""A plain SVG as a sharp picture of pixels, drawn with a font of our own: the same on every machine."""

from importlib.resources import files
from math import cos, pi, sin

from resvg_py import svg_to_bytes

FAMILY = "Source Sans Pro"
FONTS = [str(files("font_source_sans_pro") / "files" / f"SourceSansPro-{each}.ttf") for each in ("Regular", "Semibold")]
SHARP = 2
"""Pixels of the picture for one of the drawing: sharp on paper and on large screens."""


def svg_to_png(drawn: str, scale: float = SHARP) -> bytes:
    """The drawing as a png, so many times as large; ValueError where it is no SVG."""
    return svg_to_bytes(
        svg_string=drawn,
        zoom=scale,
        skip_system_fonts=True,
        font_files=FONTS,
        font_family=FAMILY,
        sans_serif_family=FAMILY,
        # Families that are not loaded fall back to the serif one (resvg-py 0.5.0), else the text is left out.
        serif_family=FAMILY,
    )


BLUE, YELLOW = "#003399", "#ffcc00"
HEIGHT = 200


def eu_emblem() -> str:
    """The blue field with its twelve stars, 300 by 200 pixels."""
    middle, ring, star = (HEIGHT * 0.75, HEIGHT / 2), HEIGHT / 3, HEIGHT / 18
    places = [(middle[0] + ring * sin(at * pi / 6), middle[1] - ring * cos(at * pi / 6)) for at in range(12)]
    stars = "".join(f'<polygon points="{_star(x, y, star)}" fill="{YELLOW}"/>' for x, y in places)
    size = f'width="{HEIGHT * 1.5:g}" height="{HEIGHT}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}><rect {size} fill="{BLUE}"/>{stars}</svg>'


def _star(x: float, y: float, size: float) -> str:
    """Five points, one of them up; the inner ones lie where the lines between the outer ones cross."""
    inner = size * sin(pi / 10) / cos(pi / 5)
    reach = [size, inner] * 5
    return " ".join(
        f"{x + each * sin(at * pi / 5):.2f},{y - each * cos(at * pi / 5):.2f}" for at, each in enumerate(reach)
    )
