"""Where the data holds nothing, no list says of it that nothing is missing, empty or apart."""

import pytest

from analysis.schema import LANGUAGES, TABLES, Language, all_tables
from analysis.sections import cooperation, first_steps, gaps, quality
from analysis.selection import Selection
from analysis.words import translator
from tests.sections.rows import listing

SECTIONS = {
    "gaps": (gaps, ("empty", "missing")),
    "cooperation": (cooperation, ("never", "organisers")),
    "quality": (quality, ("missing",)),
    "first steps": (first_steps, ("path",)),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SECTIONS)
def test_a_list_says_that_there_is_no_data_yet(name: str, language: Language):
    make, lists = SECTIONS[name]
    words = translator(language)
    section = make(all_tables({}, TABLES), Selection(), words, "2026-12-01")
    for key in lists:
        shown = listing(section, key)
        assert (shown.items, shown.empty) == ((), words("sections.bare_yet")), key
