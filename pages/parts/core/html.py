"""HTML from the templates of ``parts/templates``. Every value is escaped."""

from pathlib import Path
from typing import Any

import streamlit as st
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from analysis.sections.model.typed_values import format_value
from analysis.words import Translator

TEMPLATES = next(each for each in Path(__file__).parents if each.name == "parts") / "templates"
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


def show(name: str, words: Translator, **values: Any) -> None:
    """Put a filled template on the page; one that comes out empty leaves no trace."""
    if text := render(name, words, **values):
        st.html(text)
