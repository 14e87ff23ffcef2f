"""The documents that the server writes, from the templates of ``web/html``. Every value is escaped."""

import re
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import escape

from analysis import static
from analysis.schema import LANGUAGES, Language
from analysis.words import Words

SCRIPTS = ("page.js", "figures.js")
"""Scripts of ours that every page loads."""
MARK = "mark.svg"
DRAWN = ("overview", "regions", "themes", "events", "stories", "clusters")
"""The pages with charts."""

_templates = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "html"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def page(source: str, w: Words, default: Language, name: str, address: str) -> str:
    """Streamlit's document as that of the page of this name, which readers find at this address.

    ``default`` is the language of an address that names none: a script follows what the address says later on.
    """
    return mended(source, w, default, head(w, name, address), soon(source, name))


def head(w: Words, name: str, address: str) -> str:
    """What the document's head says of a page, and what it loads of ours: every style sheet, the common scripts."""
    files = static.own()
    return _templates.get_template("head.html").render(
        w=w,
        name=name,
        address=address,
        languages=LANGUAGES,
        mark=files[MARK].address,
        styles=[each.address for file, each in files.items() if file.endswith(".css")],
        scripts=[files[each].address for each in SCRIPTS],
    )


def soon(source: str, name: str) -> str:
    """What the end of the document's head says of scripts that the page will need, so that they come before they are
    asked for: parts of Streamlit's that its document does not name, and plotly's bundle where there are charts."""
    return _templates.get_template("soon.html").render(
        parts=[each for each in static.early() if each not in source],
        bundle=static.plotly().address if name in DRAWN else "",
    )


def mended(source: str, w: Words, default: Language, head: str, soon: str = "") -> str:
    """Streamlit's document in a language, with these at the begin and the end of its head.

    ValueError where it is no longer built as it was.
    """
    text = re.sub(r"<!--.*?-->", "", source, flags=re.DOTALL).strip()
    for old, new in (
        (r'<html lang="en">', f'<html lang="{w.language}" data-language="{default}">'),
        (r"<title>.*?</title>", head),
        (r'<link rel="shortcut icon"[^>]*>', ""),
        (r'<link rel="service-desc"[^>]*>', ""),
        (r"</head>", f"{soon}</head>"),
        (r"<noscript>.*?</noscript>", f"<noscript><p>{escape(w('web.noscript'))}</p></noscript>"),
    ):
        found = re.search(old, text, re.DOTALL)
        if not found:
            raise ValueError(f"Streamlit's document has no {old}")
        text = text[: found.start()] + new + text[found.end() :]
    return text


def missing(w: Words) -> str:
    """A document that says that there is no such page, and leads home."""
    return _templates.get_template("missing.html").render(w=w, mark=static.own()[MARK].address)


def closed(w: Words, *, by_key: bool, reason: str | None, to: str) -> str:
    """A document that says that the dashboard is private, why somebody was not let in, and how one gets in."""
    reasons = {"person": "refused", "key": "denied.key", "wait": "denied.wait"}
    told = f"access.private.{reasons[reason]}" if reason in reasons else "access.denied.provider"
    return _templates.get_template("closed.html").render(
        w=w,
        mark=static.own()[MARK].address,
        styles=[each.address for file, each in static.own().items() if file.endswith(".css")],
        by_key=by_key,
        reason=w(told) if reason in (*reasons, "provider") else "",
        to=to,
    )
