"""Days are read as people write them, day before month, and what is no day is told with the nearest that is one."""

from datetime import date, datetime, time

import pytest

from analysis.intake.cells import Reading
from analysis.intake.cells.days import DayReader
from analysis.intake.issues import Finding

STARTS = DayReader(latest=2031, spans=True)
PUBLISHED = DayReader(latest=2031)
ENDS = DayReader(latest=2031, takes_last=True)

DAYS = {
    "2023-03-12": (
        "12.3.2023; 12.03.2023; 12.3.23; 12. 3. 2023; su 12.3.2023; su. 12.3.2023; Sunnuntaina 12.3.2023; 2023-03-12; "
        "2023-3-12; 2023-03-12T10:00:00; 2023-03-12 00:00:00; 12. maaliskuuta 2023; su 12. maaliskuuta 2023; "
        "12 March 2023; Sunday 12 March 2023; March 12, 2023; 12th of March 2023; den 12 mars 2023; "
        "söndag 12 mars 2023; "
        "12/3/2023; 12-3-2023; 12-Mar-2023; 12.3.2023 klo 9; 12.3.2023 klo 9.00–15.30; 12.3.2023 9:00; 44997; 44997,5; "
        "ma 12.3.2023"
    ),
    "2023-03": (
        "3/2023; 03/2023; 2023-03; maaliskuu 2023; MAALISKUU 2023; maaliskuussa 2023; maaliskuun 2023; maalis 2023; "
        "maalisk. 2023; mars 2023; i mars 2023; March 2023; Mar. 2023; 2023 maaliskuu; Maaliskuu-2023"
    ),
    "2023-05": "toukokuussa 2023; touko 2023; maj 2023; May 2023; in May 2023",
    "2023": "2023; vuonna 2023; år 2023",
}
SPANS = {
    ("2023-03-12", "2023-03-13"): (
        "12.–13.3.2023; 12.-13.3.2023; 12-13.3.2023; 12 – 13.3.2023; 12. — 13.3.2023; 12.3.2023–13.3.2023; "
        "12.3.2023 - 13.3.2023; 12.3.–13.3.2023; su–ma 12.–13.3.2023; su 12.3.–ma 13.3.2023; 12.–13.3.23; "
        "12.–13. maaliskuuta 2023; 12–13 March 2023; March 12–13, 2023; 2023-03-12 – 2023-03-13; "
        "2023-03-12/2023-03-13; "
        "12.–13.3.2023 klo 9"
    ),
    ("2023-11-30", "2023-12-01"): (
        "30.11.–1.12.2023; 30.11-1.12.2023; 30.11.2023–1.12.2023; 30 November – 1 December 2023; "
        "30. marraskuuta – 1. joulukuuta 2023; November 30 – December 1, 2023; 30 november–1 december 2023"
    ),
    ("2023-03", "2023-04"): "3–4/2023; maalis–huhtikuu 2023; March–April 2023; mars–april 2023; 3/2023–4/2023",
    ("2019", "2021"): "2019–2021; 2019 - 2021",
    ("2023-12-30", "2024-01-02"): "30.12.–2.1.2024; 30.12.2023–2.1.2024",
    ("2023-03-13", "2023-03-12"): "13.–12.3.2023",
}
LIKELY = {
    "30.11.2024": "31.11.2024; 31.11.2024 klo 9",
    "28.2.2023": "29.2.2023; 30.2.2023; 2023-02-30; 31.2.2023",
    "25.3.2023": "3/25/2023; 3.25.2023",
    "12.3.2023": (
        "12,3,2023; 12..3.2023; 12.3.2O23; 12.3.2023.; 12.3 2023; 12 3 2023; 2023/3/12; 2023.3.12; 20230312; 12032023; "
        "12.3.2023 (alustava); noin 12.3.2023; alkaen 12.3.2023; 12. maliskuuta 2023"
    ),
    "3/2023": "maliskuu 2023; marsch 2023; 3.2023; 3,2023",
    "2019": "kevät 2019; syksy 2019; noin 2019; 2019?; vko 12/2019; 2019–",
    "30.11.–2.12.2024": "31.11.–2.12.2024",
}


