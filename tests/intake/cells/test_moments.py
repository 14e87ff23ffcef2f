"""ISO moments: with an offset their day is Helsinki's, without one the day as it is written."""

import pytest

from analysis.intake.cells import Reading
from analysis.intake.cells.days import DayReader
from analysis.intake.cells.moments import with_local_days
from tests.intake.checking import check, check_sheets, event, flat, values
from tests.making import csv, ods

READER = DayReader(latest=2031, spans=True)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-03-11T22:00:00Z", "2024-03-12"),
        ("2024-03-11T21:59:59Z", "2024-03-11"),
        ("2024-07-11T21:00:00Z", "2024-07-12"),
        ("2024-07-11T20:59Z", "2024-07-11"),
        ("2024-03-11T22:00:00.0000000Z", "2024-03-12"),
        ("2024-03-11T22:00:00,5Z", "2024-03-12"),
        ("2024-03-11T22:00:00+00:00", "2024-03-12"),
        ("2024-03-12T00:00:00+02:00", "2024-03-12"),
        ("2024-03-12T00:30:00+0300", "2024-03-11"),
        ("2024-03-12T00:00:00+02", "2024-03-12"),
        ("2024-03-11T23:30:00-05:00", "2024-03-12"),
        ("2024-03-11T23:30:00\N{MINUS SIGN}05:00", "2024-03-12"),
        ("2024-03-11 22:00:00Z", "2024-03-12"),
        ("2024-03-11 22:00:00+00:00", "2024-03-12"),
        ("2024-03-11 22:00:00 UTC", "2024-03-12"),
        ("2024-03-11t22:00:00z", "2024-03-12"),
        ("20240311T220000Z", "2024-03-12"),
        ("2024-03-11T22:00Z[UTC]", "2024-03-12"),
        ("2024-03-11T24:00:00Z", "2024-03-12"),
        ("2023-12-31T22:00:00Z", "2024-01-01"),
    ],
)
def test_a_moment_is_on_its_day_in_helsinki(text, day):
    assert READER.read(text) == Reading(day)


@pytest.mark.parametrize(
    "text",
    [
        *("2024-03-11T22:00:00", "2024-03-11T22:00", "2024-03-11 22:00", "2024-03-11 22:00:00.000", "2024-03-11T22"),
        *("2024-03-11 10:00-12:00", "2024-03-11 20:00 – 22:00", "2024-03-11", "11.3.2024 klo 22", "11.3.2024 22:00"),
    ],
)
def test_a_time_without_an_offset_leaves_the_day_as_it_is_written(text):
    assert READER.read(text) == Reading("2024-03-11")


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2024-03-11T22:00:00Z/2024-03-13T21:59:59Z", "2024-03-12", "2024-03-13"),
        ("2024-03-11T22:00:00Z - 2024-03-13T22:00:00Z", "2024-03-12", "2024-03-14"),
        ("2024-03-11T22:00:00Z–2024-03-13T22:00:00Z", "2024-03-12", "2024-03-14"),
        ("2024-03-11T09:00/2024-03-12T16:00", "2024-03-11", "2024-03-12"),
    ],
)
def test_both_ends_of_a_span_are_moments(text, start, end):
    assert READER.read(text) == Reading(start, end=end)


@pytest.mark.parametrize(
    "text", ["2024-13-11T22:00:00Z", "2024-03-11T25:99:00Z", "9999-12-31T23:00:00Z", "0001-01-01T00:00:00Z", "T22:00Z"]
)
def test_a_moment_that_does_not_exist_is_no_day(text):
    assert [each.code for each in READER.read(text).findings] == ["bad-date"]


def test_a_long_text_of_moments_is_read_in_short_time():
    text = "2024-03-11t22:00:00" * 20_000
    assert len(with_local_days(text)) <= len(text)


MOMENTS = [event("1", Alkaa="2024-03-11T22:00:00Z", Päättyy="2024-03-12T22:00:00+00:00")]


@pytest.mark.parametrize(
    "checked",
    [
        check_sheets(Tapahtumat=MOMENTS),
        check(("tapahtumat.csv", csv(MOMENTS))),
        check(("toiminta.ods", ods(Tapahtumat=MOMENTS))),
    ],
    ids=["xlsx", "csv", "ods"],
)
def test_moments_are_read_in_every_format(checked):
    assert flat(checked) == []
    assert (values(checked, "starts"), values(checked, "ends")) == (["2024-03-12"], ["2024-03-13"])
