"""A plain SVG as a sharp picture of pixels, drawn with a font of our own: the same on every machine."""

from importlib.resources import files

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
