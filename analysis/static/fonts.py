"""The fonts of pages, cut to what pages can need of them: Latin letters and signs, and the icons that scripts name."""

import hashlib
import io
import logging
import re
from functools import cache
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTLibError

from analysis.settings import ROOT
from analysis.static.compression import once
from analysis.streamlit_adapter import bundle

log = logging.getLogger("klusteripulssi.static")
SPANS = ((0x20, 0x24F), (0x2B0, 0x36F), (0x1E00, 0x1EFF), (0x2000, 0x215F), (0x2190, 0x22FF), (0x25A0, 0x27BF))
"""Code points of Unicode that the text font keeps: Latin of all of Europe, marks, signs, arrows. A text in other
letters is shown in a font of its reader's."""
FEATURES = ["calt", "ccmp", "kern", "liga", "lnum", "locl", "mark", "mkmk", "tnum"]
"""OpenType features of the text font that browsers use by themselves or that our style asks for."""
ICON = re.compile(r":material/(\w+):")
LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789_"
"""An icon is a ligature of the letters of its name."""


def for_pages(path: Path) -> bytes:
    """The content of a file of Streamlit's: of the text font and the icon font what pages need, else the whole.

    A font that cannot be cut is served whole, with a line in the log.
    """
    content = path.read_bytes()
    if path not in (bundle.font(), bundle.font(bundle.ICON_FONT)):
        return content
    cut = _cut_text if path == bundle.font() else _cut_icons
    wanted = icon_names() if cut is _cut_icons else (*map(str, SPANS), *FEATURES)
    digest = hashlib.sha256(b"\0".join((content, *(each.encode() for each in wanted)))).hexdigest()
    try:
        return once(f"{digest}.woff2", lambda: cut(content))
    except (subset.Subsetter.SubsettingError, TTLibError):
        log.warning("the font %s could not be cut; it is served whole", path.name, exc_info=True)
        return content


@cache
def icon_names() -> tuple[str, ...]:
    """The icons that Streamlit's scripts and our pages name, in order of their names."""
    scripts = [*(bundle.folder() / "static" / "js").glob("*.js"), *(ROOT / "pages").rglob("*.py")]
    return tuple(sorted({name for path in scripts for name in ICON.findall(path.read_text(encoding="utf-8"))}))


def _cut_text(content: bytes) -> bytes:
    options = subset.Options(flavor="woff2", layout_features=FEATURES)
    letters = [code for first, last in SPANS for code in range(first, last + 1)]
    return _subset(content, options, unicodes=letters)


def _cut_icons(content: bytes) -> bytes:
    options = subset.Options(flavor="woff2", layout_features=["*"], layout_closure=False, hinting=False)
    there = set(subset.load_font(io.BytesIO(content), options).getGlyphOrder())
    glyphs = [glyph for name in icon_names() for glyph in (name, f"{name}.fill") if glyph in there]
    return _subset(content, options, glyphs=glyphs, text=LETTERS)


def _subset(content: bytes, options: subset.Options, **wanted: object) -> bytes:
    font = subset.load_font(io.BytesIO(content), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(**wanted)
    subsetter.subset(font)
    output = io.BytesIO()
    subset.save_font(font, output, options)
    return output.getvalue()
