"""Pages pause where it lets the browser draw sooner, and not at all if a measurement switches it off."""

import pytest

from pages.parts.core import pauses
from pages.parts.core.pauses import NO_PAUSES, PAUSES, Pauses


@pytest.fixture
def slept(monkeypatch) -> list[float]:
    """The pauses that were made."""
    made: list[float] = []
    monkeypatch.setattr(pauses.time, "sleep", made.append)
    monkeypatch.setattr(pauses.st, "session_state", {})
    return made


def test_only_the_first_page_of_a_visit_waits_at_its_end(slept):
    for _ in range(3):
        pauses.for_first_page()
        pauses.for_pictures()
    assert slept == [PAUSES.first_page, *[PAUSES.pictures] * 3]


@pytest.mark.parametrize("wanted", [NO_PAUSES, Pauses(0.5, 0.5)])
def test_a_measurement_chooses_the_pauses(slept, monkeypatch, wanted):
    pauses.for_pictures(wanted)
    monkeypatch.setattr(pauses, "PAUSES", wanted)
    pauses.for_first_page()
    assert slept == [wanted.pictures, wanted.first_page]
