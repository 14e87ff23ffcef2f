"""The cookie of who came in: whose it is, how long it holds, and what makes it void."""

from datetime import UTC, datetime, timedelta

import pytest

from analysis.settings import WrongSetting
from analysis.store import Store
from tests.access.conftest import Opened, is_editor

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


def test_a_cookie_says_who_came_in_and_what_she_may(opened: Opened):
    door = opened()
    editor = door.valid_session(door.sign_in(NOW, who="Aino", way="oidc"), NOW)
    reader = door.valid_session(door.sign_in(NOW, who="Eero", way="oidc", editor=False), NOW)
    assert editor and reader
    assert (editor.who, editor.editor, reader.who, reader.editor) == ("Aino", True, "Eero", False)


def test_a_cookie_says_which_regions_an_editor_edits(opened: Opened):
    door = opened()
    kainuu = door.sign_in(NOW, who="Kainuu", regions=frozenset({"18", "16"}))
    sessions = [opened().valid_session(each, NOW) for each in (kainuu, door.sign_in(NOW))]
    assert [each and each.regions for each in sessions] == [{"16", "18"}, set()]


@pytest.mark.parametrize("list", ["kainuu@liitto.fi = editor 18", "kainuu@liitto.fi"])
def test_whoever_changes_regions_signs_everybody_out(opened: Opened, list: str):
    before = {"access": "oidc", "editors": "kainuu@liitto.fi = editor 18, 16"}
    cookie = opened(**before).sign_in(NOW)
    assert is_editor(opened(**before), cookie, NOW) and not is_editor(opened(**before | {"editors": list}), cookie, NOW)


def test_with_keys_of_councils_no_further_key_is_made(opened: Opened):
    keys = opened(editor_key="", editor_keys="Kainuu:kainuun avain:18").keys
    assert (keys.editor, keys.holder("")) == ("", None)


@pytest.mark.parametrize("wrong", [{"editor_keys": "Kainuu:oikea avain:18"}, {"editors": "a@b.fi = editor 99"}])
def test_entries_that_cannot_be_used_are_told_at_start(opened: Opened, wrong: dict[str, str]):
    with pytest.raises(WrongSetting):
        opened(**wrong)


def test_a_reader_is_no_editor(opened: Opened):
    door = opened()
    assert [is_editor(door, door.sign_in(NOW, editor=each), NOW) for each in (True, False)] == [True, False]


def test_who_does_nothing_for_too_long_is_out(opened: Opened):
    door = opened(idle_minutes="30")
    cookie = door.sign_in(NOW)
    assert not is_editor(door, cookie, NOW + 31 * MINUTE)


def test_who_does_something_now_and_then_stays_in_until_the_longest_time(opened: Opened):
    door = opened(idle_minutes="30", session_hours="2")
    cookie = door.sign_in(NOW)
    steps = [is_editor(door, cookie, NOW + step * 20 * MINUTE) for step in range(8)]
    assert steps == [True] * 7 + [False]


def test_a_sign_in_that_is_over_does_not_come_back(opened: Opened):
    door = opened(idle_minutes="30")
    cookie = door.sign_in(NOW)
    assert [is_editor(door, cookie, NOW + each * MINUTE) for each in (31, 32)] == [False, False]


def test_a_cookie_that_was_not_given_out_here_is_void(opened: Opened):
    door = opened()
    cookie = door.sign_in(NOW)
    forged = (None, "", "x", cookie[:-1], "a" + cookie, "ä" * 43, "x" * 43, "x" * 10_000, cookie.swapcase())
    assert [is_editor(door, each, NOW) for each in forged] == [False] * len(forged)


@pytest.mark.parametrize(
    "other",
    [
        {"editor_key": "toinen avain"},
        {"reader_key": "lukijan avain"},
        {"editor_keys": "Kainuu:kainuun avain:18"},
        {"access": "oidc", "editors": "@liitto.fi"},
    ],
)
def test_whoever_changes_who_may_signs_everybody_out(opened: Opened, other):
    cookie = opened().sign_in(NOW)
    assert is_editor(opened(), cookie, NOW)
    assert not is_editor(opened(**other), cookie, NOW)


