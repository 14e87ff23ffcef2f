"""The worklist of each gap: only its rows, the cells to fill marked; it comes back with *add and change only*."""

import io
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from analysis.changes import compare
from analysis.exports import Provenance, worklist_name, worklist_workbook
from analysis.intake import Limits, Upload, read
from analysis.measures.gap_kinds import GAPS
from analysis.measures.link_places import link_places
from analysis.publishing.merge import merge
from analysis.schema import LANGUAGES, TABLES, Language, Tables, all_tables
from analysis.schema.tables import ORIGIN_PROPERTY
from analysis.sections import LinkAnswers, gap_rows, worklist
from analysis.selection import Selection
from analysis.words import translator

NOW = datetime(2026, 11, 30, tzinfo=UTC)
TODAY = "2026-11-30"
BOOKS = sorted((Path(__file__).parents[3] / "data").glob("*_activity.xlsx"))
SHIPPED = next(each for each in BOOKS if each.name == "cluster_activity.xlsx")
SELECTIONS = {
    "everything": Selection(),
    "Kainuu": Selection(regions=("18",)),
    "nothing": Selection(years=(1999, 1999)),
}
LINK = "https://www.example.com/sivu"
VALUES: dict[str, dict[str, Any]] = {
    "participants": {"Tapahtumat": 40},
    "old_stories": {"Tarinat": date(2026, 11, 1)},
    "links": {"Aineistot": LINK},
    "themes": {"Tapahtumat": "rahoitus", "Tarinat": "palvelut", "Aineistot": "osaaminen"},
    "old_materials": {"Aineistot": date(2026, 11, 1)},
}
"""By kind of gap: what is filled into the cells of a sheet."""
FI = translator("fi")


@cache
def published(path: Path) -> Tables:
    result = read([Upload(path.name, path.read_bytes())], all_tables({}, TABLES), Limits(), NOW)
    return all_tables({name: each.frame for name, each in result.tables.items()}, TABLES)


def links_of(tables: Tables) -> LinkAnswers:
    """Answers by which each third link of the tables leads nowhere."""
    return LinkAnswers(TODAY, tuple((link, TODAY) for link in sorted(link_places(tables))[::3]))


def given_out(tables: Tables, selection: Selection, key: str, language: Language = "fi") -> bytes:
    words = translator(language)
    lines = worklist(tables, selection, words, TODAY, key, links_of(tables))
    return worklist_workbook(tables, lines, words, Provenance("7", "2026-11-24", "Kainuu"))


def come_back(tables: Tables, data: bytes) -> Tables:
    """The tables after an upload with *add and change only*; nothing of it may be wrong."""
    result = read([Upload("tayta.xlsx", data)], tables, Limits(), NOW)
    assert [each.code for each in result.issues if each.severity in ("refused", "error", "warning")] == []
    return merge(tables, result.tables, add=True)


def marked(sheet: Worksheet) -> list[Any]:
    """The cells that are marked, from the top."""
    return [cell for row in sheet.iter_rows(min_row=2) for cell in row if cell.fill.fill_type == "solid"]


def number(tables: Tables, selection: Selection, key: str, links: LinkAnswers | None = None) -> int:
    return gap_rows(tables, selection, FI, TODAY, key, links or links_of(tables)).rows[0].total


@pytest.mark.parametrize("path", BOOKS, ids=lambda path: path.stem)
@pytest.mark.parametrize("selection", SELECTIONS)
@pytest.mark.parametrize("key", GAPS)
def test_it_changes_nothing_as_it_is_given_out(path, selection, key):
    tables = published(path)
    for language in LANGUAGES if selection == "everything" else LANGUAGES[:1]:
        after = come_back(tables, given_out(tables, SELECTIONS[selection], key, language))
        changes = compare(tables, after)
        assert {name: (each.added, each.removed, each.cells) for name, each in changes.tables.items() if each} == {}


@pytest.mark.parametrize("key", GAPS)
def test_it_has_the_rows_of_the_gap_and_no_others(key):
    tables, selection = published(SHIPPED), SELECTIONS["Kainuu"]
    book = openpyxl.load_workbook(io.BytesIO(given_out(tables, selection, key)))
    ids = [row[0] for sheet in book for row in sheet.iter_rows(min_row=2, values_only=True) if row[0]]
    wanted = set(gap_rows(tables, selection, FI, TODAY, key, links_of(tables)).rows[0].table["id"])
    referred = set(tables["stories"]["cluster"].dropna()) | set(tables["materials"]["event"].dropna())
    assert len(ids) == len(set(ids))
    # What a row of the worklist refers to is there as well, unmarked.
    assert wanted <= set(ids) <= wanted | (referred if len(book.sheetnames) > 1 else set())
    assert book.custom_doc_props[ORIGIN_PROPERTY].value == "7"


@pytest.mark.parametrize("key", VALUES)
def test_three_cells_filled_make_the_gap_exactly_three_smaller(key):
    tables, selection = published(SHIPPED), Selection()
    book = openpyxl.load_workbook(io.BytesIO(given_out(tables, selection, key)))
    cells = [(cell, value) for sheet, value in VALUES[key].items() for cell in marked(book[sheet])]
    for cell, value in cells[:3]:
        cell.value = value
    buffer = io.BytesIO()
    book.save(buffer)
    after = come_back(tables, buffer.getvalue())
    assert number(after, selection, key) == number(tables, selection, key) - 3
    assert {name: len(frame) for name, frame in after.items()} == {name: len(frame) for name, frame in tables.items()}


