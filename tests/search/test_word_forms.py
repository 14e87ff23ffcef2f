"""Words are taken back to their lemmas and parts, and what is stored comes back as it was."""

import pytest

from analysis.search.endings import without_ending
from analysis.search.letters import fold, words_of
from analysis.search.word_forms import Forms, from_bytes, look_up, look_up_all, to_bytes
from analysis.search.word_list import WordList


@pytest.mark.parametrize(
    ("word", "whole", "parts"),
    [
        ("seminaareissa", {"seminaari"}, set()),
        ("klustrens", {"kluster"}, set()),
        ("companies", {"company"}, set()),
        ("rahoitusaamuissa", {"rahoitusaamu"}, {"rahoitus", "aamu"}),
        ("johtamiswebinaari", set(), {"johtaminen", "webinaari"}),
        ("ev17", set(), set()),
        ("a" * 5000, set(), set()),
    ],
)
def test_forms_of_a_word(word: str, whole: set[str], parts: set[str]):
    forms = look_up(word)
    assert whole <= set(forms.whole) and parts <= set(forms.parts)
    assert whole or parts or forms == Forms()


def test_a_wrong_lemma_has_the_letters_beside_it():
    assert "tarina" in without_ending("tarinoiden") and "haku" in without_ending("hausta")


def test_words_are_looked_up_once_and_come_back_as_they_were():
    known = {"tapahtumat": Forms(("something-else",))}
    found = look_up_all(["tapahtumat", "klusterin", "2024"], known)
    assert found == {"tapahtumat": Forms(("something-else",)), "klusterin": Forms(("klusteri",))}
    assert from_bytes(to_bytes(found)) == found
    assert from_bytes(b"damaged") == from_bytes(b"") == {}


def test_no_more_words_are_looked_up_when_the_time_is_over():
    assert look_up_all(["klusterin"], seconds=-1) == {}


def test_letters_as_they_are_compared():
    assert fold("Södra ÅÄÖ é ß ø") == "sodra aao e ss o"
    assert words_of("Ruoka-alan\u00a0työpaja 2/2023_x") == ["ruoka", "alan", "työpaja", "2", "2023", "x"]


def test_a_list_of_words_finds_words_parts_and_neighbours():
    words = WordList.of(["aamu", "rahoitus", "rahoitusaamu", "2024", "aamu"])
    assert list(words) == ["2024", "aamu", "rahoitus", "rahoitusaamu"]
    assert words.places(["aamu", "ilta"]).tolist() == [1]
    assert words.containing("aamu").tolist() == [1, 3] and words.containing("\naamu").tolist() == [1]
    assert words.containing("aamu\n").tolist() == [1, 3]
    assert words.near("rahoitsu", 1) == {2: 1} and words.near("2025", 2) == {}
    assert list(WordList.of([])) == [] and WordList.of([]).near("a", 1) == {}
