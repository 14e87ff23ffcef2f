"""Files of pages (`/media/`): given out by the right that they were made by, which is asked for with each request."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.testclient import TestClient

from analysis import app_services
from analysis.access import COOKIE, DataRight
from analysis.web.handed_files import FileRights
from tests.store.rows import tables

CONTENT = b"Tunnus;Nimi"


async def media(request: Request) -> Response:
    """As Streamlit answers: the whole file, or a part of it."""
    part = CONTENT[:3] if "range" in request.headers else CONTENT
    return Response(part, 206 if "range" in request.headers else 200, {"content-disposition": "attachment"})


@pytest.fixture
def client(tmp_path, monkeypatch) -> Iterator[TestClient]:
    monkeypatch.setenv("KLUSTERIPULSSI_STORE", f"sqlite:///{tmp_path / 'store.sqlite'}")
    app_services.close()
    with TestClient(Starlette(routes=[Route("/media/{name}", media)], middleware=[Middleware(FileRights)])) as opened:
        yield opened
    app_services.close()


def status(client: TestClient, cookie: str = "") -> int:
    answer = client.get("/media/x.csv", headers={"cookie": f"{COOKIE}={cookie}"})
    assert answer.content == (CONTENT if answer.status_code == 200 else b"")
    return answer.status_code


def test_what_no_page_made_is_not_there(client):
    assert status(client) == 404
    app_services.app_services().files.add(CONTENT, DataRight())
    assert status(client) == 200


def test_a_part_of_a_file_and_its_head_ask_for_the_right_too(client):
    assert client.get("/media/x.csv", headers={"range": "bytes=0-2"}).status_code == 404
    assert client.head("/media/x.csv").status_code == 404
    app_services.app_services().files.add(CONTENT, DataRight())
    assert client.get("/media/x.csv", headers={"range": "bytes=0-2"}).content == CONTENT
    head = client.head("/media/x.csv")
    assert (head.status_code, head.content, head.headers["content-length"]) == (200, b"", str(len(CONTENT)))


def test_a_file_of_withdrawn_data_is_gone_and_there_again_once_it_is_made_anew(client):
    services, now = app_services.app_services(), datetime.now(UTC)
    services.files.add(CONTENT, DataRight(None, services.store.withdrawn()))
    services.store.publish(tables("a"), author="", note="", now=now, parent="1")
    assert status(client) == 200
    services.store.withdraw("1", now)
    assert status(client) == 404
    services.files.add(CONTENT, DataRight(None, services.store.withdrawn()))
    assert status(client) == 200


def test_a_file_for_editors_is_for_whoever_is_one_when_she_asks(client):
    services, now = app_services.app_services(), datetime.now(UTC)
    editor, reader = (services.sessions.sign_in(now, editor=each) for each in (True, False))
    services.files.add(CONTENT, DataRight(editor, services.store.withdrawn(), needs_editor=True))
    assert [status(client, each) for each in (editor, reader, "", "x" * 43)] == [200, 404, 404, 404]
    services.sessions.sign_out(editor, now)
    assert status(client, editor) == 404
