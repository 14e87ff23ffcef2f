"""Whole numbers and years: what is taken, what is taken and told, and what is left out with the likely number."""

from datetime import date

import pytest

from analysis.intake.cells import Reading
from analysis.intake.cells.numbers import WholeReader, YearReader
from analysis.intake.issues import Finding

PARTICIPANTS = WholeReader(least=0, likely_most=5000)
OCCASIONS = WholeReader(least=1)
FOUNDED = YearReader(earliest=1850, latest=2026)


@pytest.mark.parametrize(
    ("value", "number"),
    [
        ("50", 50),
        ("0", 0),
        ("1 234", 1234),
        ("1 234 567", 1234567),
        ("12,0", 12),
        ("12.0", 12),
        (50, 50),
        (50.0, 50),
        (3.0000000000000004, 3),
        (0, 0),
    ],
)
def test_a_number_is_taken(value, number):
    assert WholeReader().read(value) == Reading(number)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        *(
            (text, 50)
            for text in ("noin 50", "n. 50", "n.50", "N. 50", "~50", "50+", "≈ 50", "ca. 50", "ca 50", "c. 50")
        ),
        *((text, 50) for text in ("about 50", "approx. 50", "ungefär 50", "50 (arvio)", "vähintään 50", "lähes 50")),
        *((text, 100) for text in ("yli 100", "över 100", "more than 100", "> 100", "100 +")),
        ("noin 1 200", 1200),
    ],
)
def test_an_approximate_number_is_taken_and_told(text, number):
    assert PARTICIPANTS.read(text) == Reading(number, (Finding("approximate-value", text),))
    assert PARTICIPANTS.likely(Finding("approximate-value", text)) == str(number)


@pytest.mark.parametrize(
    ("value", "shown", "likely"),
    [
        ("-5", "-5", "5"),
        (-3, "-3", "3"),
        (12.5, "12,5", None),
        ("12,5", "12,5", None),
        ("1.234", "1.234", "1234"),
        ("1,234,567", "1,234,567", "1234567"),
        ("25 hlö", "25 hlö", "25"),
        ("osallistujia 25", "osallistujia 25", "25"),
        ("noin 50 hlö", "noin 50 hlö", "50"),
        ("1O0", "1O0", "100"),
        ("45 + 30", "45 + 30", "75"),
        ("20–30", "20–30", None),
        ("12 34", "12 34", None),
        ("paljon", "paljon", None),
        ("TOSI", "TOSI", None),
        (1e15, "1000000000000000", None),
        (float("inf"), "inf", None),
        ("99999999999999999999", "99999999999999999999", None),
        ("1" * 5000, "1" * 5000, None),
    ],
)
def test_what_is_no_whole_number_is_left_out_with_the_likely_one(value, shown, likely):
    assert PARTICIPANTS.read(value) == Reading(None, (Finding("bad-number", shown),))
    assert PARTICIPANTS.likely(Finding("bad-number", shown)) == likely


def test_a_number_below_the_least_is_left_out():
    assert OCCASIONS.read(0) == Reading(None, (Finding("bad-number", "0"),))
    assert OCCASIONS.likely(Finding("bad-number", "0")) is None


def test_an_unlikely_number_is_kept():
    assert PARTICIPANTS.read(5000) == Reading(5000)
    assert PARTICIPANTS.read(5001) == Reading(5001, (Finding("unlikely-value", "5001"),))
    assert PARTICIPANTS.read("yli 6 000") == Reading(
        6000, (Finding("approximate-value", "yli 6 000"), Finding("unlikely-value", "yli 6 000"))
    )


@pytest.mark.parametrize(
    ("value", "reading"),
    [
        (2015, Reading(2015)),
        ("2015", Reading(2015)),
        (2015.0, Reading(2015)),
        (1850, Reading(1850)),
        (1849, Reading(1849, (Finding("unlikely-value", "1849"),))),
        (2027, Reading(2027, (Finding("unlikely-value", "2027"),))),
        ("noin 2015", Reading(2015, (Finding("approximate-value", "noin 2015"),))),
        (201, Reading(None, (Finding("bad-number", "201"),))),
        (20155, Reading(None, (Finding("bad-number", "20155"),))),
        (date(2015, 3, 1), Reading(None, (Finding("bad-number", "1.3.2015"),))),
    ],
)
def test_years_have_four_digits(value, reading):
    assert FOUNDED.read(value) == reading


@pytest.mark.parametrize(
    ("text", "likely"),
    [("v. 2015", "2015"), ("1.3.2015", "2015"), ("15", "2015"), ("’15", "2015"), ("27", None), ("2015–2016", None)],
)
def test_the_only_year_in_a_text_is_likely(text, likely):
    assert FOUNDED.likely(Finding("bad-number", text)) == likely
