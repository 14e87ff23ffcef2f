"""The answer to a page's address holds the page: in its language, selection and revision, once made, shared safely."""

import gzip
import re
from html import unescape
from http.cookies import SimpleCookie
from urllib.parse import urlsplit

import pytest
from starlette.requests import Request

from analysis.access import COOKIE
from analysis.html_parts.page_list import PAGES
from analysis.schema import LANGUAGES
from analysis.web import html_pages, page_bodies
from analysis.words import translator
from tests.browser.serving import Server
from tests.streamlit_adapter.test_document import SOURCE
from tests.web.http_client import ask

PHONE = "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36"
NUMBER = re.compile(r'data-number="([^"]+)"[^>]*>([^<]*)<')
PATHS = [f"/{each.path}" for each in PAGES]


def asking(path: str, query: str = "", **headers: str) -> Request:
    """A request for a page."""
    raw = [(name.replace("_", "-").encode(), value.encode()) for name, value in {"host": "a", **headers}.items()]
    scope = {"type": "http", "method": "GET", "path": path, "query_string": query.encode(), "headers": raw}
    return Request({**scope, "scheme": "http", "server": ("a", 80), "client": ("127.0.0.1", 1)})


def numbers(server: Server, path: str, **headers: str) -> dict[str, str]:
    """The numbers of a page's document, by key."""
    return {key: unescape(text) for key, text in NUMBER.findall(ask(server, path, **headers).body.decode())}


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pages_address_holds_the_page(server: Server, path: str, language: str):
    answer = ask(server, f"{path}?lang={language}")
    text = answer.body.decode()
    assert answer.status == 200 and f'<html lang="{language}"' in text
    assert text.count("<h1") == 1 and text.index('id="document"') < text.index('id="root" inert')
    name = translator(language)("frame.navigation")
    assert f'aria-label="{name}"' in text and '<footer class="foot">' in text


def test_the_selection_and_the_revision_are_those_of_the_address(server: Server):
    every, some = numbers(server, "/"), numbers(server, "/?regions=19&years=2020-2023")
    assert every["events"] == "38" and every.keys() == some.keys() and every["events"] != some["events"]
    assert numbers(server, "/?rev=1") == every == numbers(server, "/?rev=77&utm_source=x&regions=99")
    assert "77" in ask(server, "/?rev=77").body.decode()


def test_an_unchanged_page_is_not_sent_again(server: Server):
    answer = ask(server, "/regions?regions=19")
    etag = answer.headers["etag"]
    for known in (etag, f"W/{etag}", f'"other", {etag}'):
        again = ask(server, "/regions?regions=19", if_none_match=known)
        assert (again.status, again.body, again.headers["etag"]) == (304, b"", etag)
        assert again.headers["cache-control"] == "private, max-age=60" and "content-security-policy" in again.headers
    assert ask(server, "/regions?regions=18", if_none_match=etag).status == 200


@pytest.mark.parametrize("path", ["/", "/events", "/about"])
def test_a_head_is_answered_like_a_get_without_its_body(server: Server, path: str):
    head, get = ask(server, path, "HEAD"), ask(server, path)
    assert (head.status, head.body) == (200, b"")
    assert {name: value for name, value in head.headers.items() if name != "date"} == {
        name: value for name, value in get.headers.items() if name != "date"
    }


def test_a_phone_gets_pictures_of_its_width_and_a_cache_knows_why(server: Server):
    by_agent, by_hint = ask(server, "/", user_agent=PHONE), ask(server, "/", sec_ch_ua_mobile="?1")
    desk, hinted_desk = ask(server, "/"), ask(server, "/", user_agent=PHONE, sec_ch_ua_mobile="?0")
    assert by_agent.body == by_hint.body != desk.body == hinted_desk.body
    assert all(each.headers["vary"] == "Accept-Encoding, Sec-CH-UA-Mobile, User-Agent" for each in (by_agent, desk))
    widths = [set(re.findall(r'viewBox="0 0 (\d+)', each.body.decode())) for each in (by_hint, desk)]
    assert widths == [{"324"}, {"1118", "526"}]


def test_a_page_is_packed_for_browsers_that_can_unpack_it(server: Server):
    packed, plain = ask(server, "/", accept_encoding="gzip, br"), ask(server, "/")
    assert packed.headers["content-encoding"] == "gzip" and gzip.decompress(packed.body) == plain.body
    assert len(packed.body) < len(plain.body) / 3 and packed.headers["etag"] != plain.headers["etag"]
    again = ask(server, "/", accept_encoding="gzip", if_none_match=packed.headers["etag"])
    assert (again.status, again.body) == (304, b"")


def test_a_plain_form_is_answered_by_the_address_that_it_means(server: Server):
    answer = ask(server, "/events?lang=sv&regions=19&regions=17&first_year=2018&last_year=2025")
    assert (answer.status, answer.headers["location"]) == (303, "./events?regions=19,17&lang=sv")
    elsewhere = ask(server, "/?regions=//a.example&regions=b&first_year=&last_year=").headers["location"]
    assert not urlsplit(elsewhere).netloc and elsewhere.startswith("./?regions=")


def test_what_an_editor_sees_is_shared_with_nobody(server: Server):
    query = urlsplit(server.editors).query
    cookie = SimpleCookie(ask(server, f"/update?{query}").headers["set-cookie"])[COOKIE]
    assert ask(server, "/", cookie=f"{COOKIE}={cookie.value}").headers["cache-control"] == "private, no-cache"
    assert ask(server, "/").headers["cache-control"] == "private, max-age=60"


@pytest.mark.parametrize("path", ["/update", "/history", "/present", "/read/fi/regions", "/read/fi/nowhere"])
def test_a_page_of_editors_and_one_that_nothing_corrects_are_asked_for_each_time(server: Server, path: str):
    assert ask(server, path).headers["cache-control"] == "no-cache"


@pytest.mark.usefixtures("laid")
def test_a_body_is_made_once_for_all_readers_of_an_address(monkeypatch):
    made = []
    real = page_bodies.document_body
    monkeypatch.setattr(page_bodies, "document_body", lambda *args: made.append(args) or real(*args))
    queries = ["", "regions=19", "regions=19&utm_source=x", "", "regions=19&lang=sv", "regions=19"]
    bodies = [html_pages.page_response(SOURCE, asking("/", query))[0].body for query in queries]
    assert len(made) == len(set(bodies)) == 3
    html_pages.page_response(SOURCE, asking("/", user_agent=PHONE))
    html_pages.page_response(SOURCE, asking("/", host="b"))
    assert len(made) == 5


@pytest.mark.usefixtures("laid")
def test_a_fault_leaves_the_document_as_it_was_before_and_is_logged_whole(monkeypatch, caplog):
    def fail(*args):
        raise ValueError("the reason")

    monkeypatch.setattr(page_bodies, "document_body", fail)
    monkeypatch.setattr(page_bodies.log, "propagate", False)
    page_bodies.log.addHandler(caplog.handler)
    response, missing = html_pages.page_response(SOURCE, asking("/clusters", "regions=10"))
    page_bodies.log.removeHandler(caplog.handler)
    text = response.body.decode()
    assert (response.status_code, missing) == (200, ())
    assert '<div id="root"></div>' in text and 'id="document"' not in text
    assert translator("fi")("web.noscript") in text
    assert re.search(r"mishap [0-9a-f]{8}", caplog.text) and "ValueError: the reason" in caplog.text
