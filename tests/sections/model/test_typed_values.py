"""Values stay typed until they are formatted: text that looks like a number or a day stays text."""

import pytest

from analysis.schema import LANGUAGES
from analysis.sections import Section
from analysis.sections.metrics.metrics import metrics_table
from analysis.sections.model.model import Metric
from analysis.sections.model.typed_values import Days, Position, Value, YearValue, format_value, iso_value
from analysis.words import translator
from tests.sections.rows import listing, shown

NB = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("value", "fi", "en", "iso"),
    [
        ("24.12", "24.12", "24.12", "24.12"),
        ("2024", "2024", "2024", "2024"),
        (1200, f"1{NB}200", "1,200", "1200"),
        (-3, "−3", "−3", "-3"),
        (12.5, "12,5", "12.5", "12.5"),
        (YearValue(2024), "2024", "2024", "2024"),
        (Position(2), "2.", "2.", "2"),
        (Days("2024"), "2024", "2024", "2024"),
        (Days("2024-05"), "5/2024", "May 2024", "2024-05"),
        (Days("2024-05-31", "2024-06-02"), "31.5.–2.6.2024", "31 May – 2 June 2024", "2024-05-31/2024-06-02"),
        (Days(None), "–", "–", ""),
    ],
)
def test_a_value_is_formatted_by_its_type(value: Value, fi: str, en: str, iso: str):
    assert (format_value(value, translator("fi")), format_value(value, translator("en")), iso_value(value)) == (
        fi,
        en,
        iso,
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_unknown_value_is_said_to_be_unknown(language):
    assert format_value(None, translator(language)) == translator(language)("sections.unknown")


def test_the_table_of_numbers_holds_the_numbers_themselves():
    numbers = tuple(Metric(f"n{at}", f"N{at}", value) for at, value in enumerate((-3, 0, 1_234_567, None)))
    table = metrics_table(Section("s", "S", metrics=numbers), translator("fi")).table
    assert table["value"].astype("object").where(table["value"].notna(), None).tolist() == [-3, 0, 1_234_567, None]


def test_items_carry_their_days_as_they_are_in_the_table():
    section = shown()
    assert [each.when for each in listing(section, "latest").items] == [
        Days("2023-05-01"),
        Days("2023-03"),
        Days("2023"),
        Days("2022-05-01"),
    ]
    assert [each.when for each in listing(section, "upcoming").items] == [Days("2024-08-01", "2024-08-02")]
    assert [each.when for each in listing(section, "freshness").items] == [
        Days("2023-03"),
        Days("2023-05-01"),
        Days(None),
    ]
