"""Sheets that hold a part of a table which others refer to: with add the published rows stay and are known."""

from dataclasses import replace
from typing import Any

import pytest

from analysis.intake import Checker
from analysis.publishing import Preview
from analysis.store import Store
from tests.publishing.coordinator import Coordinator, book, event, story

THEMES = [{"Tunnus": id, "Nimi (fi)": name} for id, name in (("vesi", "Vesi"), ("puu", "Puu"))]
PRIORITIES = [{"Tunnus": id, "Nimi (fi)": name} for id, name in (("p1", "Kaivokset"), ("p2", "Matkailu"))]


def cluster(id: str, name: str) -> dict[str, Any]:
    return {"Tunnus": id, "Nimi": name, "Maakunnat": "Lappi"}


def material(id: str, **cells: Any) -> dict[str, Any]:
    return {"Tunnus": id, "Otsikko": f"Aineisto {id}", "Laji": "opas"} | cells


CLUSTERS = [cluster("cl-1", "Arktinen"), cluster("cl-2", "Metsä")]
PART = (
    book(event("e2", Teemat="Vesi; Puu", Painopisteet="Matkailu"), Teemat=THEMES[:1], Painopisteet=PRIORITIES[:1]),
    book(name="muut.xlsx", Klusterit=CLUSTERS[:1], Tarinat=[story("s", Klusteri="Metsä", Teemat="puu")]),
    book(name="aineistot.xlsx", Aineistot=[material("m", Tapahtuma="e1"), material("n", Tapahtuma="e2")]),
)


@pytest.fixture
def coordinator(store: Store, checker: Checker) -> Coordinator:
    here = Coordinator(store, checker)
    here.publish(book(event("e1"), Teemat=THEMES, Painopisteet=PRIORITIES, Klusterit=CLUSTERS))
    return here


def issues(seen: Preview) -> list[tuple[str, str | None]]:
    return [(each.code, each.value) for each in seen.plan.check.issues]


def test_what_refers_to_rows_that_a_partial_sheet_would_remove_dangles_and_with_add_it_does_not(coordinator):
    seen = coordinator.look(*PART)
    assert issues(seen) == [
        ("unknown-theme", "Puu"),
        ("unknown-priority", "Matkailu"),
        ("dangling-reference", "Metsä"),
        ("unknown-theme", "puu"),
        ("dangling-reference", "e1"),
    ]
    assert issues(replace(seen, add=True)) == []


def test_with_add_the_references_are_published(coordinator):
    outcome = coordinator.publish(*PART, add=True)
    assert (outcome.status, outcome.issues) == ("published", ())
    tables = coordinator.store.tables(outcome.revision.id)
    events = tables["events"].set_index("id")
    assert events.loc["e2", "themes"] == ("vesi", "puu") and events.loc["e2", "priorities"] == ("p2",)
    assert list(tables["stories"]["cluster"]) == ["cl-2"]
    assert list(tables["materials"]["event"]) == ["e1", "e2"]
    assert [len(tables[name]) for name in ("themes", "priorities", "clusters", "events")] == [2, 2, 2, 2]


def test_with_add_a_name_that_the_upload_changes_is_known_no_more(coordinator):
    renamed = book(event("e2", Teemat="Vesistöt; Vesi; Puu"), Teemat=[{"Tunnus": "vesi", "Nimi (fi)": "Vesistöt"}])
    assert issues(coordinator.look(renamed, add=True)) == []
    other = book(event("e2", Painopisteet="Kaivokset"), Painopisteet=[{"Tunnus": "p1", "Nimi (fi)": "Louhinta"}])
    assert issues(coordinator.look(other, add=True)) == [("unknown-priority", "Kaivokset")]


def test_with_add_a_key_that_is_published_means_its_row_and_no_namesake(coordinator):
    upload = book(event("e2", Teemat="puu"), Teemat=[{"Tunnus": "uusi", "Nimi (fi)": "puu"}])
    outcome = coordinator.publish(upload, add=True)
    assert coordinator.names(column="themes")["e2"] == ("puu",)
    assert outcome.issues == ()


def test_what_is_nowhere_dangles_with_add_too(coordinator):
    upload = book(name="a.xlsx", Klusterit=CLUSTERS[:1], Tarinat=[story("s", Klusteri="Olematon")])
    assert issues(coordinator.look(upload, add=True)) == [("dangling-reference", "Olematon")]
