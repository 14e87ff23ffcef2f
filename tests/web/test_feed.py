"""The feed of publishes: valid, in three languages, without persons and without what is withdrawn."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from lxml import etree
from starlette.requests import Request

from analysis import app_services
from analysis.schema import LANGUAGES, TABLES, Language, all_tables, typed_frame
from analysis.store import Revision
from analysis.web.feed import NAMESPACE, feed, serve_feed
from analysis.words import translator
from tests.own_thread import run_to_end
from tests.web.http_client import ask

VALID = etree.RelaxNG(etree.parse(Path(__file__).with_name("atom.rng")))
BASE = "https://klusterit.example/"
NOON = datetime(2026, 11, 24, 10, 30, tzinfo=UTC)
FIRST = Revision("1", NOON, "Aino Esimerkki", "Syksyn luvut", None, {"events": 31, "stories": 1, "phases": 0})
EMPTY = all_tables({}, TABLES)


def parsed(text: bytes) -> etree._Element:
    """The root of a valid feed."""
    root = etree.fromstring(text)
    VALID.assertValid(root)
    return root


def texts(root: etree._Element, path: str) -> list[str]:
    return [each.text for each in root.findall(path, {None: NAMESPACE})]


@pytest.mark.parametrize(
    ("language", "title", "summary"),
    [
        ("fi", "Versio 1", "Syksyn luvut\nTapahtumat: 31 riviä, Tarinat: 1 rivi"),
        ("en", "Revision 1", "Syksyn luvut\nEvents: 31 rows, Stories: 1 row"),
        ("sv", "Version 1", "Syksyn luvut\nEvenemang: 31 rader, Berättelser: 1 rad"),
    ],
)
def test_a_publish_is_told_with_its_time_note_and_rows(language: Language, title: str, summary: str):
    root = parsed(feed([FIRST], EMPTY, translator(language), BASE))
    entry = {name: texts(root, f"entry/{name}") for name in ("title", "summary", "published", "id")}
    assert entry == {
        "title": [title],
        "summary": [summary],
        "published": ["2026-11-24T10:30:00+00:00"],
        "id": [f"{BASE}?lang={language}&rev=1"],
    }


def test_no_person_is_named_but_the_publisher_of_the_data():
    about = all_tables(
        {"about": typed_frame(TABLES["about"], {"key": ["publisher"], "value_fi": ["Lapin liitto"]})}, TABLES
    )
    text = feed([FIRST], about, translator("fi"), BASE)
    assert b"Aino" not in text and texts(parsed(text), "author/name") == ["Lapin liitto"]
    assert texts(parsed(feed([FIRST], EMPTY, translator("fi"), BASE)), "author/name") == ["Klusteripulssi"]


@pytest.mark.parametrize("note", ["", "<b>&amp;</b> ]]>", "a\x00\x0b\ud800\ufffeb", "x" * 2000, "å ä ö 🎉"])
def test_any_note_leaves_the_feed_valid(note: str):
    root = parsed(feed([replace(FIRST, note=note), replace(FIRST, id="2", rows={}, note=note or "x")], EMPTY, FI, BASE))
    printable = "".join(sign for sign in note if sign.isprintable())
    assert texts(root, "entry/summary")[0].startswith(printable)


FI = translator("fi")


def test_the_newest_publish_dates_the_feed_and_none_leaves_it_valid():
    later = replace(FIRST, id="2", published=NOON.replace(day=25))
    assert texts(parsed(feed([later, FIRST], EMPTY, FI, BASE)), "updated") == ["2026-11-25T10:30:00+00:00"]
    assert texts(parsed(feed([], EMPTY, FI, BASE)), "entry/id") == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_server_gives_it_and_each_page_names_it(server, language: Language):
    found = ask(server, f"/revisions.atom?lang={language}")
    assert (found.status, found.headers["content-type"]) == (200, "application/atom+xml")
    assert found.headers["cache-control"] == "public, max-age=300" and "set-cookie" not in found.headers
    root = parsed(found.body)
    assert texts(root, "entry/id") == [f"{server.address}/?lang={language}&rev=1"]
    page = ask(server, f"/history?lang={language}").body.decode()
    assert (
        f'type="application/atom+xml" title="{texts(root, "title")[0]}" href="./revisions.atom?lang={language}"' in page
    )


def test_what_is_withdrawn_is_in_it_no_more(laid):
    services = app_services.app_services()
    rows = all_tables({}, TABLES)
    services.store.publish(rows, author="Aino", note="toinen", now=NOON, parent="1")
    scope = {"type": "http", "method": "GET", "path": "/revisions.atom", "query_string": b"", "scheme": "http"}
    request = Request({**scope, "server": ("klusterit.example", 80), "headers": []})
    found = []
    for id in (None, "1", "2"):
        if id:
            services.store.withdraw(id, NOON)
        response = run_to_end(serve_feed(request))
        found.append(texts(parsed(response.body), "entry/title"))
    assert found == [["Versio 2", "Versio 1"], ["Versio 2"], []]
