"""The feed of activity: valid, as an independent reader understands it, and dated by revisions."""

from datetime import UTC, datetime
from pathlib import Path

import feedparser
import pytest
from lxml import etree

from analysis.web.activity_feed import ACTIVITY_FEED, activity_answer
from tests.web.feeds import answer, publish
from tests.web.http_client import ask

VALID = etree.RelaxNG(etree.parse(Path(__file__).with_name("atom.rng")))
EVENTS = [
    {"id": "d", "name": "Päivä", "starts": "2026-03-12", "ends": "2026-03-13", "regions": ("19",), "kind": "seminar"},
    {"id": "k", "name": "Kuukausi", "starts": "2026-03", "regions": ("19", "18"), "themes": ("rahoitus",)},
    {"id": "v", "name": "Vuosi", "starts": "2025", "regions": ("18",), "status": "cancelled"},
]
ALL = {
    "events": EVENTS,
    "stories": [{"id": "t", "title": "Tarina", "published": None, "regions": ("19",), "link": "https://x.example/"}],
    "materials": [{"id": "m", "title": "Opas", "kind": "guide", "published": "2024-05-06", "themes": ("rahoitus",)}],
    "themes": [{"id": "rahoitus", "order": 1, "name_fi": "Kestävä rahoitus"}],
}


def feed(**query: str) -> feedparser.FeedParserDict:
    """A valid feed as it is read."""
    content = answer(activity_answer, ACTIVITY_FEED, **query).body
    VALID.assertValid(etree.fromstring(content))
    return feedparser.parse(content)


def test_rows_are_dated_by_their_revision_and_published_at_noon_of_their_day(laid):
    publish()
    revision = publish(**ALL)
    read = feed(language="fi")
    assert not read.bozo and read.version == "atom10"
    entries = {each.id.rpartition("/")[2]: each for each in read.entries}
    assert {id: each.get("published") for id, each in entries.items()} == {
        **{"d": "2026-03-12T12:00:00Z", "k": None, "v": None, "t": None, "m": "2024-05-06T12:00:00Z"}
    }
    moment = revision.published.isoformat(timespec="seconds")
    assert {read.feed.updated, *(each.updated for each in read.entries)} == {moment}
    assert (entries["v"].title, entries["k"].summary) == ("Peruttu: Vuosi", "3/2026\nKainuu ja Lappi")
    assert {(tag.term, tag.label) for tag in entries["d"].tags} == {("19", "Lappi"), ("seminar", "seminaari")}
    assert entries["t"].links[1].href == "https://x.example/"
    assert entries["m"].link == "http://k.example/read/fi/materials/m"


def test_what_changed_last_comes_first_and_the_rest_keeps_its_moment(laid):
    publish()
    first = publish(**ALL)
    second = publish(**ALL | {"events": [*EVENTS[:2], {**EVENTS[2], "status": None}]})
    newest, *others = feed().entries
    assert (newest.title, newest.updated) == ("Vuosi", second.published.isoformat(timespec="seconds"))
    assert {each.updated for each in others} == {first.published.isoformat(timespec="seconds")}


@pytest.mark.parametrize(
    ("query", "ids"),
    [({}, "dkvtm"), ({"region": "18"}, "kv"), ({"theme": "rahoitus"}, "km"), ({"region": "Lappi"}, "dkt")],
)
def test_the_filters_of_the_address_limit_it(laid, query: dict[str, str], ids: str):
    publish(**ALL)
    read = feed(**query)
    assert {each.id.rpartition("/")[2] for each in read.entries} == set(ids)
    assert read.feed.id == next(each.href for each in read.feed.links if each.rel == "self")


@pytest.mark.parametrize("name", ["", "<b>&amp;</b> ]]>", "a\u0001\u0085b", "x" * 2000, "å ä ö 🎉"])
def test_any_text_leaves_it_valid(laid, name: str):
    publish(events=[{**EVENTS[0], "id": "../ä?", "name": name or "x", "summary": name, "place": name}])
    assert len(feed().entries) == 1


def test_the_server_gives_it_and_each_page_names_both(server):
    found = ask(server, "/feed.atom?lang=en")
    assert (found.status, found.headers["content-type"]) == (200, "application/atom+xml")
    assert ask(server, "/feed.atom?lang=en", if_none_match=found.headers["etag"]).status == 304
    read = feedparser.parse(found.body)
    assert read.feed.title == "Klusteripulssi: events, stories and materials" and len(read.entries) > 30
    assert datetime.fromisoformat(read.feed.updated) <= datetime.now(UTC)
    for path in ("/events?lang=en", "/read/en/events"):
        page = ask(server, path).body.decode()
        assert 'type="application/atom+xml" title="Klusteripulssi: events, stories and materials"' in page, path
        assert 'type="text/calendar" title="Klusteripulssi: events"' in page, path
