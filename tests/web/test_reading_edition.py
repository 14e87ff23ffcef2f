"""The reading edition over HTTP, in this process: every record can be reached, in a frame of plain HTML."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from html import unescape
from urllib.parse import parse_qsl, quote, urljoin, urlsplit

import html5lib
import pandas as pd
import pytest
from lxml import etree
from starlette.applications import Starlette
from starlette.testclient import TestClient

from analysis import app_services
from analysis.schema import LANGUAGES
from analysis.selection import COMPARE, FILTERS
from analysis.web.routes import routes

HERE = "http://testserver"
ITEMS = {"events": "events", "stories": "stories", "materials": "materials", "clusters": "clusters", "themes": "themes"}
LISTS = ("", "about", "themes", "regions", "materials", "events", "stories", "clusters", "search", "start")
REVIEW = ("gaps", "cooperation", "targets", "yearsheet", "data")
CHOICES = {*FILTERS, COMPARE, "minutes", "material_language", "material_kind", "purpose", "gap", "month", "year"}
"""Parameters by which a page shows some of what it shows without them."""
LINK = re.compile(r'<a [^>]*href="([^"]*)"')
ODD = "a/b ?%å#&é."
SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """Asks the program's routes, with the shipped workbook published."""
    store = tmp_path_factory.mktemp("reading") / "store.sqlite"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KLUSTERIPULSSI_STORE", f"sqlite:///{store}")
        app_services.close()
        yield TestClient(Starlette(routes=routes), base_url=HERE, follow_redirects=False)
        app_services.close()


def tables() -> dict[str, pd.DataFrame]:
    """The tables that are published."""
    store = app_services.app_services().store
    return store.tables(store.current().id)


def crawl(client: TestClient, start: str) -> dict[str, str]:
    """The text of each page that can be reached by links, by its path, without the choices of one page."""
    pages: dict[str, str] = {}
    waiting = [start]
    while waiting:
        address = waiting.pop()
        if address in pages:
            continue
        answer = client.get(address)
        assert answer.status_code == 200, address
        pages[address] = answer.text
        for link in LINK.findall(answer.text):
            parts = urlsplit(urljoin(HERE + address, unescape(link)))
            target = parts.path + (f"?{parts.query}" if parts.query else "")
            is_choice = CHOICES & {name for name, _ in parse_qsl(parts.query)}
            if f"{parts.scheme}://{parts.netloc}" == HERE and parts.path.startswith(start) and not is_choice:
                waiting.append(target)
    return pages


def test_every_record_is_reached_by_links_from_the_front_page(client: TestClient):
    pages = {urlsplit(each).path for each in crawl(client, "/read/fi/")}
    frames = tables()
    wanted = {f"/read/fi/{path}/{quote(id, safe='')}" for path, name in ITEMS.items() for id in frames[name]["id"]}
    wanted |= {f"/read/fi/regions/{code}" for code in ("10", "11", "12", "16", "17", "18", "19")}
    wanted |= {f"/read/fi/{name}" for name in (*LISTS, *REVIEW) if name != "search"}
    assert wanted - pages == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_kind_of_page_is_whole_html_in_one_frame(client: TestClient, language: str):
    frames = tables()
    records = [f"{path}/{quote(frames[name]['id'].iloc[0], safe='')}" for path, name in ITEMS.items()]
    titles = set()
    for name in (*LISTS, *REVIEW, *records, "regions/19", "search?q=klusteri"):
        answer = client.get(f"/read/{language}/{name}")
        text = answer.text
        assert answer.status_code == 200 and f'<html lang="{language}">' in text, name
        html5lib.HTMLParser(strict=True).parse(text)
        assert (text.count("<h1"), text.count("<main"), text.count("<footer"), text.count("<header")) == (1, 1, 1, 1)
        assert re.findall('<script(?! type="application/ld)|<button type="button|javascript:|_stcore', text) == [], name
        assert re.search('<meta name="description" content="[^"]+">', text), name
        alternates = dict(re.findall('hreflang="([^"]+)" href="(http[^"]+)"', text))
        assert set(alternates) == {*LANGUAGES, "x-default"}
        canonical = re.search('rel="canonical" href="([^"]+)"', text)
        assert canonical and canonical[1] == alternates[language] == HERE + f"/read/{language}/{name.partition('?')[0]}"
        assert 'href="#content"' in text and "set-cookie" not in answer.headers
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        titles.add(re.search("<title>(.*)</title>", text)[1])
    assert len(titles) >= len((*LISTS, *REVIEW, *records))


