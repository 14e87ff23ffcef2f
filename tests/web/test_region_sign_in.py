"""Whoever signs in has the name and the regions of her entry: by the key of a council, and as a proxy names her."""

from http.cookies import SimpleCookie
from pathlib import Path

import pytest

from analysis.access import COOKIE
from analysis.store import AuditEntry, SignIn, Store
from analysis.store.sql_tables import sign_in
from tests.browser.serving import Server, serving
from tests.web.http_client import Answer, ask

FORWARDED = {"x_forwarded_for": "192.0.2.7", "x_forwarded_proto": "http"}


def last_sign_in(server: Server) -> tuple[SignIn, AuditEntry]:
    """The newest sign-in of a server's store, and the newest line of its audit."""
    store = Store.open(server.store)
    with store.engine.connect() as connection:
        line = connection.execute(sign_in.select().order_by(sign_in.c.since.desc())).first()
    entry = store.journal.newest_entries(1)[0]
    store.close()
    return SignIn(*line), entry


def may_upload(server: Server, answer: Answer) -> bool:
    cookie = SimpleCookie(answer.headers["set-cookie"])[COOKIE].value
    return b"XSRF" in ask(server, "/_stcore/upload_file/a/b", "PUT", b"", cookie=f"{COOKIE}={cookie}").body


def test_the_key_of_a_council_lets_it_in_under_its_name(tmp_path: Path):
    keys = "Kainuun liitto:kainuun-avain:18,16;Lapin liitto:lapin-avain:19;Tuki:tuen-avain"
    with serving(tmp_path, editor_key="yleisavain", editor_keys=keys) as server:
        expected = {
            "kainuun-avain": ("Kainuun liitto", {"16", "18"}),
            "lapin-avain": ("Lapin liitto", {"19"}),
            "tuen-avain": ("Tuki", set()),
            "yleisavain": ("", set()),
        }
        for key, (name, regions) in expected.items():
            answer = ask(server, f"/update?key={key}")
            session, entry = last_sign_in(server)
            assert (answer.headers["location"], may_upload(server, answer)) == ("/update", True)
            assert (session.who, session.way, session.editor, session.regions) == (name, "key", True, regions)
            assert (entry.who, entry.what) == (name, "sign-in")
        for wrong in ("kainuun-avain:18,16", "Kainuun%20liitto", "kainuun-avain;lapin-avain"):
            assert ask(server, f"/update?key={wrong}").headers["location"] == "/update?denied=key"
        assert "avain" not in server.log.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("address", "regions"), [("kainuu@liitto.fi", {"18"}), ("tuki@liitto.fi", set()), ("eero@lappi.fi", {"17", "19"})]
)
def test_whom_a_proxy_names_edits_the_regions_of_her_entry(proxied: Server, address: str, regions: set[str]):
    answer = ask(proxied, "/sign-in", **FORWARDED, x_forwarded_email=address, x_forwarded_groups="L")
    session, _ = last_sign_in(proxied)
    assert may_upload(proxied, answer) and (session.who, session.regions) == (address, regions)


@pytest.fixture(scope="module")
def proxied(tmp_path_factory: pytest.TempPathFactory):
    editors = "@liitto.fi, kainuu@liitto.fi = editor 18; @lappi.fi = editor 19; group:L = editor 17"
    with serving(tmp_path_factory.mktemp("proxied"), access="proxy", editors=editors) as running:
        yield running
