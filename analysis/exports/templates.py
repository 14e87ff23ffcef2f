"""The HTML that exports are filled into: what is put into it is escaped, and what is missing is an error."""

import re
from importlib.resources import files
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from analysis.sections.typed_values import format_value

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