def test_what_search_engines_read_is_there_and_true(client: TestClient):
    frames, found = tables(), {}
    for path, name in ITEMS.items():
        for id in frames[name]["id"][:5]:
            text = client.get(f"/read/en/{path}/{quote(id, safe='')}").text
            for block in re.findall('<script type="application/ld\\+json">(.*?)</script>', text):
                data = json.loads(block)
                found.setdefault(data["@type"], []).append((id, data))
    dataset = json.loads(re.search('ld\\+json">(.*?)</script>', client.get("/read/sv/").text)[1])
    assert dataset["@type"] == "Dataset" and dataset["version"] == "1" and dataset["temporalCoverage"]
    assert {"Event", "Article", "Organization"} <= set(found)
    events = frames["events"].set_index("id")
    for id, data in found["Event"]:
        assert (data["name"], data["startDate"]) == (events["name"][id], events["starts"][id])
        assert data["location"] and data["eventStatus"].startswith("https://schema.org/Event")
    assert all(data["@context"] == "https://schema.org" for each in found.values() for _, data in each)


def test_filters_apply_and_are_said_and_a_form_is_answered_by_its_address(client: TestClient):
    every, some = (client.get(f"/read/en/events{query}").text for query in ("", "?regions=19"))
    assert every.count("<tr") > some.count("<tr") > 1 and "Lapland" in some
    answer = client.get("/read/en/events?regions=19&regions=17&first_year=&last_year=")
    assert (answer.status_code, answer.headers["location"]) == (303, "/read/en/events?regions=19,17")


def test_a_kept_page_is_told_by_its_tag_and_a_head_is_answered(client: TestClient):
    first = client.get("/read/fi/events?rev=1")
    again = client.get("/read/fi/events?rev=1", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    head = client.head("/read/fi/events?rev=1")
    assert head.status_code == 200 and head.headers["etag"] == first.headers["etag"] and not head.content
    packed = client.get("/read/fi/events?rev=1", headers={"accept-encoding": "gzip"})
    assert packed.headers["content-encoding"] == "gzip" and packed.text == first.text


@pytest.mark.parametrize(
    "path", ["/read/de/", "/read/fi/nothing", "/read/fi/events/nothing", "/read/sv/gaps/a", "/read/x"]
)
def test_where_there_is_nothing_the_frame_and_the_search_are(client: TestClient, path: str):
    answer = client.get(path)
    assert answer.status_code == 404 and answer.text.count("<h1") == 1
    assert 'class="nav"' in answer.text and 'role="search"' in answer.text and "noindex" in answer.text
    assert html5lib.HTMLParser(strict=True).parse(answer.text) is not None


def test_addresses_that_are_nearly_right_lead_on(client: TestClient):
    ways = {"/read": "/read/fi/", "/read/sv": "/read/sv/", "/read/en/events/?regions=19": "/read/en/events?regions=19"}
    answers = {path: client.get(path) for path in ways}
    assert {path: each.headers["location"] for path, each in answers.items()} == ways


def test_the_sitemap_names_every_page_in_each_language(client: TestClient):
    root = etree.fromstring(client.get("/sitemap.xml").content)
    places = root.xpath("//s:loc/text()", namespaces=SITEMAP)
    frames = tables()
    records = sum(len(frames[name]) for name in ITEMS.values()) + 7
    assert len(places) == len(set(places)) == 3 * (records + len(LISTS) - 1 + len(REVIEW))
    assert all(client.get(each.removeprefix(HERE)).status_code == 200 for each in places[::29])
    links = root.xpath("//s:url[1]/x:link/@hreflang", namespaces=SITEMAP)
    assert links == [*LANGUAGES, "x-default"] and root.xpath("//s:url[1]/s:lastmod/text()", namespaces=SITEMAP)
    assert f"Sitemap: {HERE}/sitemap.xml" in client.get("/robots.txt").text


def test_keys_may_hold_any_sign(client: TestClient):
    services, keys = app_services.app_services(), [ODD, "..", "a//b", "100 %", "ä ö", "a?b"]
    frames = tables()
    events = frames["events"].head(len(keys)).assign(id=keys)
    published = services.store.publish(
        {**frames, "events": events}, author="a", note="", now=datetime(2026, 1, 1, tzinfo=UTC), parent="1"
    )
    text = client.get("/read/fi/events").text
    found = {unescape(each) for each in LINK.findall(text) if each.startswith("/read/fi/events/")}
    assert published.id == "2" and len(found) == len(keys)
    titles = {each: re.search("<title>(.*) –", client.get(each).text) for each in found}
    assert [each for each, title in titles.items() if not title] == []
    assert {unescape(title[1]) for title in titles.values()} == set(events["name"])
