"""Every text is whole with 0, 1, 2 and 5 of each thing: nothing unfilled, no stray space, no wrong plural."""

import re
from collections.abc import Iterable

import pytest

from analysis.schema import LANGUAGES, Language
from tests.composed_texts import SIZES, catalogue_texts, section_texts, selections

UNFILLED = re.compile(r"[{}]|%\(|\bNone\b(?! of|:)|\bnan\b|<NA>")
SPACES = re.compile(r"  | [,.;:!?](?:\s|$)|,,|\.\.(?!\.)|\(\)|: *\.$|^\s|\s$")
NOT_SENTENCES = ("workbook.", "command.", "items.mistake_body", "owner.task.numbers")
"""Examples of cells, usage of commands, the body of a mail, and the text that tells how to write ``{events}``."""
ONE = {
    "fi": r"tapahtumaa|tarinaa|materiaalia|klusteria|maakuntaa(?! kohti)|teemaa|riviä|päivää|sisältöä|kertaa|vuotta",
    "sv": r"berättelser|poster|rader|dagar|tillfällen|teman|månader|versioner",
    "en": r"events|stories|materials|clusters|regions|themes|rows|days|items|occasions|participants|years|months",
}
"""The plural (in Finnish the partitive) that no 1 stands before."""

ANOTHER_WORD = {
    "fi": r"pikkukuv|[Kk]ysytty viimeksi|\b[Hh]uomautus historiaan",
    "sv": r"[Ll]adda ner\b|medelvärde|\bredigerare\b(?<!Avancerad redigerare)|framflytta|på nätet",
    "en": r"\b[Mm]end\b|[Uu]pkeep|cluster activity|\d\u00a0\d{3}",
}
"""Words for what has another word everywhere else, and numbers as other languages write them."""


def faults(language: Language, texts: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Places and texts with a value not filled in, doubled or stray spaces, a wrong plural after 1, or a word that
    has another in its place."""
    plural = re.compile(rf"(?<![\d\u00a0–,.])(?<!/ )\b1 (?:{ONE[language]})\b")
    return [
        (place, text)
        for place, text in texts
        if UNFILLED.search(text)
        or SPACES.search(text)
        or plural.search(text.replace("\u00a0", " "))
        or re.search(ANOTHER_WORD[language], text)
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_text_of_the_catalogues_is_whole_in_each_plural_form(language: Language):
    ours = [(key, text) for key, text in catalogue_texts(language) if not key.startswith(NOT_SENTENCES)]
    assert len(ours) > 1000
    assert faults(language, ours) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
def test_each_sentence_of_the_sections_is_whole_for_few_rows(language: Language, size: int):
    texts = list(section_texts(language, size, selections()[0]))
    assert len(texts) > 100
    assert faults(language, texts) == []


@pytest.mark.full
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_sentence_of_the_sections_is_whole_for_each_region_theme_and_type(language: Language):
    for size in SIZES:
        for selection in selections():
            assert faults(language, section_texts(language, size, selection)) == []


def test_a_faulty_text_is_found():
    texts = [
        "1 tapahtumaa",
        "Eniten: {names}.",
        "Kainuu  ja Lappi",
        "Eniten , 2",
        "11 tapahtumaa",
        "1 tapahtuma",
        "2,1 riviä",
    ]
    assert [text for _, text in faults("fi", (("", text) for text in texts))] == texts[:4]
