import pytest

from analysis.sections.context.owner_texts import OwnerText, owner_text, sample_notice
from analysis.words import translator
from tests.measures.table_rows import tables

ABOUT = tables(
    about=[
        {"key": "publisher", "value_fi": "Liitto", "value_en": "Council"},
        {"key": "title", "value_fi": "Klusteripulssi"},
    ]
)


@pytest.mark.parametrize(
    ("language", "key", "told"),
    [
        ("fi", "publisher", OwnerText("Liitto")),
        ("en", "publisher", OwnerText("Council")),
        ("sv", "publisher", OwnerText("Liitto", "fi")),
        ("fi", "contact", OwnerText()),
    ],
)
def test_the_owners_words_are_told_in_the_readers_language_or_in_finnish(language, key, told):
    assert owner_text(ABOUT, key, translator(language)) == told
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
    assert sample_notice(tables(about=[{"key": "title", "value_fi": title}]), translator("fi")) == told


def test_data_that_says_nothing_of_itself_is_no_sample():
    assert sample_notice(tables(), translator("fi")) == ""
