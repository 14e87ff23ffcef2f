"""The calendar for subscription, as two independent readers understand it, through what happens to an event."""

from datetime import date

import pytest
import vobject
from icalendar import Calendar

from analysis import app_services
from analysis.web.event_calendar import CALENDAR, calendar_answer
from tests.web.feeds import START, answer, publish
from tests.web.http_client import ask

KEPT = {"id": "k", "name": "Kainuun klusteripäivä", "starts": "2027-01-05", "kind": "seminar", "regions": ("18",)}
NEW = {
    **{"id": "n", "name": "Työpaja", "starts": "2027-03-12", "kind": "workshop", "regions": ("19", "17")},
    **{"themes": ("rahoitus",), "summary": "Rahoituksesta", "link": "https://x.example/t"},
}
MOVED = {**NEW, "starts": "2027-03-19", "ends": "2027-03-20"}
THEMES = [{"id": "rahoitus", "order": 1, "name_fi": "Kestävä rahoitus", "name_en": "Funding"}]


def components(**query: str):
    """By UID the events of the calendar, as the one reader has them; the other reader has to see the same."""
    content = answer(calendar_answer, CALENDAR, **query).body
    events = {str(each["uid"]): each for each in Calendar.from_ical(content).walk("VEVENT")}
    other = vobject.readOne(content.decode())
    seen = {each.uid.value: each for each in other.contents.get("vevent", [])}
    assert seen.keys() == events.keys()
    for uid, each in events.items():
        assert (seen[uid].summary.value, seen[uid].status.value) == (str(each["summary"]), str(each["status"]))
        assert (seen[uid].dtstart.value, seen[uid].dtend.value) == (each["dtstart"].dt, each["dtend"].dt)
        assert int(seen[uid].sequence.value) == each["sequence"]
    return events


def test_a_client_follows_an_event_that_is_new_changed_postponed_and_cancelled(laid):
    seen = []
    for row in (None, NEW, MOVED, {**MOVED, "status": "postponed"}, {**MOVED, "status": "cancelled"}):
        revision = publish(events=[KEPT, *([row] if row else [])], themes=THEMES)
        events = components()
        seen.append((int(revision.id), events.get("n@klusteripulssi"), events["k@klusteripulssi"]))
    assert seen[0][1] is None
    sequences = [each["sequence"] for _, each, _ in seen[1:]]
    assert sequences == sorted(set(sequences)) == [2 * id for id, _, _ in seen[1:]]
    assert [str(each["status"]) for _, each, _ in seen[1:]] == ["CONFIRMED", "CONFIRMED", "TENTATIVE", "CANCELLED"]
    assert [str(each["summary"]) for _, each, _ in seen[3:]] == ["Siirretty: Työpaja", "Peruttu: Työpaja"]
    spans = [(each["dtstart"].dt, each["dtend"].dt) for _, each, _ in seen[1:3]]
    assert spans == [(date(2027, 3, 12), date(2027, 3, 13)), (date(2027, 3, 19), date(2027, 3, 21))]
    kept = {(each["sequence"], each["last-modified"].dt) for _, _, each in seen}
    assert len(kept) == 1, "what nobody changed stays as it was"
    assert [str(each) for each in seen[1][1]["categories"].cats] == [
        "työpaja",
        "Rahoitus",
        "Pohjois-Pohjanmaa",
        "Lappi",
    ]


def test_a_withdrawal_lets_no_event_fall_back_behind_what_clients_have(laid):
    publish(events=[KEPT])
    changed = publish(events=[{**KEPT, "name": "Toinen"}])
    before = components()["k@klusteripulssi"]
    app_services.app_services().store.withdraw(changed.id, START)
    after = components()["k@klusteripulssi"]
    assert (str(after["summary"]), after["sequence"]) == ("Kainuun klusteripäivä", before["sequence"] + 1)
    publish(events=[{**KEPT, "name": "Kolmas"}])
    assert components()["k@klusteripulssi"]["sequence"] > after["sequence"]


def test_month_and_year_are_left_out_and_said_and_a_vague_end_is_written(laid):
    rows = [{**KEPT, "id": str(place), "starts": day} for place, day in enumerate(("2027-01", "2027"))]
    publish(events=[*rows, {**KEPT, "ends": "2027-02"}])
    content = answer(calendar_answer, CALENDAR, language="en")
    calendar = Calendar.from_ical(content.body)
    assert "The exact day of 2 events is not known" in str(calendar["description"])
    assert str(calendar["x-wr-calname"]) == "Klusteripulssi: events"
    (event,) = components(language="en").values()
    assert str(event["description"]).startswith("5 January 2027 – February 2027")
    assert (event["dtstart"].dt, event["dtend"].dt) == (date(2027, 1, 5), date(2027, 1, 6))


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ({}, "kn"),
        ({"region": "18"}, "k"),
        ({"region": "Lappi"}, "n"),
        ({"region": "lapland,16"}, "n"),
        ({"regions": "17,18"}, "kn"),
        ({"theme": "rahoitus"}, "n"),
        ({"theme": "Rahoitus", "region": "18"}, ""),
        ({"year": "2026"}, ""),
        ({"kind": "seminar"}, "k"),
    ],
)
def test_the_filters_of_the_address_limit_it(laid, query: dict[str, str], ids: str):
    publish(events=[KEPT, NEW], themes=THEMES)
    assert {each.partition("@")[0] for each in components(**query)} == set(ids)


@pytest.mark.parametrize("query", [{"region": "99"}, {"theme": "x"}, {"language": "de"}, {"year": "vuosi"}])
def test_what_there_is_not_is_a_problem_and_no_empty_calendar(laid, query: dict[str, str]):
    response = answer(calendar_answer, CALENDAR, **query)
    assert (response.status_code, response.headers["content-type"]) == (400, "application/problem+json")
    assert next(iter(query.values())) in response.body.decode()


def test_the_tag_changes_with_the_revision_alone(laid):
    publish(events=[KEPT])
    tag = answer(calendar_answer, CALENDAR).headers["etag"]
    assert answer(calendar_answer, CALENDAR, etag=f'"x", W/{tag}').status_code == 304
    assert answer(calendar_answer, CALENDAR, etag=tag, region="18").status_code == 200
    publish(events=[KEPT, NEW])
    assert answer(calendar_answer, CALENDAR, etag=tag).status_code == 200


def test_the_server_gives_it_to_clients_and_to_other_sites(server):
    found = ask(server, "/events.ics?language=sv")
    assert (found.status, found.headers["content-type"]) == (200, "text/calendar; charset=utf-8")
    assert found.headers["access-control-allow-origin"] == "*" and "set-cookie" not in found.headers
    assert str(Calendar.from_ical(found.body)["x-wr-calname"]) == "Klusteripulssi: evenemang"
    head = ask(server, "/events.ics?language=sv", "HEAD")
    assert (head.status, head.headers["etag"], head.body) == (200, found.headers["etag"], b"")
    again = ask(server, "/events.ics?language=sv", if_none_match=found.headers["etag"])
    assert (again.status, again.body) == (304, b"")
