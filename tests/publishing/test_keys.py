"""Keys from upload to upload: rows without one, rows with one key, and what stays published."""

from datetime import date

import pytest

from analysis.intake import Checker, Upload
from analysis.publishing import preview
from analysis.settings import ROOT
from analysis.store import Store
from tests.publishing.coordinator import NOW, Coordinator, book, event, story, text

SPRING = event("", Nimi="Kasvuseminaari", Alkaa="12.3.2026")
AUTUMN = event("", Nimi="Kasvuseminaari", Alkaa="10.9.2026")
NOTHING = {"added": 0, "removed": 0, "changed": 0}


@pytest.fixture
def coordinator(store: Store, checker: Checker) -> Coordinator:
    return Coordinator(store, checker)


def test_rows_without_keys_uploaded_again_change_nothing_in_whatever_order(coordinator: Coordinator):
    first = coordinator.publish(book(SPRING, AUTUMN, Tarinat=[story("", Otsikko="Öljy")]))
    assert (first.status, [each.code for each in first.issues]) == ("published", ["made-key"] * 3)
    assert list(coordinator.names()) == ["kasvuseminaari-2026", "kasvuseminaari-2026-2"]
    for again in (book(SPRING, AUTUMN), book(AUTUMN, SPRING), text(AUTUMN, SPRING)):
        assert coordinator.publish(again).status == "unchanged"


def test_a_new_row_without_a_key_above_its_namesakes_takes_none_of_theirs(coordinator: Coordinator):
    coordinator.publish(book(SPRING, AUTUMN))
    summer = event("", Nimi="Kasvuseminaari", Alkaa="1.6.2026")
    outcome = coordinator.publish(book(summer, SPRING, AUTUMN))
    assert outcome.changes.counts() == {"events": NOTHING | {"added": 1}}
    days = coordinator.names(column="starts")
    assert days["kasvuseminaari-2026-2"] == "2026-09-10" and days["kasvuseminaari-2026-3"] == "2026-06-01"


def test_with_add_a_new_row_without_a_key_changes_no_other_row(coordinator: Coordinator):
    coordinator.publish(book(SPRING))
    for again in range(2):
        outcome = coordinator.publish(book(AUTUMN), add=True)
        assert outcome.status == ("unchanged" if again else "published")
    assert coordinator.names(column="starts") == {
        "kasvuseminaari-2026": "2026-03-12",
        "kasvuseminaari-2026-2": "2026-09-10",
    }


def test_a_row_without_a_key_that_is_moved_to_another_day_stays_the_same_row(coordinator: Coordinator):
    coordinator.publish(book(SPRING))
    outcome = coordinator.publish(book(AUTUMN))
    assert outcome.changes.counts() == {"events": NOTHING | {"changed": 1}}


def test_a_row_that_lost_its_key_keeps_the_published_one(coordinator: Coordinator):
    coordinator.publish(book(event("a"), event("b")))
    outcome = coordinator.publish(book(event("a"), event("", Nimi="Tapahtuma b", Paikka="Kemi")))
    assert [(each.code, each.suggestion) for each in outcome.issues] == [("made-key", "b")]
    assert outcome.changes.counts() == {"events": NOTHING | {"changed": 1}}


@pytest.mark.parametrize("add", [False, True])
def test_a_row_copied_above_its_original_leaves_the_published_row_as_it_is(coordinator: Coordinator, add: bool):
    coordinator.publish(book(event("a"), event("b")))
    upload = book(event("a", Nimi="Uusi", Alkaa="1.4.2026"), event("a"), event("b"))
    assert coordinator.publish(upload, add=add).status == "issues"
    outcome = coordinator.publish(upload, add=add, hold_back=True)
    assert (outcome.status, outcome.changes.counts()) == ("unchanged", {})
    assert [(each.code, each.suggestion) for each in outcome.issues] == [("duplicate-key", "uusi-2026")]


def test_the_row_that_keeps_a_key_changes_its_published_row(coordinator: Coordinator):
    coordinator.publish(book(event("a"), event("b")))
    upload = book(event("a", Nimi="Uusi", Alkaa="1.4.2026"), event("a", Paikka="Kemi"), event("b"))
    coordinator.publish(upload, hold_back=True)
    assert (coordinator.names(), coordinator.names(column="place")["a"]) == (
        {"a": "Tapahtuma a", "b": "Tapahtuma b"},
        "Kemi",
    )


def test_a_key_that_the_first_row_gives_another_meaning_needs_a_second_yes(coordinator: Coordinator):
    coordinator.publish(book(event("a"), event("b")))
    upload = book(event("a", Nimi="Uusi", Alkaa="1.4.2026"), event("a", Alkaa="2.4.2026"), event("b"))
    outcome = coordinator.publish(upload, hold_back=True)
    assert (outcome.status, [each.code for each in outcome.issues]) == (
        "needs-confirmation",
        ["duplicate-key", "reused-key"],
    )
    assert coordinator.publish(upload, hold_back=True, confirm=True).status == "published"


def test_a_row_held_back_under_anothers_key_stays_published_under_its_own(coordinator: Coordinator):
    coordinator.publish(book(event("a"), event("b")))
    coordinator.publish(book(event("a", Paikka="Kemi"), event("a", Nimi="Tapahtuma b")), hold_back=True)
    assert coordinator.names() == {"a": "Tapahtuma a", "b": "Tapahtuma b"}


def test_a_row_without_a_key_that_is_held_back_stays_published(coordinator: Coordinator):
    coordinator.publish(book(SPRING, event("b")))
    for fault in ({"Maakunnat": "Lapi"}, {"Alkaa": "joskus"}):
        coordinator.publish(book(SPRING | fault, event("b", Paikka=str(fault))), hold_back=True)
        assert coordinator.names()["kasvuseminaari-2026"] == "Kasvuseminaari"


def test_a_key_in_another_case_is_the_published_row(coordinator: Coordinator):
    clusters = [{"Tunnus": "kl-1", "Nimi": "Jäätalo", "Maakunnat": "Lappi"}]
    coordinator.publish(book(Klusterit=clusters, Tarinat=[story("s", Klusteri="KL-1")]))
    assert coordinator.names("stories", "cluster") == {"s": "kl-1"}
    other = [{"Tunnus": "KL\N{EN DASH}1", "Nimi": "Jäätalo", "Maakunnat": "Kainuu"}]
    outcome = coordinator.publish(book(Klusterit=other))
    assert outcome.changes.counts() == {"clusters": NOTHING | {"changed": 1}}
    assert list(coordinator.names("clusters")) == ["kl-1"]


def test_a_converted_key_is_published_as_it_reads_and_said(coordinator: Coordinator):
    coordinator.publish(book(event("3-2024", Alkaa="5.5.2024")))
    outcome = coordinator.publish(book(event(date(2024, 3, 1), Nimi="Tapahtuma 3-2024", Alkaa="5.5.2024")))
    assert [(each.code, each.suggestion) for each in outcome.issues] == [("unlikely-key", "3-2024")]
    assert list(coordinator.names()) == ["1.3.2024"]


def test_rows_of_the_shipped_workbook_are_no_published_ones(checker: Checker, store: Store):
    shipped = ROOT / "data" / "cluster_activity.xlsx"
    first = checker.check([Upload(shipped.name, shipped.read_bytes())], {}, NOW).tables["events"].frame.iloc[0]
    row = event("", Nimi=first["name"], Alkaa=first["starts"])
    seen = preview([book(row)], store, checker, NOW, workbook=shipped)
    (made,) = (each for each in seen.plan.check.issues if each.code == "made-key")
    assert made.suggestion != first["id"]
