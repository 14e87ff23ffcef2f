"""Templates of HTML files, the style sheets and scripts within them, and the policies that let nothing else in."""

import base64
import hashlib
import re
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Literal

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from analysis import static
from analysis.charts import tokens
from analysis.charts.look import Mode
from analysis.sections.model.typed_values import format_value

MODES: tuple[Mode, ...] = ("light", "dark", "forced")
Page = Literal["slides", "embed"]
FOLDER = Path(str(files("analysis.exports"))) / "html"
PART = re.compile(r"\S+ / \S+")
TEMPLATES = Environment(
    loader=FileSystemLoader(FOLDER), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
)
TEMPLATES.globals["format_value"] = format_value
TEMPLATES.filters["unbroken"] = lambda text: Markup(
    # "13 / 31" stays on one line.
    PART.sub(lambda match: f'<span class="line">{match[0]}</span>', str(escape(text)))
)


@cache
def scripts() -> str:
    """The script of the slides."""
    return (static.ASSETS / "slides" / "slides.js").read_text(encoding="utf-8")


@cache
def styles(page: Page) -> str:
    """The style sheet of a page, with the colours of every mode; that of the slides has the font, if there is one."""
    text = (static.ASSETS / page / f"{page}.css").read_text(encoding="utf-8")
    for mode in MODES:
        colours = ";".join(f"--{name}:{colour}" for name, colour in tokens(mode).items())
        text = text.replace(f"/* {mode} */", colours)
    font = static.font() if page == "slides" else None
    if font is None:
        return text
    data = base64.b64encode(font.read_bytes()).decode()
    face = "font-family:'Source Sans';font-weight:200 900;font-display:block"
    return f"@font-face{{{face};src:url(data:font/woff2;base64,{data}) format('woff2')}}" + text


def policy(page: Page) -> str:
    """The content security policy of a page: its own style and script, by their hashes, and nothing else."""
    digests = (hashlib.sha256(text.encode()).digest() for text in (styles(page), scripts()))
    style, script = (f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)
    if page == "embed":
        return f"default-src 'none'; style-src {style}; base-uri 'none'; form-action 'none'"
    return (
        f"default-src 'none'; script-src {script}; style-src {style}; "
        "font-src data:; base-uri 'none'; form-action 'none'"
    )
