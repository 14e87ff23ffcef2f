"""Wrong keys: how many are looked at, and that nobody locks an editor out."""

import pytest

from analysis.access import KeyAttemptLimit, sender_network

NOW = 1000.0
"""Seconds."""


def test_after_too_many_wrong_keys_a_sender_waits():
    attempts = KeyAttemptLimit(most=2, seconds=60)
    attempts.note_wrong_key("a", NOW)
    assert attempts.allows("a", NOW)
    attempts.note_wrong_key("a", NOW + 30)
    moments = [59, 60]
    assert [attempts.allows("a", NOW + each) for each in moments] == [False, True]
    assert attempts.allows("b", NOW)


def test_of_ever_new_senders_only_so_many_are_looked_at():
    attempts = KeyAttemptLimit(most=2, in_all=5, seconds=60)
    for number in range(5):
        attempts.note_wrong_key(str(number), NOW)
    assert not attempts.allows("new", NOW)
    assert attempts.allows("new", NOW + 60)


def test_a_browser_that_once_came_in_is_locked_out_by_nobody_else():
    attempts = KeyAttemptLimit(most=2, in_all=5, seconds=60)
    for number in range(9):
        attempts.note_wrong_key(str(number % 3), NOW)
    assert attempts.allows("session hers", NOW, holder="editor")


def test_a_browser_that_once_came_in_has_no_more_attempts_than_others():
    attempts = KeyAttemptLimit(most=2, in_all=5, seconds=60)
    assert [attempts.note_wrong_key("session hers", NOW, holder="editor") for _ in range(2)] == [1, 2]
    assert not attempts.allows("session hers", NOW, holder="editor")
    assert attempts.allows("a", NOW)


def test_a_holder_of_one_key_has_no_more_attempts_by_signing_in_again_and_again():
    attempts = KeyAttemptLimit(most=2, in_all=5, seconds=60)
    for number in range(5):
        assert attempts.allows(f"session {number}", NOW, holder="reader")
        attempts.note_wrong_key(f"session {number}", NOW, holder="reader")
    assert not attempts.allows("session 6", NOW, holder="reader")
    assert [attempts.allows("session 7", NOW + 1, holder=each) for each in ("", "editor", "editor Kainuu")] == [
        True
    ] * 3


def test_wrong_keys_of_ever_new_senders_fill_no_memory():
    attempts = KeyAttemptLimit(senders=3)
    for number in range(1000):
        attempts.note_wrong_key(str(number), NOW + 60 * number)
    assert list(attempts.wrong) == ["997", "998", "999"] and len(attempts.of_all[""]) == 1


@pytest.mark.parametrize(
    ("address", "counted"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:aaaa::1", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:bbbb::9", "2001:db8:1:2::/64"),
        ("", ""),
        ("unix:", "unix:"),
    ],
)
def test_of_ipv6_a_whole_network_is_one_sender(address, counted):
    assert sender_network(address) == counted
