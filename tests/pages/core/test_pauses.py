"""Pages pause where it lets the browser draw sooner, and not at all if a measurement switches a pause off."""

import pytest

from pages.parts.core import pauses
from pages.parts.core.pauses import PAUSES


@pytest.fixture
def sleeps(monkeypatch) -> list[float]:
    """The pauses that were made, in seconds."""
    seconds: list[float] = []
    monkeypatch.setattr(pauses.time, "sleep", seconds.append)
    monkeypatch.setattr(pauses.st, "session_state", {})
    return seconds


def test_only_the_first_page_of_a_visit_waits_at_its_end(sleeps):
    for _ in range(3):
        pauses.for_first_page()
        pauses.for_pictures()
    assert sleeps == [PAUSES["first_page"], *[PAUSES["pictures"]] * 3]


@pytest.mark.parametrize("name", PAUSES)
def test_a_measurement_switches_one_pause_off(sleeps, monkeypatch, name: str):
    others = [seconds for each, seconds in PAUSES.items() if each != name]
    monkeypatch.setitem(PAUSES, name, 0)
    pauses.for_pictures()
    pauses.for_first_page()
    assert sorted(sleeps) == [0, *others]
