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
SOURCE = re.compile(r"\ssrc\s*=", re.IGNORECASE)


@dataclass(frozen=True)
class PageParts:
    """What a page of ours puts into Streamlit's document. All but the languages is HTML.

    ``language`` is the page's, ``default`` that of an address that names none; ``head`` has the title and what belongs
    near it, ``preloads`` goes to the end of the head, ``noscript`` is for readers without scripts.
    """

    language: str
    default: str
    head: str
    preloads: str = ""
    noscript: str = ""


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
    has_title = TITLE.search(text) is not None
    foot = parts.preloads if has_title else parts.head + parts.preloads
    language = f'lang="{parts.language}" data-language="{parts.default}"'
    steps: tuple[tuple[str, re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
        ("html", HTML_TAG, lambda tag: f"<html {language}{LANG.sub('', tag[1])}>"),
        ("title", TITLE, lambda _: parts.head),
        ("icon", ICON, lambda _: ""),
        ("service-desc", AGENT_HINT, lambda _: ""),
        ("/head", HEAD_END, lambda end: foot + end[0]),
        ("noscript", NOSCRIPT, lambda _: f"<noscript>{parts.noscript}</noscript>"),
    )
    # All places are looked for in Streamlit's own text, so that what we put in is never taken for one.
    places = [(name, pattern.search(text), replacement) for name, pattern, replacement in steps]
    matches = [(match, replacement(match)) for _, match, replacement in places if match]
    for match, new in sorted(matches, key=lambda each: each[0].start(), reverse=True):
        text = text[: match.start()] + new + text[match.end() :]
    scripts = tuple(script for attributes, script in SCRIPT.findall(text) if not SOURCE.search(attributes))
    return AdaptedDocument(text, tuple(name for name, match, _ in places if match is None), scripts)
