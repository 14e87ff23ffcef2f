"""Pages pause where it lets the browser draw sooner, and not at all if a measurement switches the pause off."""

import pytest

from pages.parts.core import pauses
from pages.parts.core.pauses import PAUSES


@pytest.mark.parametrize("seconds", [PAUSES["pictures"], 0])
def test_a_page_waits_for_its_pictures_unless_a_measurement_switches_that_off(monkeypatch, seconds: float):
    sleeps: list[float] = []
    monkeypatch.setattr(pauses.time, "sleep", sleeps.append)
    monkeypatch.setitem(PAUSES, "pictures", seconds)
    pauses.for_pictures()
    assert sleeps == [seconds]
