"""Streamlit's document (``static/index.html``), changed into a page of ours as far as it is built as expected."""

import re
from collections.abc import Callable
from dataclasses import dataclass

COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
HTML_TAG = re.compile(r"<html\b([^>]*)>", re.IGNORECASE)
LANG = re.compile(r"""\slang\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)""", re.IGNORECASE)
TITLE = re.compile(r"<title\b[^>]*>.*?</title\s*>", re.DOTALL | re.IGNORECASE)
ICON = re.compile(r"""<link\b[^>]*\brel=["']?(?:shortcut )?icon\b[^>]*>""", re.IGNORECASE)
AGENT_HINT = re.compile(r"""<link\b[^>]*\brel=["']?service-desc\b[^>]*>""", re.IGNORECASE)
HEAD_END = re.compile(r"</head\s*>", re.IGNORECASE)
NOSCRIPT = re.compile(r"<noscript\b[^>]*>.*?</noscript\s*>", re.DOTALL | re.IGNORECASE)
SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
ROOT = re.compile(r"""<div\b[^>]*\bid=["']?root\b[^>]*>\s*</div\s*>""", re.IGNORECASE)
"""Where Streamlit's page comes: React empties it at its first render, so what is to stay stands beside it."""
SOURCE = re.compile(r"\ssrc\s*=", re.IGNORECASE)
SCRIPT_LINK = r"""<link\b[^>]*(?:\brel=["']?modulepreload\b|\bas=["']?script\b)[^>]*>"""
APP_FILE = re.compile(rf"""{SCRIPT_LINK}|<script\b[^>]*\ssrc\s*=[^>]*>\s*</script\s*>""", re.IGNORECASE)
"""What has the browser ask for a script of Streamlit's."""


@dataclass(frozen=True)
class PageParts:
    """What a page of ours puts into Streamlit's document. All but the languages is HTML.

    ``language`` is the page's, ``default`` that of an address that names none; ``head`` has the title and what belongs
    near it, ``preloads`` goes to the end of the head, ``noscript`` is for readers without scripts. ``body`` stands
    before Streamlit's page, which nobody sees, hears or reaches until a script of ours takes ``inert`` away; with one,
    Streamlit's scripts and ``preloads`` wait in a template until a script of ours takes them out.
    """

    language: str
    default: str
    head: str
    preloads: str = ""
    noscript: str = ""
    body: str = ""


@dataclass(frozen=True)
class AdaptedDocument:
    """A document, the places that it no longer has, and its inline scripts, as a policy hashes them."""

    text: str
    missing: tuple[str, ...]
    inline_scripts: tuple[str, ...]


def adapt_document(source: str, parts: PageParts) -> AdaptedDocument:
    """Streamlit's document with the parts of a page.

    A place that is missing is left as it is and named in ``missing``; the others are changed all the same. Without a
    title our head goes to the end of the head, so that title, style and scripts of ours come as long as there is one.
    """
    text = COMMENT.sub("", source).strip()
    waiting = list(APP_FILE.finditer(text)) if parts.body and ROOT.search(text) else []
    scripts = "".join(each[0] for each in waiting)
    has_title = TITLE.search(text) is not None
    foot = ("" if has_title else parts.head) + ("" if waiting else parts.preloads)
    language = f'lang="{parts.language}" data-language="{parts.default}"'
    steps: tuple[tuple[str, re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
        ("html", HTML_TAG, lambda tag: f"<html {language}{LANG.sub('', tag[1])}>"),
        ("title", TITLE, lambda _: parts.head),
        ("icon", ICON, lambda _: ""),
        ("service-desc", AGENT_HINT, lambda _: ""),
        ("/head", HEAD_END, lambda end: foot + end[0]),
        ("noscript", NOSCRIPT, lambda _: f"<noscript>{parts.noscript}</noscript>" if parts.noscript else ""),
        ("root", ROOT, lambda root: _beside(root[0], parts, scripts)),
    )
    # All places are looked for in Streamlit's own text, so that what we put in is never taken for one.
    places = [(name, pattern.search(text), replacement) for name, pattern, replacement in steps]
    matches = [(match, replacement(match)) for _, match, replacement in places if match]
    matches += [(each, "") for each in waiting]
    for match, new in sorted(matches, key=lambda each: each[0].start(), reverse=True):
        text = text[: match.start()] + new + text[match.end() :]
    inline = tuple(script for attributes, script in SCRIPT.findall(text) if not SOURCE.search(attributes))
    return AdaptedDocument(text, tuple(name for name, match, _ in places if match is None), inline)


def _beside(root: str, parts: PageParts, scripts: str) -> str:
    """Our body with the place of Streamlit's page behind it, which is as it came if we have none.

    ``scripts``: Streamlit's, which wait there with our preloads.
    """
    if not parts.body:
        return root
    waiting = f'<template id="app-files">{scripts}{parts.preloads}</template>' if scripts else ""
    return parts.body + root.replace(">", ' inert aria-hidden="true">', 1) + waiting
