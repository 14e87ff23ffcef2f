"""Places in a recording: as they are written, and as Excel keeps them when they are typed."""

from datetime import datetime, time, timedelta

import pytest

from analysis.intake.cells import Reading
from analysis.intake.cells.clock import ClockReader
from analysis.intake.issues import Finding

CLOCK = ClockReader()


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("12:30", 750),
        ("0:45", 45),
        ("90:15", 5415),
        ("1:02:30", 3750),
        ("00:12:30", 750),
        ("750", 750),
        (750, 750),
        (750.0, 750),
        (0, 0),
        (time(12, 30), 750),
        (time(1, 2, 30), 3750),
        (time(0, 12, 30), 750),
        (12.5 / 24, 750),
        (3750 / 86400, 3750),
        (timedelta(hours=75, minutes=30), 4530),
        (datetime(1900, 1, 3, 3, 30), 4530),
    ],
)
def test_a_place_in_a_recording_is_read_in_seconds(value, seconds):
    assert CLOCK.read(value) == Reading(seconds)


def test_a_time_over_a_day_counts_from_the_workbooks_own_year():
    assert ClockReader(epoch_1904=True).read(datetime(1904, 1, 4, 3, 30)) == Reading(4530)


@pytest.mark.parametrize(
    ("value", "shown", "likely"),
    [
        ("12.30", "12.30", "12:30"),
        ("1.02.30", "1.02.30", "1:02:30"),
        ("12 min 30 s", "12 min 30 s", "12:30"),
        ("1 h 2 min", "1 h 2 min", "1:02:00"),
        ("12:75", "12:75", None),
        ("1:75:00", "1:75:00", None),
        ("-5", "-5", None),
        (-5, "-5", None),
        ("alussa", "alussa", None),
        (1.5, "1,5", None),
        (datetime(2023, 3, 12), "12.3.2023", None),
    ],
)
def test_what_is_no_such_place_is_left_out(value, shown, likely):
    assert CLOCK.read(value) == Reading(None, (Finding("bad-number", shown),))
    assert CLOCK.likely(Finding("bad-number", shown)) == likely