def test_the_cells_of_links_that_lead_nowhere_are_marked_and_no_others_and_come_back_mended():
    tables, selection = published(SHIPPED), Selection()
    links = links_of(tables)
    dead = {link for link, _ in links.dead}
    book = openpyxl.load_workbook(io.BytesIO(given_out(tables, selection, "dead_links")))
    cells = [cell for sheet in book for cell in marked(sheet)]
    assert {cell.comment.text for cell in cells} == {"Tarkista tämä."}
    assert all(dead & set(cell.value.split("; ")) for cell in cells)
    columns = [(sheet.title, cell.value) for sheet in book for row in sheet.iter_rows(min_row=2) for cell in row]
    with_dead = [value for _, value in columns if isinstance(value, str) and dead & set(value.split("; "))]
    assert len(cells) == len(with_dead) > 50
    ids = {cell.parent.cell(cell.row, 1).value for cell in cells[:3]}
    for cell in cells:
        if cell.parent.cell(cell.row, 1).value in ids:
            cell.value = LINK
    buffer = io.BytesIO()
    book.save(buffer)
    after = come_back(tables, buffer.getvalue())
    assert number(after, selection, "dead_links", links) == number(tables, selection, "dead_links") - len(ids)
    assert sum((frame == LINK).sum().sum() for frame in after.values()) >= len(ids)


def test_a_recording_gets_captions_and_a_theme_its_guide_and_language():
    tables, selection = published(SHIPPED), Selection()
    book = openpyxl.load_workbook(io.BytesIO(given_out(tables, selection, "captions")))
    for cell in marked(book["Aineistot"]):
        cell.value = "kyllä"
    buffer = io.BytesIO()
    book.save(buffer)
    assert (
        number(tables, selection, "captions") > 0 == number(come_back(tables, buffer.getvalue()), selection, "captions")
    )
    book = openpyxl.load_workbook(io.BytesIO(given_out(tables, selection, "guides")))
    sheet = book["Aineistot"]
    headers = {cell.value: cell.column for cell in sheet[1]}
    assert len({cell.row for cell in marked(sheet)}) == 3
    for header, value in {"Otsikko": "Opas", "Teemat": "rahoitus", "Laji": "opas", "Kieli": "sv"}.items():
        assert sheet.cell(2, headers[header]).fill.fill_type == "solid"
        sheet.cell(2, headers[header]).value = value
    buffer = io.BytesIO()
    book.save(buffer)
    after = come_back(tables, buffer.getvalue())
    sentences = [gap_rows(each, selection, FI, TODAY, "guides").subtitle for each in (tables, after)]
    assert [" 3 / 5 " in sentences[0], " 2 / 5 " in sentences[1], "rahoitus" in sentences[1]] == [True, True, False]
    assert "rahoitus (englanniksi)" in gap_rows(after, selection, FI, TODAY, "languages").subtitle


def test_a_theme_gets_its_recording_from_an_event_and_its_story_from_a_new_row():
    tables, selection = published(SHIPPED), SELECTIONS["Kainuu"]
    book = openpyxl.load_workbook(io.BytesIO(given_out(tables, Selection(), "recordings")))
    marked(book["Tapahtumat"])[0].value = LINK
    buffer = io.BytesIO()
    book.save(buffer)
    assert number(come_back(tables, buffer.getvalue()), Selection(), "recordings") < number(
        tables, Selection(), "recordings"
    )
    book = openpyxl.load_workbook(io.BytesIO(given_out(tables, selection, "untold")))
    sheet = book["Tarinat"]
    headers = {cell.value: cell.column for cell in sheet[1]}
    for header, value in {"Otsikko": "Uusi", "Maakunnat": "Kainuu", "Teemat": "johtaminen"}.items():
        assert sheet.cell(2, headers[header]).fill.fill_type == "solid"
        sheet.cell(2, headers[header]).value = value
    buffer = io.BytesIO()
    book.save(buffer)
    after = come_back(tables, buffer.getvalue())
    assert len(after["stories"]) == len(tables["stories"]) + 1
    assert number(tables, selection, "untold") > 0 == number(after, selection, "untold")


def test_a_cell_to_fill_is_told_by_frame_and_note_and_not_by_colour_alone():
    book = openpyxl.load_workbook(io.BytesIO(given_out(published(SHIPPED), Selection(), "participants")))
    sheet = book["Tapahtumat"]
    cells = marked(sheet)
    assert len(cells) == 17 and {cell.value for cell in cells} == {None}
    assert {(cell.border.top.style, cell.comment.text) for cell in cells} == {("medium", "Täytä tämä.")}
    header = sheet.cell(1, cells[0].column)
    assert header.value == "Osallistujat"
    assert header.comment.text.startswith("Täytä kehystettyihin, keltaisiin soluihin osallistujien määrä")


def test_a_cell_that_holds_what_is_out_of_date_keeps_it():
    book = openpyxl.load_workbook(io.BytesIO(given_out(published(SHIPPED), Selection(), "old_stories")))
    cells = marked(book["Tarinat"])
    assert len(cells) == 29 and all(cell.value for cell in cells)
    assert {cell.comment.text for cell in cells} == {"Tarkista tämä."}


def test_its_name_says_what_it_is_and_of_which_revision():
    name = worklist_name("Tapahtumat ilman osallistujamäärää", FI, "Kainuu", revision="7", day=date(2026, 11, 24))
    assert name == ("klusteripulssi-taydennyslista-tapahtumat-ilman-osallistujamaaraa-kainuu-versio-7-2026-11-24.xlsx")
