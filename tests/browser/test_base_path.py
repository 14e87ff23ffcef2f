"""The dashboard below a path of its host: every address that it gives out leads to it, and the page lives."""

import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from playwright.sync_api import expect

from analysis.access import COOKIE
from analysis.web.request_context import pages
from tests.browser.conftest import Visit
from tests.browser.serving import Server, serving
from tests.browser.test_downloads import menu
from tests.browser.test_main_job import choose, upload, workbook
from tests.browser.waiting import settled
from tests.web.http_client import Answer, ask

PATH = "/klusterit"
KEY = "avain"
ADDRESS = re.compile(r"""(?:href|src|action)="([^"#]+)[^"]*"|url\(["']?([^)"']+)|<loc>([^<]+)|"(https?://127[^"]+)\"""")
KINDS = re.compile(r"(?<=/)(?:events|stories|materials|clusters|regions|themes)/.+")
"""Records: one of each kind is enough."""
STARTS = (
    *(each.lstrip("/") for each in pages() if each != "/update"),
    *("", "read/sv/", "sitemap.xml", "feed.atom", "revisions.atom", "nothing", "embed/overview", "embed/regions"),
    *(f"api/v1/{each}" for each in ("events?limit=2", "catalog.jsonld", "datapackage.json", "openapi.json")),
)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("below"), f"--server.baseUrlPath={PATH}", editor_key=KEY) as running:
        yield running


def below(server: Server, path: str, method: str = "GET", **headers: str) -> Answer:
    return ask(server, f"{PATH}/{path}", method, **headers)


def addresses(server: Server, start: str, answer: Answer) -> set[str]:
    """The addresses on the server that an answer names, each made whole."""
    text = unescape(answer.body.decode(errors="replace"))
    named = {urljoin(f"{server.address}{start}", next(filter(None, each))) for each in ADDRESS.findall(text)}
    return {each.removeprefix(server.address) for each in named if each.startswith(server.address)}


def test_every_address_that_it_gives_out_is_below_the_path_and_answers(server):
    found: dict[str, str] = {}
    for start in STARTS:
        answer = below(server, start)
        assert answer.status == (404 if start == "nothing" else 200), start
        for each in addresses(server, f"{PATH}/{start}", answer):
            found.setdefault(KINDS.sub("one", urlsplit(each).path), each)
    assert len(found) > 40
    outside = {each for each in found.values() if not each.startswith(f"{PATH}/")}
    assert outside == set()
    wrong = {each for each in found.values() if ask(server, each).status >= 400}
    # Where the interface begins, which is no document.
    assert {each.rstrip("/") for each in wrong} <= {f"{PATH}/api/v1"}


def test_beside_the_path_there_is_nothing_but_the_way_in(server):
    for path in ("/", PATH):
        assert ask(server, f"{path}?lang=sv").headers["location"] == f"{PATH}/?lang=sv"
    for path in ("/events", "/_stcore/health", "/health", f"{PATH}s/", "/assets/x.css"):
        answer = ask(server, path)
        assert answer.status == 404 and "content-security-policy" in answer.headers
    assert ask(server, PATH, "POST").status == 404


def test_what_is_not_there_answers_404_with_the_way_home(server):
    answer = below(server, "nothing")
    assert answer.status == 404 and f'href="{PATH}/' in answer.body.decode()
    for path in ("_stcore/metrics", "_stcore/agent/mcp", "auth/login"):
        assert below(server, path).status == 404


def test_who_signs_in_stays_below_the_path_and_so_does_the_cookie(server):
    answer = below(server, f"update?key={KEY}&lang=sv")
    assert answer.headers["location"] == f"{PATH}/update?lang=sv"
    assert f"path={PATH}/;" in answer.headers["set-cookie"]
    out = below(server, "sign-out", cookie=answer.headers["set-cookie"].split(";")[0])
    assert out.headers["location"] == f"{PATH}/" and f"path={PATH}/;" in out.headers["set-cookie"]
    assert COOKIE in out.headers["set-cookie"]


def test_the_program_interface_says_where_it_is(server):
    description = json.loads(below(server, "api/v1/openapi.json").body)
    assert description["servers"][0]["url"].endswith(f"{PATH}/api/v1")
    page = json.loads(below(server, "api/v1/events?limit=2").body)
    assert page["next"].startswith(f"{server.address}{PATH}/api/v1/events?")


def test_a_reader_goes_from_page_to_page_and_filters(server, visit: Visit):
    page = visit(f"{server.address}{PATH}")
    faults: list[str] = []
    page.on("response", lambda each: faults.append(each.url) if each.status >= 400 else None)
    for path in ("events", ""):
        page.locator(f'.nav-groups a[href="./{path}"]').last.click()
        page.wait_for_url(re.compile(rf"{PATH}/{path}(\?.*)?$"))
        settled(page)
        expect(page.locator("h1")).to_be_visible()
    choose(page, "regions", "Lappi")
    assert page.url == f"{server.address}{PATH}/?regions=19"
    assert faults == []


def test_an_editor_uploads_and_a_file_comes_down(server, visit: Visit, tmp_path: Path):
    page = visit(f"{server.address}{PATH}/update?key={KEY}")
    upload(page, workbook(tmp_path))
    page.goto(f"{server.address}{PATH}/")
    settled(page)
    menu(page)
    with page.expect_download() as download:
        page.locator(".st-key-csv_people_overview_regions button").click()
    assert f"{PATH}/media/" in download.value.url
