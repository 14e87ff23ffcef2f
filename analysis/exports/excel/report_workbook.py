"""Sections as a workbook: a sheet of contents, a sheet a section with native charts, rows on sheets of their own."""

import io
import re
from collections.abc import Iterable, Sequence
from datetime import datetime

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from analysis.charts.svg import Provenance
from analysis.exports.excel.cell_formats import CellFormats
from analysis.exports.excel.cell_values import HEADER_STYLE
from analysis.exports.excel.data_sheet import OpenWorkbook, page_footer
from analysis.exports.excel.report_sheet import rows_sheet, section_sheet
from analysis.exports.shared.background_job import Progress, no_progress, with_progress
from analysis.exports.shared.provenance import UNKNOWN_TIME, section_notes
from analysis.sections import Section
from analysis.words import Translator

LONGEST = 31
"""So many letters the name of a sheet may have."""
LABELS, TEXTS = 220, 760
"""Widths of the two columns of the contents, in pixels."""
LETTERS, LINE = 105, 20
"""About how many letters of a text stand in a line there, and how high that is."""


def report_workbook(
    sections: Sequence[Section],
    words: Translator,
    origin: Provenance,
    *,
    title: str = "",
    made: datetime | None = None,
    progress: Progress = no_progress,
) -> bytes:
    """An xlsx file of sections: what is chosen, how it is counted and where it is from, with a way to each sheet.

    Charts are native and take their numbers from the tables below them. ``origin`` tells what is chosen for all.
    """
    packed, name = io.BytesIO(), title or words("exports.title")
    with Workbook(packed, {"in_memory": True}) as file:
        line = origin.line(words)
        told = {
            "title": name,
            "subject": origin.filter_text,
            "comments": ". ".join(filter(None, (line, origin.licence))),
        }
        file.set_properties({**told, "author": origin.source, "created": made or UNKNOWN_TIME})
        book = OpenWorkbook(file, words, {}, {}, CellFormats(file), page_footer(name, line, words))
        first, links = file.add_worksheet(words("exports.contents")), list[tuple[str, str]]()
        taken = {words("exports.contents").casefold()}
        for section in with_progress(sections, progress):
            links += _sheets(book, section, taken)
        _contents(book, first, section_notes(name, words, origin), links)
    return packed.getvalue()


def sheet_name(title: str, taken: set[str], ending: str = "") -> str:
    """A name that Excel takes and no other sheet has; it is added to those that are taken."""
    plain = re.sub(r"[\[\]:*?/\\\\]", " ", title).strip("' ") or "-"
    for number in range(1, 1000):
        more = ending + (f" {number}" if number > 1 else "")
        name = f"{plain[: LONGEST - len(more)].rstrip()}{more}"
        if name.casefold() not in taken:
            break
    taken.add(name.casefold())
    return name


def _sheets(book: OpenWorkbook, section: Section, taken: set[str]) -> Iterable[tuple[str, str]]:
    """The sheets of a section: names and what they hold."""
    words = book.words
    name = sheet_name(section.title, taken)
    section_sheet(book, section, name, words("exports.contents"))
    yield name, section.sentence or section.filter_text
    for rows in section.rows:
        ending = words("exports.rows_ending")
        other = sheet_name(section.title, taken, f" {ending}")
        rows_sheet(book, rows, other)
        yield other, " ".join(filter(None, (rows.title + ".", rows.rule)))


def _contents(
    book: OpenWorkbook, sheet: Worksheet, told: Sequence[tuple[str, str]], links: Sequence[tuple[str, str]]
) -> None:
    words = book.words
    sheet.hide_gridlines(2)
    sheet.set_column_pixels(0, 0, LABELS)
    sheet.set_column_pixels(1, 1, TEXTS)
    label = book.file.add_format({"bold": True, "valign": "top"})
    text = book.file.add_format({"text_wrap": True, "valign": "top"})
    sheet.write_string(0, 0, told[0][1], book.file.add_format({"bold": True, "font_size": 18}))
    for row, (name, said) in enumerate(told[1:], 2):
        sheet.write_string(row, 0, name, label)
        _wrapped(sheet, row, said, text)
    top = len(told) + 3
    sheet.write_string(top, 0, words("exports.section"), book.looks(HEADER_STYLE))
    sheet.write_string(top, 1, words("exports.holds"), book.looks(HEADER_STYLE))
    for row, (name, said) in enumerate(links, top + 1):
        address = "internal:'" + name.replace("'", "''") + "'!A1"
        sheet.write_url(row, 0, address, book.looks("link"), name)
        _wrapped(sheet, row, said, text)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer(book.foot)


def _wrapped(sheet: Worksheet, row: int, said: str, text: object) -> None:
    sheet.write_string(row, 1, said, text)
    sheet.set_row_pixels(row, LINE * max(1, -(-len(said) // LETTERS)))
