"""The glossary has every term of the catalogue once, in three languages, with its definition and sources."""

import pytest
from babel.messages.pofile import read_po

from analysis.schema import LANGUAGES
from analysis.words.glossary import GROUPS, SOURCES, glossary
from analysis.words.language import FOLDER


def test_every_term_of_the_catalogue_is_in_one_group():
    with (FOLDER / "fi" / "glossary.po").open("rb") as file:
        messages = [str(each.id) for each in read_po(file) if each.id]
    in_catalogue = sorted(each.split(".")[1] for each in messages if each.endswith(".term"))
    in_groups = sorted(key for keys in GROUPS.values() for key in keys)
    assert in_groups == in_catalogue
    assert set(SOURCES) <= set(in_groups)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_term_has_three_names_and_a_sentence(language: str):
    for term in glossary(language):
        assert all(term.names) and term.definition.endswith("."), term.key
        assert all(each.link.startswith("https://") and each.read for each in term.sources)


def test_terms_are_those_of_the_field():
    terms = {each.key: each.names for each in glossary("sv")}
    assert terms["regional_council"] == ("maakunnan liitto", "regional council", "landskapsförbund")
    assert terms["internationalisation"].en == "internationalisation"
    assert next(each for each in glossary("sv") if each.key == "rdi").definition.startswith("Forsknings-")
