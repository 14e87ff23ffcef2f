"""The editors' door in a real browser, and what a stranger can do at it."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import violations
from tests.browser.conftest import Visit
from tests.browser.serving import Server, serving
from tests.browser.test_choosing import CUT
from tests.browser.test_pages import english
from tests.browser.waiting import settled, until
from tests.making import csv, xlsx
from tests.web.http_client import ask

FILE = {"name": "oma.xlsx", "mimeType": "", "buffer": xlsx(Tapahtumat=[{"Tunnus": "x"}])}


@pytest.fixture(scope="module")
def server(tmp_path_factory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("door")) as running:
        yield running


def uploader(page: Page):
    return page.locator(".st-key-upload_file input[type=file]")


def test_the_printed_address_leads_in_and_a_reload_keeps_the_editor_in(server, visit: Visit):
    page = visit(server.editors)
    assert page.url == f"{server.address}/update"
    expect(uploader(page)).to_have_count(1)
    page.reload()
    settled(page)
    expect(uploader(page)).to_have_count(1)
    assert page.evaluate("document.cookie").count("klusteripulssi") == 0


@pytest.mark.parametrize(("width", "scheme", "language"), [(390, "dark", "sv"), (1280, "light", "fi")])
def test_an_editor_opens_what_was_done_by_whom(server, visit: Visit, width: int, scheme: str, language: str):
    page = visit(server.editors, width=width, scheme=scheme)
    page.goto(f"{server.address}/history?lang={language}")
    settled(page)
    page.locator(".audit summary").click()
    expect(page.locator(".audit tbody tr").last).to_contain_text("version 1")
    assert violations(page) == []
    assert page.evaluate(CUT) == []
    assert english(page) == set()
    look, withdraw = (page.locator(f".st-key-actions-1 {each}").bounding_box() for each in ("a", "button"))
    assert look["y"] == withdraw["y"]


def test_without_the_key_there_is_no_uploader(server, visit: Visit):
    page = visit(f"{server.address}/update")
    expect(uploader(page)).to_have_count(0)


def test_who_signs_out_is_out_in_every_tab(server, visit: Visit):
    page = visit(server.editors)
    other = page.context.new_page()
    other.goto(page.url)
    settled(other)
    page.goto(f"{server.address}/sign-out")
    other.locator(".st-key-language a").nth(1).click()
    until(other, "() => document.documentElement.lang === 'sv'")
    settled(other)
    expect(uploader(other)).to_have_count(0)


def test_a_stranger_neither_adds_to_an_editors_upload_nor_removes_it(server, visit: Visit):
    page = visit(server.editors)
    with page.expect_request(lambda request: request.method == "PUT") as sent:
        uploader(page).set_input_files(FILE)
    assert sent.value.response().status == 204
    place = urlsplit(sent.value.url).path
    answers = [ask(server, place, method, b"abc", x_xsrftoken="x").status for method in ("PUT", "DELETE", "POST")]
    assert answers == [403] * 3
    expect(page.locator(".st-key-upload_file")).to_contain_text(FILE["name"])


def test_the_document_follows_the_language(server, visit: Visit):
    page = visit(f"{server.address}/?regions=19")
    for position, language in ((1, "sv"), (2, "en"), (0, "fi")):
        page.locator(".st-key-language a").nth(position).click()
        until(page, "language => document.documentElement.lang === language", language)
        assert "regions=19" in page.url


def test_a_language_that_there_is_not_is_none(server, visit: Visit):
    page = visit(f"{server.address}/?lang=xx")
    assert page.evaluate("document.documentElement.lang") == "fi"


def test_files_that_are_put_away_make_room_and_without_room_the_page_says_so(tmp_path, visit: Visit):
    row = csv([{"Tunnus": "x", "Kuvaus": "Pitkä kuvaus. " * 50_000}])
    first, second = ({"name": f"{name}.csv", "mimeType": "", "buffer": row} for name in ("tapahtumat", "tapahtumat2"))
    with serving(tmp_path, session_uploads_mb="1") as small:
        page = visit(small.editors)
        statuses: list[int] = []
        page.on("response", lambda answer: statuses.append(answer.status) if answer.request.method == "PUT" else None)
        uploader(page).set_input_files(first)
        page.locator(".st-key-leave button").wait_for()
        uploader(page).set_input_files(second)
        expect(page.locator(".st-key-upload_file")).to_contain_text("ei ole juuri nyt tilaa")
        page.locator(".st-key-leave button").click()
        expect(page.locator(".st-key-leave")).to_have_count(0)
        settled(page)
        expect(page.locator(".st-key-upload_file")).to_have_count(1)
        uploader(page).set_input_files(second)
        page.locator(".st-key-leave button").wait_for()
        assert statuses == [204, 413, 204]
