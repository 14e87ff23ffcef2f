import logging
import re
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.responses import HTMLResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from analysis import static
from analysis.schema import LANGUAGES
from analysis.streamlit_adapter.bundle import part_scripts
from analysis.web.html_pages import PageDocuments, log, page_document
from analysis.web.request_context import pages
from analysis.words import translator
from tests.own_thread import run_to_end
from tests.streamlit_adapter.test_document import CHANGED, SOURCE

STREAMLIT = Path(find_spec("streamlit").origin).parent / "static"


def page(name: str) -> str:
    return page_document(SOURCE, translator("fi"), "fi", name, "http://127.0.0.1/", "").text


def test_what_a_page_needs_soon_is_asked_for_with_its_document():
    named = re.findall(r'(?:src|href)="\./(static/js/[^"]+)"', page("overview"))
    assert sorted(set(named)) == sorted(named) and set(part_scripts()) <= set(named)
    assert all((STREAMLIT / each).is_file() for each in named)
    assert {"Html", "BidiComponent", "ButtonGroup"} <= {each.split("/")[-1].split(".")[0] for each in named}


@pytest.mark.parametrize(("name", "wanted"), [("overview", 1), ("update", 0)])
def test_plotly_is_asked_for_where_there_are_charts(name, wanted):
    assert page(name).count(static.plotly_bundle().address) == wanted


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_has_a_title_and_a_description(language):
    w = translator(language)
    texts = [(w(f"web.title.{name}"), w(f"web.description.{name}")) for name in pages().values()]
    assert len(set(texts)) == len(pages()) > 0


def test_the_front_page_is_the_root():
    assert pages()["/"] == "overview" and "/overview" not in pages() and "/main" not in pages()


def answers(layer: PageDocuments, *paths: str) -> list[tuple[int, str]]:
    """Status and text of each answer of a layer."""
    sent: list[Any] = []

    async def send(message) -> None:
        sent.append(message)

    async def receive():
        return {"type": "http.disconnect"}

    found = []
    for path in paths:
        sent.clear()
        scope = {"type": "http", "method": "GET", "path": path, "root_path": "", "headers": [], "query_string": b""}
        run_to_end(layer({**scope, "scheme": "http", "server": ("a", 80)}, receive, send))
        found.append((sent[0]["status"], b"".join(each.get("body", b"") for each in sent).decode(errors="replace")))
    return found


def streamlit(document: Response) -> Starlette:
    """An application that answers every path with one document, as Streamlit does with its own."""
    return Starlette(routes=[Route("/{path:path}", lambda request: document)])


@pytest.fixture
def noted(caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch):
    """The log of this layer alone."""
    monkeypatch.setattr(log, "propagate", False)
    log.addHandler(caplog.handler)
    with caplog.at_level(logging.WARNING):
        yield caplog
    log.removeHandler(caplog.handler)


@pytest.mark.parametrize(("old", "new", "missing"), CHANGED.values(), ids=list(CHANGED))
@pytest.mark.usefixtures("laid")
def test_a_changed_document_is_served_with_at_most_one_line_in_the_log(old, new, missing, noted):
    layer = PageDocuments(streamlit(HTMLResponse(SOURCE.replace(old, new))))
    found = answers(layer, "/", "/events", "/regions")
    assert [status for status, _ in found] == [200] * 3
    assert all(re.search(r'<div id="root"( inert aria-hidden="true")?></div>', text) for _, text in found)
    assert len(noted.messages) == (1 if missing else 0)
    assert all(each in line for each in missing for line in noted.messages)


@pytest.mark.parametrize(
    "document",
    [
        HTMLResponse(""),
        HTMLResponse("<p>Moved</p>"),
        HTMLResponse(b"\xff\xfe\x00"),
        Response("{}", media_type="application/json"),
        HTMLResponse("gone", 404),
        Response(status_code=304),
    ],
)
@pytest.mark.usefixtures("laid")
def test_what_is_no_document_is_handed_on_as_streamlit_answers(document, noted):
    found = answers(PageDocuments(streamlit(document)), "/events", "/events")
    assert [status for status, _ in found] == [document.status_code] * 2
    assert {text for _, text in found} == {document.body.decode(errors="replace")}
    assert len(noted.messages) == 1


@pytest.mark.parametrize(
    ("route", "status"),
    [
        (Mount("/", StaticFiles(directory=STREAMLIT, html=True)), 404),
        (Route("/index.html", lambda request: HTMLResponse("<h1>ours</h1>", headers={"cache-control": "x"})), 200),
    ],
)
@pytest.mark.usefixtures("laid")
def test_what_is_not_found_is_told_apart_from_a_document_of_our_own(route, status):
    assert [status for status, _ in answers(PageDocuments(Starlette(routes=[route])), "/index.html")] == [status]
