"""Which cookies there are, and why: none for readers; for editors who they are, and Streamlit's guard of uploads."""

from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.browser.serving import Server
from tests.browser.waiting import settled

OF_AN_EDITOR = {"klusteripulssi_editor", "_streamlit_xsrf"}
"""The sign-in itself; the token that an upload bears twice, so that no foreign page can send one."""


def test_a_reader_gets_no_cookie(server: Server, visit: Visit):
    page = visit(server.address)
    for path in ("/events?regions=19", "/history", "/update"):
        page.goto(f"{server.address}{path}")
        settled(page)
    page.goto(f"{server.address}/sign-out")
    settled(page)
    assert page.context.cookies() == []


def test_an_editor_gets_two_and_keeps_neither_key_nor_sign_in_in_the_pages_reach(server: Server, visit: Visit):
    page = visit(server.editors)
    expect(page.locator(".st-key-upload_file input[type=file]")).to_have_count(1)
    found = {each["name"]: each for each in page.context.cookies()}
    assert set(found) == OF_AN_EDITOR
    assert (found["klusteripulssi_editor"]["httpOnly"], found["klusteripulssi_editor"]["sameSite"]) == (True, "Lax")
    assert "key=" not in page.evaluate("document.referrer + location.href + JSON.stringify(localStorage)")
