"""The Word document, read back by python-docx: its tables stay on the page and break no word."""

import io
from functools import cache
from typing import Any

import pytest
from docx import Document
from docx.shared import Mm, Pt

from analysis.charts.look import SIZE
from analysis.charts.svg.text_width import widest_word
from analysis.exports import word_document
from analysis.exports.shared.text_table import TextCell, TextTable
from analysis.exports.word import document as word_file
from analysis.exports.word.document import DOCUMENT_TEMPLATE
from analysis.exports.word.tables import add_table
from analysis.schema import Language
from analysis.sections.presentation.full_sections import full_sections
from analysis.selection import Selection
from analysis.words import translator
from tests.exports.presentations import ORIGIN, basis

PAGE = Mm(170)


@cache
def tables(language: Language):
    """The tables of a document: those of heat maps, which have many columns, and those of rows."""
    sections = full_sections(("themes", "events"), basis(language), Selection())
    return Document(io.BytesIO(word_document(sections, translator(language), ORIGIN))).tables


@pytest.mark.parametrize("language", ["fi", pytest.param("sv", marks=pytest.mark.full)])
def test_no_word_of_a_table_is_broken_and_no_table_is_wider_than_the_page(language: Language):
    assert len(tables(language)) > 8
    for table in tables(language):
        cells = table._cells
        columns = len(table.columns)
        assert sum(cell.width for cell in cells[:columns]) <= PAGE + Pt(1)
        for cell in cells:
            runs = [
                run
                for content in cell.paragraphs[0].iter_inner_content()
                for run in getattr(content, "runs", [content])
            ]
            for run in runs:
                assert widest_word([run.text]) * run.font.size.pt / SIZE <= cell.width.pt, run.text


def test_a_narrow_table_is_set_in_the_usual_size_and_a_wide_one_smaller():
    sizes = {table._cells[0].paragraphs[0].runs[0].font.size.pt for table in tables("fi")}
    assert max(sizes) == 9.5 and min(sizes) < 9.5 and min(sizes) >= 7


def test_a_document_has_one_relationship_for_each_address_of_a_table():
    document: Any = Document(io.BytesIO(DOCUMENT_TEMPLATE.read_bytes()))
    rows = tuple((TextCell(name, f"https://a.example/{name}"),) for name in "xyx")
    for _ in range(2):
        add_table(document, TextTable("", ("Linkki",), (False,), rows))
    links = document.element.body.xpath(".//w:hyperlink/@r:id")
    targets = [document.part.rels[each].target_ref.rpartition("/")[2] for each in links]
    assert targets == [*"xyx"] * 2 and len(set(links)) == 4
    file = io.BytesIO()
    document.save(file)
    again: Any = Document(file)
    assert [again.part.rels[each].is_external for each in links] == [True] * 6


def test_of_very_many_rows_the_first_ones_are_there_and_it_is_said_where_all_are(monkeypatch):
    sections = full_sections(("events",), basis("fi"), Selection())
    every = max(len(each.table) for each in sections[0].rows)
    monkeypatch.setattr(word_file, "MOST_ROWS", 5)
    made = Document(io.BytesIO(word_document(sections, translator("fi"), ORIGIN)))
    texts = [each.text for each in made.paragraphs]
    assert f"Taulukossa on 5 ensimmäistä riviä. Kaikki {every} riviä ovat Excel-tiedostossa." in texts
    assert len(made.tables[-1].rows) == 6