def cases(table: dict) -> list[tuple]:
    return [(text, meaning) for meaning, texts in table.items() for text in texts.split("; ")]


@pytest.mark.parametrize(("text", "day"), cases(DAYS))
def test_a_day_is_read_at_its_precision(text, day):
    assert STARTS.read(text) == Reading(day)


@pytest.mark.parametrize(("text", "span"), cases(SPANS))
def test_a_span_gives_both_ends(text, span):
    assert STARTS.read(text) == Reading(span[0], (), span[1])


@pytest.mark.parametrize(("text", "likely"), cases(LIKELY))
def test_what_is_no_day_is_left_out_with_the_likely_one(text, likely):
    assert STARTS.read(text) == Reading(None, (Finding("bad-date", text),))
    assert STARTS.likely(Finding("bad-date", text)) == likely


@pytest.mark.parametrize(
    "text",
    [
        "12.3.",
        "keväällä",
        "foo",
        "1850",
        "13/2023",
        "0/2023",
        "12.3.2023 ja 14.3.2023",
        "3.2.",
        "19999",
        "80001",
        "x" * 5000,
    ],
)
def test_where_no_day_is_likely_none_is_suggested(text):
    assert STARTS.read(text) == Reading(None, (Finding("bad-date", text),))
    assert STARTS.likely(Finding("bad-date", text)) is None


@pytest.mark.parametrize(
    ("value", "day"),
    [
        (date(2023, 3, 12), "2023-03-12"),
        (datetime(2023, 3, 12, 9, 30), "2023-03-12"),
        (2023, "2023"),
        (2023.0, "2023"),
        (44997, "2023-03-12"),
        (44997.75, "2023-03-12"),
        (20000, "1954-10-03"),
    ],
)
def test_cells_that_are_no_text_are_days(value, day):
    assert STARTS.read(value).value == day


def test_serial_numbers_count_from_the_workbooks_own_year():
    assert DayReader(latest=2031, epoch_1904=True).read(43535) == Reading("2023-03-12")
    assert DayReader(latest=2031, epoch_1904=True).read("43535") == Reading("2023-03-12")


@pytest.mark.parametrize("value", [1899, 2101, 19999, 80001, 3.2023, 2023.5, float("inf"), -5, time(9, 0)])
def test_other_numbers_are_no_days(value):
    assert [finding.code for finding in STARTS.read(value).findings] == ["bad-date"]


@pytest.mark.parametrize("text", ["12.3.1989", "12.3.2032", "12.3.1850", "12.3.85", "1989", "12.3.2030–1.2.2033"])
def test_days_outside_1990_and_five_years_ahead_are_kept_and_asked_about(text):
    read = STARTS.read(text)
    assert read.value is not None
    assert read.findings == (Finding("unlikely-value", text),)


@pytest.mark.parametrize("text", ["1.1.1990", "31.12.2031", "12.3.31", "12.3.90"])
def test_days_within_are_not_asked_about(text):
    assert STARTS.read(text).findings == ()


def test_a_year_in_a_cell_formatted_as_a_day_is_recognised():
    assert STARTS.read(date(1905, 7, 15)) == Reading("1905-07-15", (Finding("unlikely-value", "15.7.1905"),))
    assert STARTS.likely(Finding("unlikely-value", "15.7.1905")) == "2023"
    assert STARTS.likely(Finding("unlikely-value", "12.3.1985")) is None


def test_only_a_column_that_another_one_ends_takes_a_span():
    assert PUBLISHED.read("12.–13.3.2023") == Reading(None, (Finding("bad-date", "12.–13.3.2023"),))
    assert PUBLISHED.likely(Finding("bad-date", "12.–13.3.2023")) == "12.3.2023"
    assert ENDS.likely(Finding("bad-date", "12.–13.3.2023")) == "13.3.2023"
