import pytest

from analysis.sections.said import Said, notice, said
from analysis.words import words
from tests.measures.rows import tables

ABOUT = tables(
    about=[
        {"key": "publisher", "value_fi": "Liitto", "value_en": "Council"},
        {"key": "title", "value_fi": "Klusteripulssi"},
    ]
)


@pytest.mark.parametrize(
    ("language", "key", "told"),
    [
        ("fi", "publisher", Said("Liitto")),
        ("en", "publisher", Said("Council")),
        ("sv", "publisher", Said("Liitto", "fi")),
        ("fi", "contact", Said()),
    ],
)
def test_the_owners_words_are_told_in_the_readers_language_or_in_finnish(language, key, told):
    assert said(ABOUT, key, words(language)) == told
    assert bool(told) == (key == "publisher")


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Esimerkkiaineisto: kaikki on keksittyä", "Tämä on esimerkkiaineisto: nimet ja luvut ovat keksittyjä."),
        ("Klusteripulssi", ""),
        (None, ""),
    ],
)
def test_sample_data_says_that_it_is_a_sample(title, told):
    assert notice(tables(about=[{"key": "title", "value_fi": title}]), words("fi")) == told


def test_data_that_says_nothing_of_itself_is_no_sample():
    assert notice(tables(), words("fi")) == ""
