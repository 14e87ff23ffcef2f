"""The colours of all files, and SVG as pictures of pixels with a font of our own: the same on every machine."""

from importlib.resources import files
from math import cos, pi, sin

from resvg_py import svg_to_bytes

from analysis.charts import tokens

COLOURS = tokens("light")
"""Colours by token: files are light, whatever the reader's screen is."""
FAMILY = "Source Sans Pro"
FONTS = [str(files("font_source_sans_pro") / "files" / f"SourceSansPro-{each}.ttf") for each in ("Regular", "Semibold")]
SHARP = 2
"""Pixels of the picture for one of the drawing: sharp on paper and on large screens."""


def svg_to_png(drawing: str, scale: float = SHARP) -> bytes:
    """The drawing as a png, ``scale`` times as large; ValueError if it is no SVG."""
    return svg_to_bytes(
        svg_string=drawing,
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
    radius = HEIGHT / 18
    # The lines between the outer points of a star cross there.
    inner = radius * sin(pi / 10) / cos(pi / 5)
    stars = []
    for hour in range(12):
        x, y = HEIGHT * 0.75 + HEIGHT / 3 * sin(hour * pi / 6), HEIGHT / 2 - HEIGHT / 3 * cos(hour * pi / 6)
        points = " ".join(
            f"{x + reach * sin(at * pi / 5):.2f},{y - reach * cos(at * pi / 5):.2f}"
            for at, reach in enumerate([radius, inner] * 5)
        )
        stars.append(f'<polygon points="{points}" fill="{YELLOW}"/>')
    size = f'width="{HEIGHT * 1.5:g}" height="{HEIGHT}"'
    field = f'<rect {size} fill="{BLUE}"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{field}{"".join(stars)}</svg>'
