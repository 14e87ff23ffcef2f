"""Saved presentations: one a name, the latest as it was saved."""

from dataclasses import replace
from datetime import timedelta

from analysis.store import SavedPresentation, Store
from tests.store.rows import NOON

HERS = SavedPresentation("vuosi", "Vuosi 2024", "slides=overview.years&n1=Kiitä", "Aino", NOON)


def test_a_presentation_is_kept_as_it_was_saved(store: Store):
    store.presentations.put(HERS)
    assert store.presentations.get("vuosi") == HERS
    assert store.presentations.all() == [HERS]


def test_saving_again_takes_its_place(store: Store):
    again = replace(HERS, query="slides=overview.themes", saved=NOON + timedelta(hours=1), notes=True)
    store.presentations.put(HERS)
    store.presentations.put(again)
    assert store.presentations.all() == [again]


def test_what_is_removed_is_gone_and_removing_nothing_is_no_mishap(store: Store):
    store.presentations.put(HERS)
    store.presentations.remove("vuosi")
    store.presentations.remove("vuosi")
    assert store.presentations.get("vuosi") is None


def test_all_come_by_title(store: Store):
    store.presentations.put(HERS)
    store.presentations.put(replace(HERS, name="a", title="Aineistot"))
    assert [each.title for each in store.presentations.all()] == ["Aineistot", "Vuosi 2024"]
