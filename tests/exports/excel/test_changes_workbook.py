"""A difference as a workbook, and in one line."""

from datetime import datetime
from typing import Any

import pytest

from analysis.changes import Changes, compare
from analysis.exports import changes_note, changes_workbook
from analysis.schema import LANGUAGES, TABLES, Language, Tables, all_tables
from analysis.words import translator
from tests.changes.rows import event, only
from tests.exports.workbook_checks import opened
from tests.workbooks import sample

BEFORE = (event("a"), event("b"), event("d", participants=10, themes=("rahoitus",)), event("e", name="Sama"))
AFTER = (event("a"), event("c", name="Uusi"), event("d", starts="2023-05-01", participants=20), event("f", name="Sama"))

FUNDING = "Kestävät rahoitusratkaisut mahdollistavat pitkäjänteisen klusterin kehittämisen"


def tables(*rows: dict[str, Any]) -> Tables:
    return all_tables({**sample.tables(), **only("events", *rows)}, TABLES)


def changes() -> Changes:
    return compare(tables(*BEFORE), tables(*AFTER))


def rows(data: bytes, sheet: int) -> list[tuple]:
    book = opened(data)
    return list(book[book.sheetnames[sheet]].iter_rows(values_only=True))


def test_each_row_and_cell_that_changed_has_its_line():
    told = rows(changes_workbook(changes(), translator("fi"), (tables(*BEFORE), tables(*AFTER))), 1)
    assert told == [
        ("Taulukko", "Tunnus", "Nimi", "Muutos", "Sarake", "Ennen", "Jälkeen"),
        ("Tapahtumat", "f", "Sama", "tunnus vaihtui", "Tunnus", "e", "f"),
        ("Tapahtumat", "b", "Avajaiset", "poistunut rivi", None, None, None),
        ("Tapahtumat", "c", "Uusi", "uusi rivi", None, None, None),
        ("Tapahtumat", "d", "Avajaiset", "muuttunut solu", "Alkaa", datetime(2023, 3, 12), datetime(2023, 5, 1)),
        ("Tapahtumat", "d", "Avajaiset", "muuttunut solu", "Teemat", FUNDING, None),
        ("Tapahtumat", "d", "Avajaiset", "muuttunut solu", "Osallistujat", 10, 20),
    ]


def test_the_first_sheet_tells_how_many():
    assert rows(changes_workbook(changes(), translator("en")), 0) == [
        ("Table", "New rows", "Removed rows", "Changed rows", "Of these, only the ID changed"),
        ("Events", 2, 2, 1, 1),
    ]


def test_what_begins_as_a_formula_is_text():
    other = compare(tables(event("a")), tables(event("a", name="=1+1"), event("=2", name="+3")))
    book = opened(changes_workbook(other, translator("fi")))
    cells = {cell.value: cell.data_type for row in book["Muutokset"].iter_rows() for cell in row}
    assert [cells[text] for text in ("=1+1", "=2", "+3")] == ["s", "s", "s"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_difference_is_a_workbook_too(language: Language):
    same = compare(tables(), tables())
    data = changes_workbook(same, translator(language))
    assert (len(rows(data, 0)), len(rows(data, 1)), changes_note(same, translator(language))) == (1, 1, "")


def test_in_one_line_a_row_under_a_new_key_is_told_once():
    note = [changes_note(changes(), translator(language)) for language in LANGUAGES]
    assert note == [
        "Tapahtumat: 1 uusi, 1 poistettu, 1 muuttunut, 1 tunnus vaihtunut",
        "Events: 1 new, 1 removed, 1 changed, 1 ID changed",
        "Evenemang: 1 ny, 1 borttagen, 1 ändrad, 1 ID bytt",
    ]
