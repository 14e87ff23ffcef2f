"""HTML and filled templates on the page, and the labels of widgets, which are Markdown."""

import re
from typing import Any

import streamlit as st

from analysis.html_parts.rendering import render
from analysis.words import Translator

JOINER = "\u2060"
"""Word joiner: invisible, of no width. It separates what Streamlit would replace even if it is escaped."""
REPLACED = re.compile(r":(?=[\w/])|@(?=\w)|\bwww(?=\.)|[-<>=~](?=[-<>=])", re.IGNORECASE)
"""Icons, emoji and addresses, and arrows made of signs."""
MARKUP = re.compile(r"[\\`*_\[\]<>$~]|:(?=\S)|&(?=[#\w])|^[-+#=]|(?<=^\d)[.)]|(?<=^\d\d)[.)]")


def show(name: str, words: Translator, **values: Any) -> None:
    """Put a filled template on the page; one that comes out empty leaves no trace."""
    if text := render(name, words, **values):
        st.html(text)


def put(*texts: str) -> None:
    """Put HTML on the page, each text as an element of its own; an empty one leaves no trace."""
    for text in texts:
        if text:
            st.html(text)


def widget_label(text: str) -> str:
    """The text as the label of a widget, escaped so that Streamlit shows just that.

    Of a label, a caption, a help, a title of a dialog, and the options of radio buttons, pills and segments. Streamlit
    takes no Markdown in placeholders and in the options of menus: they are given the text as it is.
    """
    return MARKUP.sub(r"\\\g<0>", REPLACED.sub(rf"\g<0>{JOINER}", text))
