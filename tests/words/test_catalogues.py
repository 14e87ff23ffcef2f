"""Catalogues are complete: each language has each key, no text is empty, and the same values are put in."""

import re
from itertools import chain

import pytest
from babel.messages.pofile import read_po

from analysis.schema import LANGUAGES
from analysis.words.language import FOLDER

VALUE = re.compile(r"{(\w+)[^}]*}")
AREAS = sorted(path.name for path in (FOLDER / "fi").glob("*.po"))


def texts(language: str, area: str) -> dict[str, tuple[str, ...]]:
    """The forms of each text of one catalogue file, by key."""
    result: dict[str, tuple[str, ...]] = {}
    with (FOLDER / language / area).open("rb") as file:
        messages = read_po(file, locale=language)
    for message in messages:
        if message.id:
            plural = isinstance(message.id, tuple)
            result[message.id[0] if plural else message.id] = tuple(message.string) if plural else (message.string,)
    return result


@pytest.mark.parametrize("area", AREAS)
def test_every_language_has_every_text(area: str):
    keys = {language: {(key, len(forms)) for key, forms in texts(language, area).items()} for language in LANGUAGES}
    assert keys["fi"] == keys["en"] == keys["sv"]


@pytest.mark.parametrize("area", AREAS)
def test_no_text_is_empty_and_every_value_occurs_in_every_language(area: str):
    by_language = {language: texts(language, area) for language in LANGUAGES}
    for key, forms in by_language["fi"].items():
        expected = set(VALUE.findall(forms[-1]))
        for language in LANGUAGES:
            assert all(by_language[language][key]), (language, key)
            assert set(VALUE.findall(by_language[language][key][-1])) == expected, (language, key)


def test_no_key_stands_in_two_catalogues():
    keys = list(chain.from_iterable(texts("fi", area) for area in AREAS))
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_the_same_catalogues(language: str):
    assert sorted(path.name for path in (FOLDER / language).glob("*.po")) == AREAS
