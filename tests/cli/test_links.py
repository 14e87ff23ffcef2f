"""``links``: what is asked, printed and stored."""

from datetime import UTC, datetime

import pytest
from click.testing import Result

from analysis.measures.link_places import link_places
from analysis.schema import TABLES, typed_frame
from tests.cli.conftest import Terminal
from tests.links.web_server import serving_pages
from tests.own_thread import in_own_thread
from tests.publishing.coordinator import book, event

QUICK = ("--pause", "0", "--timeout", "2", "--private")


class AskingTerminal(Terminal):
    """A terminal whose commands have a loop of their own."""

    def run(self, *args: str) -> Result:
        return in_own_thread(super().run, *args)


@pytest.fixture
def terminal(terminal: Terminal) -> Terminal:
    return AskingTerminal(terminal.folder, terminal.url)


def test_each_link_is_asked_printed_and_stored_with_its_day(terminal: Terminal):
    with serving_pages() as web:
        moved, gone, fine = map(web.link, ("/moved", "/404", "/ok"))
        events = [event("a", Linkki=moved, Tallenne=gone), event("b", Linkki=gone, Lähde=f"Kirja; {fine}")]
        about = [{"Avain": "contact", "Arvo (fi)": "Kirjaamo, ylläpito@a.fi"}]
        terminal.run("publish", terminal.file(book(*events, Tietoja=about)))
        told = terminal.run("links", *QUICK, "--json")
        value = terminal.json("links", *QUICK)
        agents = set(web.agents)
        said = terminal.run("links", *QUICK, "--language", "fi")
    assert (told.exit_code, said.exit_code) == (0, 0)
    cells = {each["link"]: [(row["table"], row["key"], row["column"]) for row in each["rows"]] for each in value}
    assert cells == {
        gone: [("events", "a", "recording"), ("events", "b", "link")],
        moved: [("events", "a", "link")],
        fine: [("events", "b", "source")],
    }
    states = {each["link"]: (each["state"], each["status"], each["moved_to"], each["reason"]) for each in value}
    assert states == {
        gone: ("dead", 404, None, None),
        moved: ("moved", 200, fine, None),
        fine: ("ok", 200, None, None),
    }
    now = datetime.now(UTC)
    assert all(abs((now - datetime.fromisoformat(each["asked"])).total_seconds()) < 60 for each in value)
    assert agents == {"Klusteripulssi (Kirjaamo, yllpito@a.fi)"}
    lines = said.stdout.splitlines()
    assert lines[0] == f"Ei toimi (404): {gone}"
    assert lines[1:3] == ["  Tapahtumat · a · Tallenne", "  Tapahtumat · b · Linkki"]
    assert f"Siirtynyt pysyvästi: {moved} → {fine}" in lines
    assert lines[-1] == "3 linkkiä: 1 toimii, 1 siirtynyt, 1 ei toimi."
    store = terminal.store()
    assert [each.link for each in store.links.all()] == sorted([moved, gone, fine])
    store.close()


def test_what_there_was_no_time_for_keeps_its_result_and_comes_first_the_next_time(terminal: Terminal):
    with serving_pages() as web:
        links = [web.link(f"/ok?{n}") for n in range(3)]
        terminal.run("publish", terminal.file(book(*(event(str(n), Linkki=link) for n, link in enumerate(links)))))
        assert {each["state"] for each in terminal.json("links", *QUICK, "--total", "0")} == {None}
        assert "3 ei ehditty tarkistaa" in terminal.run("links", *QUICK, "--total", "0", "--language", "fi").stdout
        first = terminal.json("links", "--private", "--pause", "0.8", "--total", "0.6")
        assert [each["state"] for each in first] == ["ok", None, None]
        again = terminal.json("links", "--private", "--pause", "0.8", "--total", "1.3")
        assert [each["state"] for each in again] == ["ok", "ok", "ok"]
        assert again[0]["asked"] == first[0]["asked"]
        assert web.counts() == {f"HEAD /ok?{n}": 1 for n in range(3)}


def test_private_addresses_are_refused_and_mailboxes_not_asked(terminal: Terminal):
    with serving_pages() as web:
        path = terminal.file(book(event("a", Linkki=web.link("/ok")), event("b", Linkki="mailto:a@example.org")))
        terminal.run("publish", path)
        (told,) = terminal.json("links", "--pause", "0")
        assert (told["state"], told["reason"], web.requests) == ("refused", "private", [])


def test_without_data_or_links_there_is_nothing_to_ask(terminal: Terminal):
    assert terminal.json("links") == []
    terminal.run("publish", terminal.file(book(event("a"))))
    assert terminal.json("links") == []
    said = terminal.run("links", "--language", "fi")
    assert (said.exit_code, said.stdout) == (0, "Julkaistussa aineistossa ei ole linkkejä.\n")


def test_every_column_of_links_is_looked_at():
    rows = {
        "clusters": {"id": ["k"], "website": ["https://a.fi/"], "eccp": ["https://b.fi/"]},
        "regions": {"code": ["07"], "contact": ["https://c.fi/"], "source": ["https://d.fi/; https://e.fi/; Kirja"]},
        "materials": {"id": ["m"], "link": ["https://a.fi/"], "source": [None]},
    }
    tables = {name: typed_frame(table, rows.get(name, {})) for name, table in TABLES.items()}
    places = {link: [(each.table, each.key, each.column) for each in own] for link, own in link_places(tables).items()}
    assert places == {
        "https://a.fi/": [("materials", "m", "link"), ("clusters", "k", "website")],
        "https://b.fi/": [("clusters", "k", "eccp")],
        "https://c.fi/": [("regions", "07", "contact")],
        "https://d.fi/": [("regions", "07", "source")],
        "https://e.fi/": [("regions", "07", "source")],
    }
