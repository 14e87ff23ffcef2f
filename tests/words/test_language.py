import pytest

from analysis.words import translator
from analysis.words.language import clock

NB = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("language", "value", "decimals", "expected_text"),
    [
        ("fi", 1234.5, 1, f"1{NB}234,5"),
        ("sv", 1234.5, 1, f"1{NB}234,5"),
        ("en", 1234.5, 1, "1,234.5"),
        ("fi", -5, 0, "−5"),
        ("fi", 999, 0, "999"),
    ],
)
def test_numbers_are_written_as_their_readers_write_them(language, value, decimals, expected_text):
    assert translator(language).number(value, decimals) == expected_text


def test_a_difference_has_its_sign():
    assert [translator("fi").change(value) for value in (3, -5, 0)] == ["+3", "−5", "±0"]


@pytest.mark.parametrize(
    ("iso", "fi", "en"),
    [("2023-06-24", "24.6.2023", "24 June 2023"), ("2023-06", "6/2023", "June 2023"), ("2023", "2023", "2023")],
)
def test_a_day_is_written_at_the_precision_known(iso, fi, en):
    assert (translator("fi").day(iso), translator("en").day(iso)) == (fi, en)


@pytest.mark.parametrize(
    ("starts", "ends", "fi", "en"),
    [
        ("2023-01-02", "2023-01-15", "2.–15.1.2023", "2–15 January 2023"),
        ("2023-01-30", "2023-02-02", "30.1.–2.2.2023", "30 January – 2 February 2023"),
        ("2022-12-30", "2023-01-02", "30.12.2022–2.1.2023", "30 December 2022 – 2 January 2023"),
        ("2023-01-02", None, "2.1.2023", "2 January 2023"),
        ("2023-01-02", "2023-01-02", "2.1.2023", "2 January 2023"),
        ("2020", "2021", "2020–2021", "2020–2021"),
        ("2020-05", "2021-06", "5/2020–6/2021", "May 2020 – June 2021"),
    ],
)
def test_a_span_of_days_says_nothing_twice(starts, ends, fi, en):
    assert (translator("fi").days(starts, ends), translator("en").days(starts, ends)) == (fi, en)


@pytest.mark.parametrize(("seconds", "text"), [(0, "0:00"), (750, "12:30"), (3600, "1:00:00"), (4530, "1:15:30")])
def test_a_place_in_a_recording_has_hours_from_the_first_full_one_on(seconds: int, text: str):
    assert clock(seconds) == text


def test_a_list_is_joined_as_it_is_spoken():
    assert [translator(code).listing(["a", "b", "c"]) for code in ("fi", "en", "sv")] == [
        "a, b ja c",
        "a, b and c",
        "a, b och c",
    ]
    assert translator("fi").listing([]) == ""


def test_a_key_that_no_catalogue_has_is_an_error_of_the_program():
    with pytest.raises(KeyError, match=r"no\.such\.key"):
        translator("fi")("no.such.key")


@pytest.mark.parametrize(
    ("language", "name", "days"),
    [
        ("fi", "toukokuu 2024", ["ma", "ti", "ke", "to", "pe", "la", "su"]),
        ("sv", "maj 2024", ["mån", "tis", "ons", "tors", "fre", "lör", "sön"]),
        ("en", "May 2024", ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]),
    ],
)
def test_months_and_days_are_called_as_they_stand_alone_from_monday_on(language, name, days):
    assert translator(language).month("2024-05") == name
    assert [short for short, _ in translator(language).weekdays()] == days


def test_the_days_are_named_in_full_too():
    assert translator("fi").weekdays()[0] == ("ma", "maanantai")
