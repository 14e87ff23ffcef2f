"""HTML from the templates of ``parts/templates``, every value escaped; labels of widgets, which are Markdown."""

import re
from pathlib import Path
from typing import Any

import streamlit as st
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from analysis.sections.model.typed_values import format_value
from analysis.words import Translator

TEMPLATES = Path(__file__).parents[1] / "templates"
JOINER = "\u2060"
"""Word joiner: invisible, of no width. It separates what Streamlit would replace even if it is escaped."""
REPLACED = re.compile(r":(?=[\w/])|@(?=\w)|\bwww(?=\.)|[-<>=~](?=[-<>=])", re.IGNORECASE)
"""Icons, emoji and addresses, and arrows made of signs."""
MARKUP = re.compile(r"[\\`*_\[\]<>$~]|:(?=\S)|&(?=[#\w])|^[-+#=]|(?<=^\d)[.)]|(?<=^\d\d)[.)]")

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


def widget_label(text: str) -> str:
    """The text as the label of a widget, escaped so that Streamlit shows just that."""
    return MARKUP.sub(r"\\\g<0>", REPLACED.sub(rf"\g<0>{JOINER}", text))
