"""Pages for an editor of some regions: what she is told, what is held back, and what she cannot do."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from analysis import app_services
from analysis.store import SignIn, Store
from pages.parts.core import auth
from pages.parts.update.changes_by_others import revisions_by_others
from tests.making import xlsx
from tests.pages.conftest import NOW, ONE_ROW, open_page, page_errors, page_html, publish, tables
from tests.pages.test_update import published_events

KAINUU = SignIn("x", "Kainuun liitto", "oidc", True, NOW, NOW, regions=frozenset({"18"}))
EVENTS = {
    "id": ["k", "l"],
    "name": ["Kainuun ilta", "Lapin ilta"],
    "starts": ["2023", "2023"],
    "kind": ["seminar", "seminar"],
    "regions": [("18",), ("19",)],
}
BOTH = tables(events=EVENTS, regions={"code": ["18", "19"], "name_fi": ["Kainuu", "Lappi"]})
OWN = {"Tunnus": "k", "Nimi": "Kainuun ilta", "Alkaa": "2023", "Tyyppi": "seminaari", "Maakunnat": "Kainuu"}
OTHER = OWN | {"Tunnus": "l", "Nimi": "Lapin ilta", "Maakunnat": "Lappi"}


class Who:
    """Who is signed in; another one from now on if ``session`` is set."""

    def __init__(self, session: SignIn) -> None:
        self.session = session


@pytest.fixture
def who(address, monkeypatch) -> Who:
    holder = Who(KAINUU)
    monkeypatch.setattr(auth, "sign_in", lambda: holder.session)
    publish(address, BOTH)
    return holder


def upload(*events: dict):
    data = xlsx({"Tapahtumat": list(events)})
    return open_page("update").file_uploader(key="upload_file").set_value([("a.xlsx", data, "")]).run()


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("fi", "Muokkaat: Kainuu"), ("en", "You can edit: Kainuu"), ("sv", "Du redigerar: Kajanaland")],
)
def test_from_the_start_she_is_told_what_she_edits(who: Who, language: str, sentence: str):
    assert sentence in page_html(open_page("update", lang=language))


def test_who_edits_everything_is_told_nothing_of_regions(who: Who):
    who.session = replace(KAINUU, regions=frozenset())
    assert "Muokkaat:" not in page_html(open_page("update"))


def test_what_is_not_hers_is_listed_and_the_rest_is_published(who: Who):
    app = upload(OWN | {"Nimi": "Kajaanin ilta"}, OTHER | {"Nimi": "Muu"})
    text = page_html(app)
    assert "Muiden rivit jäävät ennalleen" in text and "Tulkittiin" not in text
    assert "Aineiston voi julkaista" in text and "riviä ”l” muokkaavat muut kuin sinä" in text
    assert '<span class="cell">Tapahtumat!A3</span>' in text and "<ins>Muu</ins>" not in text
    assert app.button(key="publish").label == "Julkaise: 1 muuttuu"
    app.button(key="publish").click().run()
    assert page_errors(app) == []
    assert published_events() == [("k", "Kajaanin ilta"), ("l", "Lapin ilta")]
    assert app_services.app_services().store.current().author == "Kainuun liitto"


def test_rights_that_changed_meanwhile_count_at_the_click(who: Who):
    app = upload(OWN | {"Nimi": "Kajaanin ilta"}, OTHER)
    who.session = replace(KAINUU, regions=frozenset({"19"}))
    app.button(key="publish").click().run()
    assert published_events() == [("k", "Kainuun ilta"), ("l", "Lapin ilta")]
    text = page_html(app)
    assert "Muokkaat: Lappi" in text and "riviä ”k” muokkaavat muut kuin sinä" in text


def test_she_restores_and_withdraws_nothing(who: Who, address):
    publish(address, ONE_ROW)
    app = open_page("history")
    assert [each.key for each in app.button] == []
    who.session = replace(KAINUU, regions=frozenset())
    app = open_page("history")
    app.button(key="restore_1").click().run()
    who.session = KAINUU
    app.button(key="restore_yes_1").click().run()
    assert app_services.app_services().store.current().id == "2" and page_errors(app) == []


def add(address: str, author: str, **columns: list) -> None:
    """Publish the events changed, under a name."""
    store = Store.open(address)
    parent = store.current()
    changed = tables(events=EVENTS | columns, regions={"code": ["18", "19"], "name_fi": ["Kainuu", "Lappi"]})
    store.publish(changed, author=author, note=f"{author} päivitti", now=datetime.now(UTC), parent=parent.id)
    store.close()


def test_what_others_published_since_her_last_update_is_told_with_its_difference(who: Who, address):
    add(address, "Lapin liitto", participants=[None, 1])
    add(address, "Kainuun liitto", participants=[2, 1])
    assert "edellisen päivityksesi jälkeen" not in page_html(open_page("update"))
    add(address, "Lapin liitto", participants=[2, 33])
    app = open_page("update")
    text = page_html(app)
    assert "1 versio on julkaistu edellisen päivityksesi jälkeen" in text and "Lapin liitto päivitti" in text
    assert "<ins>33</ins>" not in text
    app.toggle(key="others_4").set_value(True).run()
    assert "<ins>33</ins>" in page_html(app) and "<del>1</del>" in page_html(app) and page_errors(app) == []


def test_who_is_not_known_is_told_nothing_of_others(who: Who, address):
    add(address, "Lapin liitto", participants=[2, 33])
    for name in ("", "Uusi liitto"):
        who.session = replace(KAINUU, who=name)
        assert "edellisen päivityksesi" not in page_html(open_page("update"))


def test_revisions_by_others_are_those_since_her_own_last_one(who: Who, address):
    for author in ("Lapin liitto", "Kainuun liitto", "Lapin liitto", "Oulun liitto"):
        add(address, author, participants=[None, len(author)])
    store = Store.open(address)
    store.withdraw("4", NOW)
    revisions = store.revisions()
    store.close()
    found = {name: [each.id for each in revisions_by_others(revisions, name)] for name in (" Kainuun  liitto", "x", "")}
    assert found == {" Kainuun  liitto": ["5"], "x": [], "": []}


def headings(app) -> list[str]:
    """The revisions that are listed, by id."""
    return [each for each in "4321" if f'<span class="count">Versio {each}' in page_html(app)]


@pytest.mark.parametrize(
    ("query", "listed"),
    [
        ({}, ["4", "3", "2", "1"]),
        ({"regions": "18"}, ["3", "1"]),
        ({"regions": "19"}, ["4", "1"]),
        ({"regions": "18,19"}, ["4", "3", "1"]),
        ({"table": "events"}, ["4", "3", "1"]),
        ({"table": "clusters"}, ["2"]),
        ({"table": "clusters", "regions": "19"}, []),
        ({"table": "stories"}, []),
        ({"table": "nonsense"}, ["4", "3", "2", "1"]),
    ],
)
def test_the_history_is_filtered_by_region_and_by_table(address, query: dict[str, str], listed: list[str]):
    cluster = {"id": ["c"], "name": ["Klusteri"], "regions": [("17",)]}
    terms = {"code": ["18", "19"], "name_fi": ["Kainuu", "Lappi"]}
    events = (EVENTS, EVENTS | {"participants": [5, None]}, EVENTS | {"participants": [5, 6]})
    publish(address, BOTH, *(tables(events=each, clusters=cluster, regions=terms) for each in events))
    app = open_page("history", **query)
    assert headings(app) == listed and page_errors(app) == []
    assert ("Mikään versio ei koske näitä" in page_html(app)) == (not listed)


def test_a_filter_of_the_history_goes_into_the_address(address):
    publish(address, BOTH, tables(events=EVENTS | {"participants": [5, None]}))
    app = open_page("history")
    app.selectbox(key="history_table").set_value("events").run()
    assert app.query_params["table"] in ("events", ["events"]) and page_errors(app) == []
    app.multiselect(key="history_regions").set_value(["19"]).run()
    assert headings(app) == ["1"]


def test_a_revision_of_which_nothing_is_known_any_more_stays_in_a_filtered_history(address):
    publish(address, BOTH, tables(events=EVENTS | {"participants": [5, None]}), BOTH)
    store = Store.open(address)
    store.withdraw("2", NOW)
    store.close()
    assert headings(open_page("history", table="stories")) == ["3", "2"]
