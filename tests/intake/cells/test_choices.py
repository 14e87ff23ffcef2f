"""Choices are known by key, by any of their three names and by declared aliases, whatever the case."""

import pytest

from analysis.intake.cells.cell_reading import Reading
from analysis.intake.cells.choices import ChoiceReader
from analysis.intake.issues import Finding
from analysis.schema import TABLES
from analysis.schema.kinds import Choice

CHOICES = [
    (table.name, column.name, column.kind)
    for table in TABLES.values()
    for column in table.columns
    if isinstance(column.kind, Choice)
]
CAPTIONS = ChoiceReader.of(TABLES["materials"].column("captions").kind)
FORM = ChoiceReader.of(TABLES["events"].column("form").kind)


@pytest.mark.parametrize(("table", "column", "choice"), CHOICES)
def test_every_option_is_known_by_all_its_words(table, column, choice):
    reader = ChoiceReader.of(choice)
    for option in choice.options:
        for word in (option.key, *option.names, *option.aliases):
            for written in (word, word.upper(), word.replace("-", " ")):
                assert reader.read(written) == Reading(option.key), (table, column, written)


def test_a_cell_that_is_true_or_false_is_yes_or_no():
    assert [CAPTIONS.read(text).value for text in ("TOSI", "TRUE", "Sant", "EPÄTOSI", "False")] == [
        *("yes", "yes", "yes", "no", "no")
    ]


@pytest.mark.parametrize("value", ["kotona", "läsnä / etä", 1.0, "etana"])
def test_another_word_is_left_out(value):
    assert [(finding.code, finding.value) for finding in FORM.read(value).findings] == [
        ("bad-choice", str(value).replace("1.0", "1"))
    ]


@pytest.mark.parametrize(("text", "likely"), [("lasna", "läsnä"), ("hybrdi", "hybridi"), ("kotona", None)])
def test_the_nearest_option_is_suggested_by_its_finnish_name(text, likely):
    assert FORM.likely(Finding("bad-choice", text)) == likely
