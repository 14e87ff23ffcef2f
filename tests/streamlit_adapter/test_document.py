"""Streamlit's document as it is installed, and as another release may build it."""

import re
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import pytest

from analysis.schema import LANGUAGES
from analysis.streamlit_adapter.document import PageParts, adapt_document

SOURCE = (Path(find_spec("streamlit").origin).parent / "static" / "index.html").read_text(encoding="utf-8")
PARTS = PageParts("sv", "fi", "<title>Evenemang</title>", "<!--soon-->", "<p>Utan skript</p>")
HINT = '<link rel="service-desc" href="./_stcore/agent/openapi.json" />'
CHANGED = {
    "an attribute of html": ('<html lang="en">', '<html lang="en" class="x">', ()),
    "no language": ('<html lang="en">', "<html>", ()),
    "capitals": ('<html lang="en">', "<HTML lang=en>", ()),
    "an attribute of title": ("<title>", '<title data-x="1">', ()),
    "no title": ("<title>Streamlit</title>", "", ("title",)),
    "another icon": ('rel="shortcut icon"', 'rel="icon" sizes="any"', ()),
    "no icon": ('<link rel="shortcut icon" href="./favicon.png" />', "", ("icon",)),
    "no hint at agents": (HINT, "", ("service-desc",)),
    "no end of the head": ("</head>", "", ("/head",)),
    "no text without scripts": ("noscript", "aside", ("noscript",)),
    "an attribute of noscript": ("<noscript>", '<noscript class="x">', ()),
    "an attribute of a script": ("<script>", '<script nonce="x">', ()),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_installed_document_has_every_place(language):
    document = adapt_document(SOURCE, PageParts(language, "en", "<title>Tapahtumat</title>"))
    text = document.text
    assert document.missing == ()
    assert text.startswith("<!DOCTYPE html>") and f'<html lang="{language}" data-language="en">' in text
    assert text.count("<title>") == 1 and "<title>Tapahtumat</title>" in text


def test_nothing_english_and_nothing_of_closed_doors_is_left():
    text = adapt_document(SOURCE, PageParts("fi", "fi", "")).text
    visible = re.sub(r"<[^>]+>", "", text)
    assert [each for each in ("enable JavaScript", "Streamlit", "browser") if each in visible] == []
    assert "agent" not in text and "<!--" not in text


def test_scripts_and_root_stay_as_they_are():
    document = adapt_document(SOURCE, PARTS)
    text = document.text
    assert len(document.inline_scripts) == 1
    assert '<script type="module" crossorigin src="./static/js/index.' in text and '<div id="root"></div>' in text


@pytest.mark.parametrize(("old", "new", "missing"), CHANGED.values(), ids=list(CHANGED))
def test_a_changed_document_takes_whatever_it_has_a_place_for(old, new, missing):
    changed = SOURCE.replace(old, new)
    assert changed != SOURCE
    document = adapt_document(changed, PARTS)
    assert document.missing == missing
    assert document.text.count(PARTS.head) == document.text.count("Evenemang") == 1
    assert ("<p>Utan skript</p>" in document.text) is ("noscript" not in missing)
    assert (PARTS.preloads in document.text) is ("/head" not in missing)
    assert re.search(r'<html lang="sv" data-language="fi"( class="x")?>', document.text)
    assert "service-desc" not in document.text and "favicon" not in document.text
    assert len(document.inline_scripts) == 1 and '<div id="root"></div>' in document.text


@pytest.mark.parametrize("source", ["", "plain text", "<p>Moved</p>", "<!-- only this", "\x00", "<html", "<title>x"])
def test_what_is_no_document_at_all_stays_as_it_is(source):
    document = adapt_document(source, PARTS)
    assert (document.text, len(document.missing)) == (source.strip(), 7)


def test_a_body_stands_before_the_root_that_nobody_reaches_yet():
    text = adapt_document(SOURCE, replace(PARTS, noscript="", body="<main>Evenemang</main>")).text
    assert '<main>Evenemang</main><div id="root" inert aria-hidden="true"></div>' in text
    assert "<noscript" not in text and "<script" in text


def test_behind_a_body_scripts_wait_until_it_is_on_the_screen():
    text = adapt_document(SOURCE, replace(PARTS, body="<main>Evenemang</main>")).text
    before, waiting = text.split('<template id="app-files">')
    assert ".js" not in before and "modulepreload" not in before and PARTS.preloads not in before
    assert waiting.count("modulepreload") == SOURCE.count("modulepreload") and PARTS.preloads in waiting
    assert 'src="./static/js/index.' in waiting and 'rel="stylesheet"' in before


def test_without_a_place_for_it_a_body_is_left_out():
    document = adapt_document(SOURCE.replace('id="root"', 'id="app"'), replace(PARTS, body="<main>x</main>"))
    assert document.missing == ("root",) and "<main>" not in document.text


def test_what_we_put_in_is_never_taken_for_a_place():
    head = "<title>a</title><noscript>b</noscript></head><html>"
    text = adapt_document(SOURCE, PageParts("fi", "fi", head, "<i>", "<p>c</p>")).text
    assert text.count(head) == 1 and text.count("<p>c</p>") == 1