def test_a_change_of_the_list_of_editors_signs_everybody_out(opened: Opened):
    cookie = opened(access="oidc", editors="a@liitto.fi b@liitto.fi").sign_in(NOW)
    assert not is_editor(opened(access="oidc", editors="b@liitto.fi"), cookie, NOW)


def test_signing_out_voids_that_cookie_alone_and_on_every_server(opened: Opened):
    door, other_server = opened(), opened()
    mine, hers = door.sign_in(NOW), door.sign_in(NOW)
    door.sign_out(mine, NOW)
    assert [is_editor(other_server, each, NOW) for each in (mine, hers)] == [False, True]


def test_each_sign_in_has_a_cookie_of_its_own(opened: Opened):
    door = opened()
    assert len({door.sign_in(NOW) for _ in range(20)}) == 20


def test_the_store_holds_no_cookie_and_no_key(opened: Opened, store: Store, tmp_path):
    door = opened(editor_key="aivan salainen avain")
    cookie = door.sign_in(NOW)
    store.close()
    held = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert cookie.encode() not in held and b"aivan salainen avain" not in held


def test_a_door_shows_its_keys_nowhere(opened: Opened):
    shown = repr(opened(editor_key="muokkaajan avain", reader_key="lukijan avain"))
    assert "avain" not in shown and "secret" not in shown


def test_where_the_settings_name_no_key_one_is_made(opened: Opened):
    made = [opened(editor_key="").keys.editor for _ in range(2)]
    assert len(set(made)) == 2 and all(len(key) > 40 for key in made)


def test_where_the_store_does_not_answer_nobody_is_in(opened: Opened, store: Store, tmp_path):
    door = opened()
    cookie = door.sign_in(NOW)
    store.close()
    for path in tmp_path.iterdir():
        path.write_bytes(b"no database " * 1000)
    assert door.valid_session(cookie, NOW) is None


def test_signing_in_again_ends_the_earlier_sign_in_of_the_browser_and_no_other(opened: Opened):
    door = opened()
    first, hers = door.sign_in(NOW), door.sign_in(NOW, who="Eero")
    second = door.sign_in(NOW, earlier=first)
    assert [is_editor(door, each, NOW) for each in (first, hers, second)] == [False, True, True]
    entries = [(each.what, each.who) for each in door.journal.newest_entries(2)]
    assert entries == [("sign-out", ""), ("sign-in", "")]
    assert is_editor(door, door.sign_in(NOW, earlier="x" * 43), NOW)


def test_a_clock_set_back_neither_puts_anybody_out_nor_lets_anybody_stay_longer(opened: Opened):
    door = opened(idle_minutes="30", session_hours="2")
    cookie, idle = door.sign_in(NOW + 24 * HOUR), door.sign_in(NOW + 24 * HOUR)
    seen = [is_editor(door, cookie, NOW + step * 20 * MINUTE) for step in range(8)]
    assert seen == [True] * 7 + [False]
    assert is_editor(door, idle, NOW) and not is_editor(door, idle, NOW + 31 * MINUTE)


def test_sessions_that_are_only_asked_for_end_all_the_same(opened: Opened):
    door = opened(idle_minutes="30")
    cookies = {door.sign_in(NOW), door.sign_in(NOW)}
    out = door.sign_in(NOW)
    door.sign_out(out, NOW)
    asked = [door.invalid_cookies({*cookies, out, "x" * 43}, NOW + each * MINUTE) for each in (0, 20, 31)]
    assert asked == [{out, "x" * 43}, {out, "x" * 43}, {*cookies, out, "x" * 43}]


def test_where_the_store_does_not_answer_no_open_connection_ends(opened: Opened, store: Store, tmp_path):
    door = opened()
    cookie = door.sign_in(NOW)
    store.close()
    for path in tmp_path.iterdir():
        path.write_bytes(b"no database " * 1000)
    assert door.invalid_cookies({cookie}, NOW) == frozenset()
