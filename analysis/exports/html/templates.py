"""The script and the style of the one-file view, and the policy that lets nothing else in."""

import base64
import hashlib
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from analysis import static
from analysis.charts import tokens
from analysis.charts.look import Mode
from analysis.sections.model.typed_values import format_value

MODES: tuple[Mode, ...] = ("light", "dark")
SLIDE_FILES = static.ASSETS / "slides"


@cache
def scripts() -> str:
    """The script of the document."""
    return (SLIDE_FILES / "slides.js").read_text(encoding="utf-8")


@cache
def styles() -> str:
    """The style sheet of the document: the font where it is there, the colours of both modes, the rest."""
    text = (SLIDE_FILES / "slides.css").read_text(encoding="utf-8")
    for mode in MODES:
        text = text.replace(f"/* {mode} */", variables(tokens(mode)))
    return _font() + text


def policy() -> str:
    """What the document may load and run: its own script and style, by their hashes, and nothing else."""
    return (
        f"default-src 'none'; script-src 'sha256-{_digest(scripts())}'; style-src 'sha256-{_digest(styles())}'; "
        "font-src data:; base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def variables(colours: Mapping[str, str]) -> str:
    """Colours by token as the variables of a style sheet."""
    return ";".join(f"--{name}:{colour}" for name, colour in colours.items())


def _font() -> str:
    path = static.font()
    if path is None:
        return ""
    data = base64.b64encode(path.read_bytes()).decode()
    told = "font-family:'Source Sans';font-weight:200 900;font-display:block"
    return f"@font-face{{{told};src:url(data:font/woff2;base64,{data}) format('woff2')}}"


FOLDER = Path(str(files("analysis.exports"))) / "html"
PART = re.compile(r"\S+ / \S+")
TEMPLATES = Environment(
    loader=FileSystemLoader(FOLDER), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
)


def unbroken(text: str) -> Markup:
    """A text, escaped, whose "13 / 31" stays on one line."""
    return Markup(PART.sub(lambda found: f'<span class="line">{found[0]}</span>', str(escape(text))))


TEMPLATES.filters["unbroken"] = unbroken
TEMPLATES.globals["format_value"] = format_value
