"""The right to data that a page had when it was made: it ends with the sign-in, and when a revision is withdrawn."""

from datetime import UTC, datetime, timedelta

import pytest

from analysis.access import DataRight, HandedFiles, data_right
from analysis.store import Store
from tests.access.conftest import Opened
from tests.store.rows import publish

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)


def test_what_is_for_all_is_given_to_all(opened: Opened, store: Store):
    for cookie in (None, "x" * 43):
        assert DataRight(cookie, store.withdrawn()).holds(cookie, opened(), store, NOW)


@pytest.mark.parametrize("editors", [True, False])
def test_what_is_for_the_signed_in_ends_with_the_sign_in(opened: Opened, store: Store, editors: bool):
    door = opened(idle_minutes="30")
    cookies = [door.sign_in(NOW, editor=each) for each in (True, False)]
    rights = [DataRight(each, needs_session=True, needs_editor=editors) for each in (*cookies, None, "x" * 43)]
    assert [each.holds(each.cookie, door, store, NOW) for each in rights] == [True, not editors, False, False]
    door.sign_out(cookies[0], NOW)
    assert [each.holds(each.cookie, door, store, NOW) for each in rights] == [False, not editors, False, False]
    assert not any(each.holds(each.cookie, door, store, NOW + timedelta(minutes=31)) for each in rights)


def test_a_withdrawal_by_any_server_ends_the_right_of_pages_from_before(opened: Opened, store: Store):
    first, other = publish(store, "a"), Store.open(str(store.engine.url))
    publish(store, "a", "b", parent=first.id)
    before = DataRight(None, store.withdrawn())
    assert before.holds(None, opened(), store, NOW)
    other.withdraw(first.id, NOW)
    other.close()
    assert not before.holds(None, opened(), store, NOW)
    assert DataRight(None, store.withdrawn()).holds(None, opened(), store, NOW)


def test_a_right_shows_no_cookie():
    assert "salainen" not in repr(DataRight("salainen"))


def test_of_handed_files_the_last_right_counts_and_only_so_many_are_known(monkeypatch):
    monkeypatch.setattr(data_right, "MOST_FILES", 2)
    files = HandedFiles()
    for number in (1, 2, 1, 3):
        files.add(str(number).encode(), DataRight(f"cookie {number}"))
    assert [each.cookie for each in files.rights.values()] == ["cookie 1", "cookie 3"]
