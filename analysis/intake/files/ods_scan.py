"""The content of an OpenDocument spreadsheet element by element: marks, and cells whose values the reader loses."""

import re
from collections.abc import Iterator
from datetime import time, timedelta
from typing import Any
from xml.parsers import expat

from analysis.intake.files import CellBlock, Marks
from analysis.intake.files.sheet_marks import ADDRESS_IN_FORMULA, no_doctype

TIME_OF_DAY = r"PT(?:[01][0-9]|2[0-3])H[0-5][0-9]M[0-5][0-9](?:[.,][0-9]+)?S"
"""The times that python-calamine reads; all others it gives as text."""
_DURATION = re.compile(
    r"P(?:([0-9]{1,5})D)?T?(?:([0-9]{1,6})H)?(?:([0-9]{1,8})M)?(?:([0-9]{1,9}(?:[.,][0-9]{1,9})?)S)?"
)
_MOST_REPEATED = 1000
"""A link or error in a cell that is repeated is told of the first of these alone."""
_MOST_ROWS = 200_000
_WHITE = {"text:tab": "\t", "text:line-break": "\n"}


def scan_content(content: bytes) -> tuple[dict[str, Marks], dict[str, list[CellBlock]]]:
    """The marks of each sheet, and the blocks of cells whose values the reader loses, by the sheet's name.

    expat.ExpatError if the content is damaged or has a document type.
    """
    scan = _ContentScan()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = no_doctype
    parser.StartElementHandler = scan.start
    parser.EndElementHandler = scan.end
    parser.CharacterDataHandler = scan.characters
    parser.Parse(content, True)
    return scan.marks, scan.blocks


class _ContentScan:
    """Gathers marks and lossy cells while expat reads a content; what is repeated stays one block."""

    def __init__(self) -> None:
        self.marks: dict[str, Marks] = {}
        self.blocks: dict[str, list[CellBlock]] = {}
        self.depth = self.comments = self.paragraphs = 0
        self.cell: dict[str, str] | None = None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        match name:
            case "table:table":
                self.depth += 1
                if self.depth == 1:
                    self.begin_sheet(attributes.get("table:name", ""))
            case "office:annotation":
                self.comments += 1
            case _ if self.depth != 1 or self.comments:
                pass
            case "table:table-column":
                first, self.column = self.column, self.column + _times(attributes, "columns")
                if _is_hidden(attributes):
                    self.hidden_columns.append((first, self.column - 1))
            case "table:table-row":
                self.row, self.rows, self.column = self.row + self.rows, _times(attributes, "rows"), 1
                self.row_hidden, self.row_filled = _is_hidden(attributes), False
            case "table:table-cell" | "table:covered-table-cell":
                self.cell, self.texts, self.link, self.lossy = attributes, [], "", False
                self.paragraphs = 0
            case _ if self.cell is not None:
                self.start_in_cell(name, attributes)

    def start_in_cell(self, name: str, attributes: dict[str, str]) -> None:
        match name:
            case "text:p":
                self.texts.append("\n" if self.paragraphs else "")
                self.paragraphs += 1
            case "text:tab" | "text:line-break":
                self.texts.append(_WHITE[name])
                self.lossy = True
            case "text:s":
                self.texts.append(" ")
            case "text:a" if not self.link:
                self.link = attributes.get("xlink:href", "")

    def end(self, name: str) -> None:
        match name:
            case "office:annotation":
                self.comments -= 1
            case "table:table":
                self.depth -= 1
                if self.depth == 0:
                    self.end_sheet()
            case "table:table-cell" | "table:covered-table-cell" if self.depth == 1 and self.cell is not None:
                self.end_cell(self.cell, "".join(self.texts))
                self.cell = None
            case "table:table-row" if self.depth == 1 and self.row_hidden and self.row_filled:
                room = _MOST_ROWS - len(self.hidden_rows)
                self.hidden_rows.extend(range(self.row, self.row + min(self.rows, room)))

    def characters(self, text: str) -> None:
        if self.cell is not None and self.paragraphs and not self.comments and self.depth == 1:
            self.texts.append(text)

    def begin_sheet(self, name: str) -> None:
        self.name, self.row, self.rows, self.column = name, 1, 0, 1
        self.links: dict[tuple[int, int], str] = {}
        self.errors: dict[tuple[int, int], str] = {}
        self.hidden_rows: list[int] = []
        self.hidden_columns: list[tuple[int, int]] = []
        self.row_hidden = self.row_filled = False

    def end_sheet(self) -> None:
        hidden = tuple(self.hidden_rows), tuple(self.hidden_columns)
        self.marks[self.name] = Marks(self.links, self.errors, *hidden)

    def end_cell(self, cell: dict[str, str], text: str) -> None:
        times = _times(cell, "columns")
        kind = cell.get("office:value-type", "")
        self.row_filled = self.row_filled or bool(kind or text)
        value: Any = text if self.lossy and kind in ("string", "") else None
        if kind == "time" and not re.fullmatch(TIME_OF_DAY, cell.get("office:time-value", "")):
            value = _duration(cell.get("office:time-value", ""))
        if value is not None:
            rows, columns = (self.row, self.row + self.rows), (self.column, self.column + times)
            self.blocks.setdefault(self.name, []).append(CellBlock(rows, columns, value))
        formula = ADDRESS_IN_FORMULA.match(cell.get("table:formula", "").partition(":=")[2])
        link = self.link or (formula[1] if formula else "")
        for place in self.places(times) if link and not link.startswith("#") else ():
            self.links[place] = link
        for place in self.places(times) if cell.get("calcext:value-type") == "error" else ():
            self.errors[place] = text or "#VALUE!"
        self.column += times

    def places(self, times: int) -> Iterator[tuple[int, int]]:
        """The first cells of those that the cell stands for."""
        for row in range(self.row, self.row + min(self.rows, _MOST_REPEATED)):
            for column in range(
                self.column, self.column + min(times, _MOST_REPEATED // min(self.rows, _MOST_REPEATED))
            ):
                yield row, column


def _times(attributes: dict[str, str], of: str) -> int:
    """How often a row, column or cell is repeated."""
    text = attributes.get(f"table:number-{of}-repeated", "1")
    return max(int(text), 1) if text.isascii() and text.isdigit() and len(text) < 8 else 1


def _is_hidden(attributes: dict[str, str]) -> bool:
    return attributes.get("table:visibility", "visible") != "visible"


def _duration(text: str) -> time | timedelta | None:
    """The time of day or, of a day and more, the duration that a value of XML Schema means; None if it is none."""
    match = _DURATION.fullmatch(text)
    if not match or not any(match.groups()):
        return None
    days, hours, minutes = (int(part or 0) for part in match.groups()[:3])
    seconds = float((match[4] or "0").replace(",", "."))
    length = timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)
    if length.days:
        return length
    left = length.seconds
    return time(left // 3600, left // 60 % 60, left % 60, length.microseconds)
