"""What a plain form sends becomes the address that a link of ours would have had."""

from urllib.parse import parse_qsl

import pytest

from analysis.html_parts.documents.filter_form import joined_query
from analysis.selection import read

YEARS = (2018, 2025)


@pytest.mark.parametrize(
    ("sent", "meant"),
    [
        ("regions=19&regions=17&first_year=2018&last_year=2025", "regions=19,17"),
        ("regions=19&first_year=2020&last_year=2023&lang=sv", "regions=19&years=2020-2023&lang=sv"),
        ("first_year=2020&last_year=2025", "years=2020-2025"),
        ("first_year=2018&last_year=2025&lang=sv&page=2", "page=2&lang=sv"),
        ("first_year=2024&last_year=2021", "years=2021-2024"),
        ("themes=a&themes=b", "themes=a,b"),
        ("first_year=&last_year=2020", "years=2018-2020"),
        ("first_year=x&last_year=2020", ""),
        ("regions=19,18&regions=17&measure=events", "regions=19,18,17&measure=events"),
    ],
)
def test_a_form_means_an_address(sent, meant):
    query = joined_query(parse_qsl(sent, keep_blank_values=True), YEARS)
    assert read(query).suffix().removeprefix("?") == meant


@pytest.mark.parametrize("query", ["", "regions=19,17&years=2020-2023", "lang=sv&lang=fi", "search=a&x=1&x=2"])
def test_an_address_that_no_form_sent_stays(query):
    assert joined_query(parse_qsl(query), YEARS) is None


def test_without_any_year_in_the_data_a_form_has_none():
    assert joined_query([("first_year", ""), ("last_year", ""), ("kinds", "muu")], None) == {"kinds": "muu"}


def test_what_a_form_means_is_final():
    meant = joined_query(parse_qsl("regions=19&regions=17&first_year=2019&last_year=2020"), YEARS)
    assert joined_query(list(meant.items()), YEARS) is None
