"""Saved presentations: one a name, the latest as it was saved."""

from dataclasses import replace
from datetime import timedelta

from analysis.store import Saved, Store
from tests.store.rows import NOON

HERS = Saved("vuosi", "Vuosi 2024", "slides=overview.years&n1=Kiitä", "Aino", NOON)


def test_a_presentation_is_kept_as_it_was_saved(store: Store):
    store.shelf.put(HERS)
    assert store.shelf.get("vuosi") == HERS
    assert store.shelf.all() == [HERS]


def test_saving_again_takes_its_place(store: Store):
    again = replace(HERS, query="slides=overview.themes", saved=NOON + timedelta(hours=1), notes=True)
    store.shelf.put(HERS)
    store.shelf.put(again)
    assert store.shelf.all() == [again]


def test_what_is_removed_is_gone_and_removing_nothing_is_no_mishap(store: Store):
    store.shelf.put(HERS)
    store.shelf.remove("vuosi")
    store.shelf.remove("vuosi")
    assert store.shelf.get("vuosi") is None


def test_all_come_by_title(store: Store):
    store.shelf.put(HERS)
    store.shelf.put(replace(HERS, name="a", title="Aineistot"))
    assert [each.title for each in store.shelf.all()] == ["Aineistot", "Vuosi 2024"]
