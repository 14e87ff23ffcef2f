"""What was done is told in the transaction of the deed; sign-ins are shared by all who open the store."""

from datetime import timedelta

import pytest

from analysis.store import AuditEntry, Conflict, SignIn, Store
from tests.store.rows import NOON, publish, tables

HERS = SignIn("a" * 64, "Aino", "oidc", True, NOON, NOON)


def deeds(store: Store) -> list[tuple[str, str, str | None, str]]:
    return [(each.who, each.what, each.revision, each.detail) for each in store.journal.newest_entries(10)]


def test_every_publish_restore_and_withdrawal_is_told(store: Store):
    publish(store, "a")
    publish(store, "a", "b", parent="1")
    store.publish(tables("a"), author="Eero", note="", now=NOON, parent="2", restores="1")
    store.withdraw("2", NOON, author="Eero")
    assert deeds(store) == [
        ("Eero", "withdraw", "2", ""),
        ("Eero", "restore", "3", "1"),
        ("Aino", "publish", "2", ""),
        ("Aino", "publish", "1", ""),
    ]


def test_withdrawing_once_more_is_no_deed(store: Store):
    publish(store, "a")
    store.withdraw("1", NOON)
    store.withdraw("1", NOON)
    assert [what for _, what, *_ in deeds(store)] == ["withdraw", "publish"]


def test_what_was_not_published_is_not_told(store: Store):
    publish(store, "a")
    with pytest.raises(Conflict):
        publish(store, "b")
    assert len(deeds(store)) == 1


def test_a_deed_is_told_with_its_moment(store: Store):
    store.journal.add(AuditEntry(NOON, "", "refused", detail="key"))
    assert store.journal.newest_entries(1) == [AuditEntry(NOON, "", "refused", None, "key", 1)]


def test_a_sign_in_is_seen_by_whoever_opens_the_store(store: Store, url: str):
    store.journal.sign_in(HERS)
    other = Store.open(url)
    later = NOON + timedelta(minutes=5)
    assert other.journal.find_sign_in(HERS.id) == HERS
    store.journal.touch(HERS, later)
    store.journal.sign_out(HERS, later)
    store.journal.sign_out(HERS, later)
    found = other.journal.find_sign_in(HERS.id)
    other.close()
    assert found and (found.last_active, found.end) == (later, later)
    assert [what for _, what, *_ in deeds(store)] == ["sign-out", "sign-in"]


def test_nobody_is_known_by_an_id_that_was_not_given_out(store: Store):
    assert store.journal.find_sign_in("b" * 64) is None
