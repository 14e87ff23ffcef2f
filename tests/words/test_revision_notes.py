"""Changes in words without what is nought; notes of the program in the reader's language."""

import pytest

from analysis.schema import LANGUAGES
from analysis.words import translator
from analysis.words.revision_notes import OWN_NOTES, change_lines, note_text

VALUES = {"revision": "12", "files": "toiminta (1).xlsx, Kainuu.csv"}


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("fi", ["Tapahtumat: 2 uutta, 1 muuttunut", "Tarinat: 1 poistettu, 5 tunnusta vaihtunut"]),
        ("sv", ["Evenemang: 2 nya, 1 ändrad", "Berättelser: 1 borttagen, 5 ID:n bytta"]),
        ("en", ["Events: 2 new, 1 changed", "Stories: 1 removed, 5 IDs changed"]),
    ],
)
def test_changes_are_said_without_what_is_nought(language, lines):
    counts = {"events": {"added": 2, "removed": 0, "changed": 1}, "stories": {"removed": 1, "renamed": 5}}
    assert change_lines(counts, translator(language)) == lines


@pytest.mark.parametrize("key", OWN_NOTES)
@pytest.mark.parametrize("written", LANGUAGES)
@pytest.mark.parametrize("read", LANGUAGES)
def test_a_note_of_the_program_is_in_the_readers_language(key, written, read):
    assert note_text(translator(written)(key, **VALUES), translator(read)) == translator(read)(key, **VALUES)


@pytest.mark.parametrize("note", ["", "Tapahtumat: 2 uutta", "Kevään tapahtumat (2026)", "{revision}", "[a-z]+"])
def test_what_a_person_wrote_stays(note):
    assert [note_text(note, translator(language)) for language in LANGUAGES] == [note] * len(LANGUAGES)
