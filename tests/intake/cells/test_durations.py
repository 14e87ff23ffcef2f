"""Lengths of time as minutes: numbers, times of day, units, ISO; what is none is left out."""

import io
from datetime import date, datetime, time, timedelta

import openpyxl
import pytest

from analysis.intake.cells import Reading
from analysis.intake.cells.durations import DurationReader
from tests.intake.checking import check, flat, values
from tests.making import csv, saved

READER = DurationReader(likely_most=1440)


@pytest.mark.parametrize(
    ("value", "minutes"),
    [
        *((45, 45), (90.0, 90), ("45", 45), ("45,0", 45), (0, 0)),
        *(
            (time(0, 45), 45),
            (time(1, 30), 90),
            (time(0, 0), 0),
            (timedelta(minutes=50), 50),
            (timedelta(hours=24), 1440),
        ),
        *(
            (text, 90)
            for text in ("1 h 30 min", "1h30min", "1h30", "1 h 30", "1 t 30 min", "1 H 30 MIN", "1,5 h", "1.5 h")
        ),
        *((text, 90) for text in ("1 tunti 30 minuuttia", "1 tunti ja 30 minuuttia", "1 timme 30 minuter")),
        *((text, 90) for text in ("1 hour and 30 minutes", "90 min", "90 min.", "90min", "1:30", "01:30", "1:30:00")),
        *((text, 90) for text in ("PT1H30M", "PT90M", "pt1h30m", "PT1H30M0S", "PT1.5H", "P0DT1H30M", "PT5400S")),
        *((text, 45) for text in ("45 min", "45 minuuttia", "45 minutes", "45 minuter", "0:45", "PT45M")),
        *(
            ("2 tuntia", 120),
            ("1 tunti", 60),
            ("2 h", 120),
            ("12:30", 750),
            ("24:00", 1440),
            ("12:45:00 AM", 45),
            ("01:30:00 AM", 90),
            ("1:30 pm", 810),
        ),
    ],
)
def test_a_length_is_taken_in_minutes(value, minutes):
    assert READER.read(value) == Reading(minutes)


@pytest.mark.parametrize(
    ("value", "minutes"),
    [
        *(("noin 45 min", 45), ("n. 1 h 30 min", 90), ("~1:30", 90), ("45 min noin", 45), ("yli 2 tuntia", 120)),
        *((time(1, 2, 30), 63), ("1:02:29", 62), (timedelta(minutes=5, seconds=10), 5), ("noin 50", 50), ("50+", 50)),
    ],
)
def test_an_approximate_length_is_taken_and_told(value, minutes):
    reading = READER.read(value)
    (finding,) = reading.findings
    assert (reading.value, finding.code) == (minutes, "approximate-value")
    assert (finding.suggestion or READER.likely(finding)) == str(minutes)


@pytest.mark.parametrize(
    ("value", "minutes", "suggestion"),
    [
        (timedelta(hours=26), 1560, None),
        (datetime(1900, 1, 1, 2, 0), 1560, None),
        ("26:00", 1560, None),
        ("P1DT2H", 1560, None),
        (1441, 1441, None),
        (timedelta(days=45), 64800, "45"),
    ],
)
def test_a_length_of_over_a_day_is_asked_about(value, minutes, suggestion):
    reading = READER.read(value)
    assert reading.value == minutes
    assert [(each.code, each.suggestion) for each in reading.findings] == [("unlikely-value", suggestion)]


@pytest.mark.parametrize(
    ("value", "likely"),
    [
        *((date(1900, 2, 14), "45"), (date(2023, 3, 12), "44997"), (datetime(2023, 3, 12, 9), None)),
        *(
            (timedelta(minutes=-5), None),
            (-5, "5"),
            (0.5, None),
            ("1,5", None),
            ("1.30", None),
            ("1:75", None),
            ("13:30 PM", None),
        ),
        *(("2 päivää", None), ("viikko 2", None), ("45-60 min", None), ("2 x 45 min", None), ("P", None), ("PT", None)),
        *(
            ("h", None),
            ("min", None),
            ("pitkä", None),
            ("45 min keskustelu", "45"),
            ("1" * 5000, None),
            ("1:" * 5000, None),
        ),
    ],
)
def test_what_is_no_length_is_left_out_with_the_likely_one(value, likely):
    reading = READER.read(value)
    assert [each.code for each in reading.findings] == ["bad-number"]
    assert reading.value is None
    assert (reading.findings[0].suggestion or READER.likely(reading.findings[0])) == likely


HEADERS = ["Tunnus", "Otsikko", "Laji", "Kesto (min)"]
CELLS = [time(0, 45), time(1, 30), timedelta(minutes=50), "1 h 30 min", "45 min", "PT1H30M", "1:30", 35]
MINUTES = [45, 90, 50, 90, 45, 90, 90, 35]


def test_lengths_are_read_in_a_workbook_and_in_csv():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Aineistot"
    for row in [HEADERS, *([f"a{n}", f"Tallenne {n}", "tallenne", cell] for n, cell in enumerate(CELLS))]:
        sheet.append(row)
    in_book = check(("aineistot.xlsx", saved(book)))
    assert (flat(in_book), values(in_book, "duration_min", "materials")) == ([], MINUTES)
    texts = [[f"a{n}", f"Tallenne {n}", "tallenne", cell] for n, cell in enumerate(CELLS) if isinstance(cell, str)]
    in_text = check(("aineistot.csv", csv([HEADERS, *texts])))
    assert (flat(in_text), values(in_text, "duration_min", "materials")) == ([], [90, 45, 90, 90])


def test_the_files_own_writer_and_reader_agree_on_a_time_of_seven_seconds():
    file = io.BytesIO()
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Aineistot"
    sheet.append(HEADERS)
    sheet.append(["a1", "Tallenne", "tallenne", time(0, 45, 7)])
    book.save(file)
    checked = check(("aineistot.xlsx", file.getvalue()))
    assert [(i.code, i.severity, i.suggestion) for i in checked.issues] == [("approximate-value", "info", "45")]
    assert values(checked, "duration_min", "materials") == [45]
