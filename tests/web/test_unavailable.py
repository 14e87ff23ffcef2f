"""A store that cannot be written to or does not answer: a calm page, no bare fault, and nothing half done."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient
from streamlit import get_option
from streamlit.runtime import get_instance

from analysis import app_services
from analysis.access import COOKIE
from analysis.schema import LANGUAGES
from analysis.web.routes import middleware, routes
from tests.disks import Disk

SENTENCES = {
    "fi": "Palvelimelle ei voi juuri nyt tallentaa mitään",
    "en": "Nothing can be stored on the server just now",
    "sv": "Ingenting kan sparas på servern just nu",
}


@pytest.fixture
def client(disk: Disk, monkeypatch) -> Iterator[TestClient]:
    """The layers and routes on a store on a small disk."""
    monkeypatch.setenv("KLUSTERIPULSSI_STORE", f"sqlite:///{disk.folder / 'store.sqlite'}")
    monkeypatch.setenv("KLUSTERIPULSSI_EDITOR_KEY", "avain")
    app_services.close()
    app_services.app_services()
    with TestClient(
        Starlette(routes=routes, middleware=middleware(get_instance, get_option)), follow_redirects=False
    ) as opened:
        yield opened
    app_services.close()


def reopen(disk: Disk) -> None:
    """A connection that is open already would not meet with a limit of SQLite's own."""
    if not disk.mounted:
        app_services.app_services().store.close()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", ["avain", "wrong"])
def test_a_sign_in_on_a_full_disk_is_answered_by_a_calm_page(client, disk: Disk, caplog, language: str, key: str):
    reopen(disk)
    with disk.full():
        answer = client.get(f"/update?key={key}&lang={language}")
    assert (answer.status_code, "set-cookie" in answer.headers) == (503, False)
    assert SENTENCES[language] in answer.text and f'<html lang="{language}">' in answer.text
    assert {"content-security-policy", "x-content-type-options", "retry-after"} <= set(answer.headers)
    assert "the store is full" in caplog.text and "avain" not in caplog.text
    reopen(disk)
    assert client.get("/update?key=avain").status_code == 303


def test_a_sign_out_on_a_full_disk_is_said_and_the_browser_forgets_the_cookie(client, disk: Disk):
    client.get("/update?key=avain")
    cookie = client.cookies[COOKIE]
    reopen(disk)
    with disk.full():
        answer = client.get("/sign-out?lang=en")
        assert answer.status_code == 503 and SENTENCES["en"] in answer.text
        assert COOKIE not in client.cookies
        # Who has the cookie all the same gets in no more, at this server.
        assert client.get("/files/1/x", headers={"cookie": f"{COOKIE}={cookie}"}).status_code == 403
    reopen(disk)
    client.get("/sign-out", headers={"cookie": f"{COOKIE}={cookie}"})
    assert client.get("/files/1/x", headers={"cookie": f"{COOKIE}={cookie}"}).status_code == 403


def test_a_store_that_does_not_answer_is_told_on_every_route(client, disk: Disk):
    client.get("/update?key=avain")
    store, sessions = app_services.app_services().store, app_services.app_services().sessions
    store.close()
    for path in disk.folder.iterdir():
        path.write_bytes(b"no database " * 1000)
    paths, cookie = ("/revisions.atom", "/embed/overview", "/stories/fi/own.html", "/sign-out"), client.cookies[COOKIE]
    answers = {path: client.get(path) for path in paths}
    assert {each.status_code for each in answers.values()} == {503}
    assert all("Tietovarasto ei vastaa juuri nyt" in each.text for each in answers.values())
    assert sessions.invalid_cookies({cookie, "x" * 43}, datetime.now(UTC)) == {cookie} and COOKIE not in client.cookies
