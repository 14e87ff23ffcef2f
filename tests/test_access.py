from datetime import UTC, datetime, timedelta

from analysis.access import Attempts, Editors, editors
from analysis.settings import read

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
DOOR = Editors("oikea avain", hours=12)


def test_only_the_key_is_admitted():
    assert [DOOR.admits(key) for key in ("oikea avain", "oikea", "", "Oikea avain", "ключ")] == [True] + [False] * 4


def test_a_cookie_holds_for_the_hours_of_the_setting():
    cookie = DOOR.sign_in(NOW)
    later = [timedelta(hours=12), timedelta(hours=12, seconds=1)]
    assert [DOOR.is_editor(cookie, NOW + each) for each in later] == [True, False]


def test_a_cookie_from_the_future_is_void():
    assert not DOOR.is_editor(DOOR.sign_in(NOW + timedelta(hours=1)), NOW)


def test_a_cookie_that_was_not_given_out_here_is_void():
    cookie = DOOR.sign_in(NOW)
    forged = (None, "", "x", cookie[:-1], "a" + cookie, Editors("toinen avain", hours=12).sign_in(NOW))
    assert [DOOR.is_editor(each, NOW) for each in forged] == [False] * len(forged)


def test_a_cookie_outlives_the_process_where_the_key_stays():
    assert Editors("oikea avain", hours=12).is_editor(DOOR.sign_in(NOW), NOW)


def test_signing_out_voids_that_cookie_alone():
    door = Editors("avain", hours=12)
    mine, hers = door.sign_in(NOW), door.sign_in(NOW)
    door.sign_out(mine, NOW)
    assert (door.is_editor(mine, NOW), door.is_editor(hers, NOW)) == (False, True)


def test_signing_out_remembers_no_cookie_that_was_void_anyhow():
    door = Editors("avain", hours=12)
    for each in (None, "", "x" * 4000):
        door.sign_out(each, NOW)
    assert door.left == set()


def test_a_door_shows_its_key_nowhere():
    assert "avain" not in repr(Editors("avain", hours=12))


def test_the_settings_name_the_key_or_one_is_made():
    named = editors(read({"KLUSTERIPULSSI_EDITOR_KEY": "sovittu", "KLUSTERIPULSSI_SESSION_HOURS": "3"}))
    made = [editors(read({})).key for _ in range(2)]
    assert (named.key, named.hours) == ("sovittu", 3)
    assert len(set(made)) == 2 and all(len(key) > 40 for key in made)


def test_after_too_many_wrong_keys_a_sender_waits():
    attempts = Attempts(most=2, seconds=60)
    attempts.note("a", NOW)
    assert attempts.open_to("a", NOW)
    attempts.note("a", NOW + timedelta(seconds=30))
    moments = [timedelta(seconds=59), timedelta(seconds=60)]
    assert [attempts.open_to("a", NOW + each) for each in moments] == [False, True]
    assert attempts.open_to("b", NOW)


def test_wrong_keys_of_ever_new_senders_fill_no_memory():
    attempts = Attempts(senders=3)
    for number in range(5):
        attempts.note(str(number), NOW)
    assert list(attempts.wrong) == ["2", "3", "4"]
