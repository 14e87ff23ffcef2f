"""`/health`, `/metrics` and the counts of usage, of a running server."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from starlette.datastructures import Headers

from analysis.settings import Settings
from analysis.store import Store
from analysis.web import health
from analysis.web.request_counts import request_kind, usage_name
from tests.browser.serving import Server, serving
from tests.web.http_client import ask

LINE = re.compile(r'[a-z_]+(\{[a-z]+="[\w]+"(,[a-z]+="\w+")*\})? -?\d+(\.\d+)?(e[+-]?\d+)?')
HEAD = re.compile(r"# TYPE [a-z_]+ (counter|gauge)")
TOKEN = "salasana"


def figures(text: str) -> dict[str, float]:
    """The figures of an answer, after each line was found to be one of the format; each family stands in one piece."""
    families = re.findall(r"^# TYPE (\w+)", text, re.MULTILINE)
    assert text.endswith("\n") and len(families) == len(set(families))
    found = {}
    for line in text.splitlines():
        assert (HEAD if line.startswith("#") else LINE).fullmatch(line), line
        if not line.startswith("#"):
            name, _, value = line.rpartition(" ")
            assert re.split(r"\{", name)[0] in families and name not in found
            found[name] = float(value)
    return found


@pytest.fixture
def server(tmp_path) -> Iterator[Server]:
    with serving(tmp_path) as running:
        yield running


def test_figures_count_what_was_answered_and_usage_reaches_the_store(server: Server, tmp_path):
    for path in ("/", "/", "/events", "/read/fi/events", "/api/v1/events.csv", "/feed.atom", "/embed/overview"):
        assert ask(server, path).status == 200
    tag = ask(server, "/api/v1/events").headers["etag"]
    assert ask(server, "/api/v1/events", if_none_match=tag).status == 304
    assert ask(server, "/nothing").status == 404 and ask(server, "/", "HEAD").status == 200
    told = figures(ask(server, "/metrics").body.decode())
    assert told['klusteripulssi_requests_total{kind="page",status="2xx"}'] == 4
    assert (
        told['klusteripulssi_requests_total{kind="api",status="3xx"}'] == told["klusteripulssi_not_modified_total"] == 1
    )
    assert told['klusteripulssi_requests_total{kind="other",status="4xx"}'] == 1
    assert told["klusteripulssi_revision"] == told["klusteripulssi_store_up"] == 1
    assert told["process_resident_memory_bytes"] > 50e6 and told["klusteripulssi_disk_free_bytes"] > 0
    server.process.terminate()
    server.process.wait(60)
    store = Store.open(server.store)
    used = {(each.kind, each.name): each.number for each in store.usage.since("")}
    store.close()
    assert used == {
        ("page", "overview"): 2,
        ("page", "events"): 1,
        ("reading", "events"): 1,
        ("api", "events"): 2,
        ("api", "events.csv"): 1,
        ("feed", "feed.atom"): 1,
        ("embed", "overview"): 1,
    }


def test_figures_are_for_this_machine_or_for_the_token(server: Server, tmp_path):
    assert ask(server, "/metrics").status == 200
    for forwarded in ({"x_forwarded_for": "192.0.2.7"}, {"via": "1.1 proxy"}, {"forwarded": "for=192.0.2.7"}):
        assert ask(server, "/metrics", **forwarded).status == 403
    (tmp_path / "token").mkdir()
    with serving(tmp_path / "token", metrics_token=TOKEN, private="yes", reader_key="lukija") as guarded:
        assert ask(guarded, "/metrics").status == ask(guarded, "/metrics", authorization="Bearer x").status == 403
        answer = ask(guarded, "/metrics", authorization=f"Bearer {TOKEN}", x_forwarded_for="192.0.2.7")
        assert answer.status == 200 and answer.headers["cache-control"] == "no-store"
        assert json.loads(ask(guarded, "/health").body) == {
            "status": "ok",
            "revision": None,
            "published": None,
            "age_days": None,
            "disk": None,
        }


def test_health_tells_the_age_of_the_data_and_of_a_disk_that_is_nearly_full(server: Server, monkeypatch):
    told = json.loads(ask(server, "/health").body)
    assert (told["status"], told["revision"], told["age_days"]) == ("ok", "1", 0) and told["disk"] in ("ok", "low")
    assert datetime.now(UTC) - datetime.fromisoformat(told["published"]) < timedelta(days=1)


@pytest.mark.parametrize(
    ("path", "kind", "name"),
    [
        ("/", "page", "overview"),
        ("/read/sv/", "reading", "front"),
        ("/read/sv/events/ev-salainen", "reading", "events"),
        ("/api/v1/sections/overview/years", "api", "sections"),
        ("/embed/regions:participants/rate", "embed", "regions"),
        ("/stories/fi/oma nimi.html", "slides", "fi"),
        ("/media/0123.xlsx", "file", "xlsx"),
        ("/assets/style.css", "asset", None),
        ("/_stcore/host-config", "streamlit", None),
        ("/somewhere", "other", None),
    ],
)
def test_what_is_counted_tells_of_nobody(path: str, kind: str, name: str | None):
    headers = Headers({"content-disposition": 'attachment; filename="a.xlsx"'})
    assert (request_kind(path), usage_name(kind, path, headers)) == (kind, name)


def test_a_picture_of_a_page_is_no_download():
    assert usage_name("file", "/media/0123.png", Headers({})) is None


def test_a_store_that_is_no_file_has_no_disk_of_ours(monkeypatch):
    store = Store.open("sqlite://")
    assert store.free_bytes() is None and Settings().metrics_token == "" and health.LOW_DISK > 0
    store.close()
