import pytest

from analysis.words import translator
from analysis.words.months import month, weekdays


@pytest.mark.parametrize(
    ("language", "name", "days"),
    [
        ("fi", "toukokuu 2024", ["ma", "ti", "ke", "to", "pe", "la", "su"]),
        ("sv", "maj 2024", ["mån", "tis", "ons", "tors", "fre", "lör", "sön"]),
        ("en", "May 2024", ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]),
    ],
)
def test_months_and_days_are_called_as_they_stand_alone_from_monday_on(language, name, days):
    assert month("2024-05", translator(language)) == name
    assert [short for short, _ in weekdays(translator(language))] == days


def test_the_days_are_named_in_full_too():
    assert weekdays(translator("fi"))[0] == ("ma", "maanantai")
