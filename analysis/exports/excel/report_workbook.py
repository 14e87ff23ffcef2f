"""Sections as a workbook: a sheet of contents, a sheet a section with native charts, rows on sheets of their own."""

import io
import re
from collections.abc import Sequence
from datetime import datetime

from xlsxwriter.worksheet import Worksheet

from analysis.charts.svg import Provenance
from analysis.exports.excel.cell_values import HEADER_STYLE
from analysis.exports.excel.data_sheet import OpenWorkbook, field_sheet, open_workbook, set_page
from analysis.exports.excel.report_sheet import section_sheet
from analysis.exports.shared.background_job import Progress, no_progress, with_progress
from analysis.exports.shared.provenance import Note, section_notes
from analysis.sections import Section
from analysis.words import Translator

LONGEST = 31
"""Number of letters that the name of a sheet may have."""
LABELS, TEXTS = 220, 760
"""Widths of the two columns of the contents, in pixels."""
LETTERS, LINE = 105, 20
"""Approximate number of letters in a line there, and its height in pixels."""


def report_workbook(
    sections: Sequence[Section],
    words: Translator,
    origin: Provenance,
    *,
    title: str = "",
    timestamp: datetime | None = None,
    progress: Progress = no_progress,
) -> bytes:
    """An xlsx file of sections, with links from the contents to each sheet. Charts take their numbers from the cells.

    ``sections``: a sheet each, and one for each of their rows. ``words``: the language. ``origin``: the selection of
    all, source and licence. ``title``: of the workbook. ``timestamp``: the time of the file. ``progress``: a step a
    section.
    """
    buffer, title, line = io.BytesIO(), title or words("exports.title"), origin.line(words)
    comments = ". ".join(filter(None, (line, origin.licence)))
    properties = {"subject": origin.chosen, "comments": comments, "author": origin.source}
    with open_workbook(buffer, words, title, line, properties=properties, timestamp=timestamp) as book:
        contents = words("exports.contents")
        sheet, names, links = book.file.add_worksheet(contents), {contents.casefold()}, []
        for section in with_progress(sections, progress):
            name = sheet_name(section.title, names)
            section_sheet(book, section, name, contents)
            links.append((name, section.sentence or section.filter_text))
            for rows in section.rows:
                name = sheet_name(section.title, names, f" {words('exports.rows_ending')}")
                field_sheet(book, name, rows)
                links.append((name, " ".join(filter(None, (rows.title + ".", rows.rule)))))
        _write_contents(book, sheet, section_notes(title, words, origin), links)
    return buffer.getvalue()


def sheet_name(title: str, names: set[str], ending: str = "") -> str:
    """A name that Excel takes and no other sheet has; it is added to ``names``, which are in lower case."""
    plain = re.sub(r"[\[\]:*?/\\\\]", " ", title).strip("' ") or "-"
    for number in range(1, 1000):
        more = ending + (f" {number}" if number > 1 else "")
        name = f"{plain[: LONGEST - len(more)].rstrip()}{more}"
        if name.casefold() not in names:
            break
    names.add(name.casefold())
    return name


def _write_contents(book: OpenWorkbook, sheet: Worksheet, notes: Sequence[Note], links: Sequence[Note]) -> None:
    """Write the notes, the first of them the title, and the names of the sheets with what they hold."""
    sheet.hide_gridlines(2)
    sheet.set_column_pixels(0, 0, LABELS)
    sheet.set_column_pixels(1, 1, TEXTS)
    label_format = book.file.add_format({"bold": True, "valign": "top"})
    text_format = book.file.add_format({"text_wrap": True, "valign": "top"})
    sheet.write_string(0, 0, notes[0][1], book.file.add_format({"bold": True, "font_size": 18}))
    for row, (label, _) in enumerate(notes[1:], 2):
        sheet.write_string(row, 0, label, label_format)
    top = len(notes) + 3
    sheet.write_string(top, 0, book.words("exports.section"), book.formats(HEADER_STYLE))
    sheet.write_string(top, 1, book.words("exports.holds"), book.formats(HEADER_STYLE))
    for row, (name, _) in enumerate(links, top + 1):
        address = "internal:'" + name.replace("'", "''") + "'!A1"
        sheet.write_url(row, 0, address, book.formats("link"), name)
    for row, (_, text) in (*enumerate(notes[1:], 2), *enumerate(links, top + 1)):
        sheet.write_string(row, 1, text, text_format)
        sheet.set_row_pixels(row, LINE * max(1, -(-len(text) // LETTERS)))
    set_page(book, sheet)
