"""What HTTP asks of the interface: tags, 304, HEAD, compression, other sites' scripts, problems, limits."""

import brotli
import pytest

from analysis.open_data.faults import STATUS
from analysis.schema import LANGUAGES
from analysis.web import api_answers
from analysis.web.request_rates import MINUTE, RequestRates
from tests.open_data.conftest import interface
from tests.web.test_server import ALWAYS

ADDRESSES = (
    *("events", "events.csv", "events?region=19&limit=3", "sections/overview/regions?regions=19,17"),
    *("datapackage.json", "catalog.jsonld", "openapi.json"),
)
PROBLEMS = {
    "nothing/at/all": "unknown-address",
    "nothing": "unknown-table",
    "nothing.csv": "unknown-table",
    "events.xlsx": "unknown-table",
    "sections/overview/nothing": "unknown-chart",
    "sections/nothing/years": "unknown-chart",
    "sections/region/years": "unknown-chart",
    "sections/overview/years?regions=99": "unknown-value",
    "sections/overview/years?years=20": "unreadable-value",
    "events?regoin=19": "unknown-parameter",
    "events?region=99": "unknown-value",
    "events?theme=%00": "unknown-value",
    "events?year=23": "unreadable-value",
    "events?year=2023&year=2024": "unreadable-value",
    "events?limit=0": "unreadable-value",
    "events?limit=1001": "unreadable-value",
    "events?limit=-1": "unreadable-value",
    "events?cursor=x": "unreadable-value",
    "events?cursor=2-5&revision=1": "unreadable-value",
    "events?language=de": "unreadable-value",
    "events?revision=99": "unknown-revision",
    "events?revision=latest": "unknown-revision",
    "events?revision=3": "withdrawn-revision",
    "catalog.jsonld?region=19": "unknown-parameter",
}


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_client_that_has_an_answer_gets_304_and_another_query_has_another_tag(client, address):
    first = client.get(f"/api/v1/{address}")
    tag = first.headers["etag"]
    assert (first.status_code, first.headers["vary"]) == (200, "Accept-Encoding")
    for known in (tag, f'"x", W/{tag}', "*"):
        again = client.get(f"/api/v1/{address}", headers={"if-none-match": known})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    other = address + ("&" if "?" in address else "?") + "revision=1"
    assert client.get(f"/api/v1/{other}", headers={"if-none-match": tag}).headers["etag"] != tag
    assert ALWAYS - set(first.headers) == set() and "set-cookie" not in first.headers


@pytest.mark.parametrize("address", ADDRESSES)
def test_head_has_the_headers_of_get_and_no_body(client, address):
    whole, head = client.get(f"/api/v1/{address}"), client.head(f"/api/v1/{address}")
    assert (head.status_code, head.content) == (200, b"")
    assert dict(head.headers) == dict(whole.headers)


def test_answers_are_compressed_as_the_client_accepts(client):
    by_encoding = {}
    for accepted in ("br, gzip", "gzip", "br;q=0, gzip;q=0.5", "identity", ""):
        with client.stream("GET", "/api/v1/events", headers={"accept-encoding": accepted}) as answer:
            raw = b"".join(answer.iter_raw())
            by_encoding[accepted] = (answer.headers.get("content-encoding", ""), raw, answer.headers["etag"])
    assert [each for each, _, _ in by_encoding.values()] == ["br", "gzip", "gzip", "", ""]
    plain = by_encoding["identity"][1]
    assert brotli.decompress(by_encoding["br, gzip"][1]) == plain
    assert len(by_encoding["br, gzip"][1]) < len(plain) / 4
    assert len({tag for _, _, tag in by_encoding.values()}) == 3


def test_scripts_of_other_sites_may_read_and_nothing_else(client):
    asked = {"origin": "https://example.org", "access-control-request-method": "GET"}
    allowed = client.options("/api/v1/events", headers=asked)
    assert (allowed.status_code, allowed.headers["access-control-allow-methods"]) == (204, "GET, HEAD, OPTIONS")
    for address in (*ADDRESSES, "events?region=99"):
        answer = client.get(f"/api/v1/{address}", headers=asked)
        assert answer.headers["access-control-allow-origin"] == "*"
        assert "access-control-allow-credentials" not in answer.headers
        assert answer.headers["cross-origin-resource-policy"] == "cross-origin"
    assert "access-control-allow-origin" not in client.get("/health", headers=asked).headers


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_it_is_for_reading_alone(client, method):
    answer = client.request(method, "/api/v1/events")
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET, HEAD, OPTIONS")
    assert answer.json()["code"] == "method"


@pytest.mark.parametrize("address", PROBLEMS)
def test_a_problem_is_told_calmly_in_each_language(client, address):
    details = set()
    for language in LANGUAGES:
        sign = "&" if "?" in address else "?"
        answer = client.get(f"/api/v1/{address}" + ("" if "language" in address else f"{sign}language={language}"))
        problem = answer.json()
        assert answer.headers["content-type"] == "application/problem+json"
        assert (problem["code"], answer.status_code) == (PROBLEMS[address], problem["status"])
        assert problem["status"] == STATUS[problem["code"]]
        details.add(problem["detail"])
    assert len(details) == (1 if "language" in address else 3)


def test_a_private_dashboard_answers_those_alone_who_are_in(tmp_path, sets):
    keys = {"editor_key": "muokkaajan pitkä avain", "reader_key": "lukijan pitkä avain"}
    with interface(tmp_path, sets[0], private="yes", **keys) as client:
        for address in (*ADDRESSES, "nothing", "events?region=99"):
            closed = client.get(f"/api/v1/{address}")
            assert (closed.status_code, closed.json()["code"]) == (401, "sign-in")
            assert closed.headers["www-authenticate"] and "no-store" in closed.headers["cache-control"]
        tag = client.get("/?key=lukijan%20pitk%C3%A4%20avain").status_code
        opened = client.get("/api/v1/events")
        assert (tag, opened.status_code, opened.headers["cache-control"]) == (303, 200, "no-store")
        client.cookies.clear()
        assert client.get("/api/v1/events", headers={"if-none-match": opened.headers["etag"]}).status_code == 401


def test_a_sender_that_asks_too_often_is_told_when_to_come_again(tmp_path, sets, monkeypatch):
    monkeypatch.setattr(api_answers, "RATES", RequestRates())
    with interface(tmp_path, sets[0], api_requests="3") as client:
        answers = [client.get("/api/v1/themes?limit=1") for _ in range(8)]
    late = answers[-1]
    assert {each.status_code for each in answers} == {200, 429} and late.json()["code"] == "too-many-requests"
    assert 1 <= int(late.headers["retry-after"]) <= MINUTE


def test_each_sender_is_counted_by_itself_and_anew_each_minute():
    rates = RequestRates()
    assert [rates.seconds_to_wait("a", 61.0, 2) for _ in range(3)] == [0, 0, 60]
    assert rates.seconds_to_wait("b", 90.0, 2) == 0
    assert rates.seconds_to_wait("a", 119.5, 2) == 1
    assert rates.seconds_to_wait("a", 120.0, 2) == 0
