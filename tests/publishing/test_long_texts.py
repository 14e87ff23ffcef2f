"""A text that is too long for a cell of Excel comes back as the whole that is published, unless somebody changed it."""

import io
from datetime import UTC, datetime

import pytest
from openpyxl import load_workbook

from analysis.exports import cut_texts_note, data_workbook
from analysis.intake import Limits, Upload, read
from analysis.publishing.merge import merge
from analysis.schema import LANGUAGES, Tables
from analysis.schema.cell_limit import CUT_MARK, LONGEST_CELL, cell_text
from analysis.words import translator
from tests.changes.rows import event, events
from tests.exports.workbook_checks import opened
from tests.workbooks import sample

NOW = datetime(2026, 6, 1, tzinfo=UTC)
SENTENCES = "Klusterit tapasivat Kajaanissa, ja ilma oli kaunis.\n"
LONG = (SENTENCES * 700)[:36_000].strip()
SIGNS = ("Ää \N{GRINNING FACE} " * 9_000).strip()
"""Fewer than 36,000 signs in more than 36,000 units of UTF-16."""


def published(**cells: object) -> Tables:
    return {**sample.tables(), **events(event("1", **cells), event("2"))}


def returned(data: bytes, tables: Tables, add: bool = False) -> Tables:
    """The tables after an upload of a workbook."""
    return merge(tables, read([Upload("a.xlsx", data)], tables, Limits(), NOW).tables, add)


def edited(data: bytes, column: str, text: str) -> bytes:
    """The workbook with another text in a cell of its first sheet."""
    book, buffer = opened(data), io.BytesIO()
    book.worksheets[0][column].value = text
    book.save(buffer)
    return buffer.getvalue()


ORGANISERS = tuple(f"Yritys numero {n} Oy" for n in range(2_000))


@pytest.mark.parametrize("add", [False, True])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("column", "value"),
    [
        *(("summary", LONG), ("summary", SIGNS), ("place", LONG), ("organisers", ORGANISERS)),
        *(("link", "https://a.example/" + "b" * 36_000), ("source", "https://a.example/" + "b" * 36_000)),
        *(("summary", "a" * LONGEST_CELL), ("summary", "a" * (LONGEST_CELL + 1)), ("name", LONG)),
    ],
)
def test_a_workbook_comes_back_with_the_whole_text(column: str, value: object, language: str, add: bool):
    tables = published(**{column: value})
    after = returned(data_workbook(tables, translator(language)), tables, add)
    assert after["events"][column][0] == value


def test_a_workbook_that_another_program_saved_comes_back_whole():
    tables = published(summary=LONG)
    buffer = io.BytesIO()
    load_workbook(io.BytesIO(data_workbook(tables, translator("fi")))).save(buffer)
    assert returned(buffer.getvalue(), tables)["events"]["summary"][0] == LONG


def test_a_text_that_was_cut_without_a_mark_comes_back_whole():
    tables = published(summary=LONG)
    data = edited(data_workbook(tables, translator("fi")), "U2", LONG[:LONGEST_CELL])
    assert returned(data, tables)["events"]["summary"][0] == LONG


def test_a_cell_that_was_changed_is_the_new_text():
    tables = published(summary=LONG)
    data = data_workbook(tables, translator("fi"))
    for text in ("Uusi kuvaus", "Uusi alku. " + cell_text(LONG)[:-30], LONG[:20_000]):
        assert returned(edited(data, "U2", text), tables)["events"]["summary"][0] == text.strip()


def test_the_start_of_two_texts_says_nothing_of_the_rest():
    tables = {**sample.tables(), **events(event("1", summary=LONG + " A"), event("2", summary=LONG + " B"))}
    after = returned(data_workbook(tables, translator("fi")), tables)
    assert list(after["events"]["summary"]) == [cell_text(LONG + " A")] * 2


def test_the_workbook_says_what_it_cut_at_the_cell_and_where_it_is_given_out():
    tables = published(summary=LONG, place="a" * LONGEST_CELL)
    sheet = opened(data_workbook(tables, translator("fi"))).worksheets[0]
    assert (len(sheet["U2"].value), sheet["U2"].value[-1:]) == (LONGEST_CELL, CUT_MARK)
    assert "vain tekstin alku" in sheet["U2"].comment.text
    assert (sheet["K2"].value, sheet["K2"].comment) == ("a" * LONGEST_CELL, None)
    assert cut_texts_note(tables, translator("fi")).startswith("1 teksti on")
    assert cut_texts_note(sample.tables(), translator("fi")) == ""
