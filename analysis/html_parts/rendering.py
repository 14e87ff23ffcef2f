"""HTML from the templates of ``html_parts/templates``, every value escaped."""

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from analysis.sections.model.typed_values import format_value
from analysis.words import Translator

TEMPLATES = Path(__file__).parent / "templates"

_templates = Environment(
    loader=FileSystemLoader(TEMPLATES),
    autoescape=True,
    undefined=StrictUndefined,
    auto_reload=False,
    trim_blocks=True,
    lstrip_blocks=True,
)
_templates.globals["format_value"] = format_value


def render(name: str, words: Translator, **values: Any) -> str:
    """A template with its values, on one line; ``words`` is there too. An undefined name is an error."""
    lines = _templates.get_template(f"{name}.html").render(words=words, **values).splitlines()
    return " ".join(line.strip() for line in lines if line.strip())
