import re
from importlib.util import find_spec
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.responses import HTMLResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from analysis import static
from analysis.schema import LANGUAGES
from analysis.web.addresses import pages
from analysis.web.document import INLINE_SCRIPT, Document
from analysis.web.written import mended, page
from analysis.words import words
from tests.web.awaiting import awaited

SOURCE = (Path(find_spec("streamlit").origin).parent / "static" / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_installed_document_takes_language_and_head(language):
    text = mended(SOURCE, words(language), "en", "<title>Tapahtumat</title>")
    assert text.startswith("<!DOCTYPE html>") and f'<html lang="{language}" data-language="en">' in text
    assert text.count("<title>") == 1 and "<title>Tapahtumat</title>" in text


def test_nothing_english_and_nothing_of_closed_doors_is_left():
    text = mended(SOURCE, words("fi"), "fi", "")
    said = re.sub(r"<[^>]+>", "", text)
    assert [each for each in ("enable JavaScript", "Streamlit", "browser") if each in said] == []
    assert "agent" not in text and "<!--" not in text


def test_scripts_and_root_stay_as_they_are():
    text = mended(SOURCE, words("fi"), "fi", "")
    assert len(INLINE_SCRIPT.findall(text)) == 1
    assert '<script type="module" crossorigin src="./static/js/index.' in text and '<div id="root"></div>' in text


def test_what_a_page_needs_soon_is_asked_for_with_its_document():
    text = page(SOURCE, words("fi"), "fi", "overview", "http://127.0.0.1/")
    named = re.findall(r'(?:src|href)="\./(static/js/[^"]+)"', text)
    served = Path(find_spec("streamlit").origin).parent / "static"
    assert sorted(set(named)) == sorted(named) and set(static.early()) <= set(named)
    assert all((served / each).is_file() for each in named)
    assert {"Html", "BidiComponent", "ButtonGroup"} <= {each.split("/")[-1].split(".")[0] for each in named}


@pytest.mark.parametrize(("name", "wanted"), [("overview", 1), ("update", 0)])
def test_plotly_is_asked_for_where_there_are_charts(name, wanted):
    text = page(SOURCE, words("fi"), "fi", name, "http://127.0.0.1/")
    assert text.count(static.plotly().address) == wanted


def test_a_document_that_is_built_otherwise_is_a_fault():
    with pytest.raises(ValueError, match="noscript"):
        mended(SOURCE.replace("noscript", "aside"), words("fi"), "fi", "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_has_a_title_and_a_description(language):
    w = words(language)
    told = [(w(f"web.title.{name}"), w(f"web.description.{name}")) for name in pages().values()]
    assert len(set(told)) == len(pages()) > 0


def test_the_front_page_is_the_root():
    assert pages()["/"] == "overview" and "/overview" not in pages() and "/main" not in pages()


@pytest.mark.parametrize(
    ("route", "status"),
    [
        (Mount("/", StaticFiles(directory=Path(find_spec("streamlit").origin).parent / "static", html=True)), 404),
        (Route("/", lambda request: HTMLResponse("<h1>ours</h1>", headers={"cache-control": "no-cache"})), 200),
    ],
)
@pytest.mark.usefixtures("laid")
def test_what_is_not_found_is_told_apart_from_a_document_of_our_own(route, status):
    sent = []

    async def send(message) -> None:
        sent.append(message)

    async def receive():
        return {"type": "http.disconnect"}

    layer = Document(Starlette(routes=[route]))
    scope = {"type": "http", "method": "GET", "path": "/", "root_path": "", "headers": [], "query_string": b""}
    awaited(layer.unless_document(scope, receive, send))
    assert [message["status"] for message in sent if message["type"] == "http.response.start"] == [status]
