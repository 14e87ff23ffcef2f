"""The content of an OpenDocument spreadsheet element by element: marks, and cells whose values the reader loses."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import time, timedelta
from itertools import product
from typing import Any
from xml.parsers import expat

from analysis.intake.files import Cell, CellBlock, Marks, Span
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
    marks = {
        name: Marks(each.links, each.errors, tuple(each.hidden_rows), tuple(each.hidden_columns))
        for name, each in scan.sheets.items()
    }
    return marks, {name: each.blocks for name, each in scan.sheets.items() if each.blocks}


@dataclass
class _CellContent:
    """A cell that is being read: its attributes, texts, first link, number of paragraphs, and whether the reader loses
    white space in it."""

    attributes: Mapping[str, str]
    texts: list[str] = field(default_factory=list)
    link: str = ""
    paragraphs: int = 0
    lossy: bool = False

    def add(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element within the cell."""
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

    def value(self) -> Any:
        """The value, None if the reader gives it as well."""
        kind, written = self.attributes.get("office:value-type", ""), self.attributes.get("office:time-value", "")
        if kind == "time":
            return None if re.fullmatch(TIME_OF_DAY, written) else _duration(written)
        return "".join(self.texts) if self.lossy and kind in ("string", "") else None

    def address(self) -> str:
        """The address behind the cell's words or in its formula, "" if there is none outside of the file."""
        formula = ADDRESS_IN_FORMULA.match(self.attributes.get("table:formula", "").partition(":=")[2])
        address = self.link or (formula[1] if formula else "")
        return "" if address.startswith("#") else address


@dataclass
class _SheetContent:
    """A sheet that is being read. ``row``, ``column``: those that are under way, ``rows``: how often the row is
    repeated; what is repeated stays one block."""

    links: dict[Cell, str] = field(default_factory=dict)
    errors: dict[Cell, str] = field(default_factory=dict)
    blocks: list[CellBlock] = field(default_factory=list)
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[Span] = field(default_factory=list)
    row: int = 1
    rows: int = 0
    column: int = 1
    row_hidden: bool = False
    row_filled: bool = False

    def add_column(self, attributes: Mapping[str, str]) -> None:
        """A column, or several alike."""
        first, self.column = self.column, self.column + _times(attributes, "columns")
        if _is_hidden(attributes):
            self.hidden_columns.append((first, self.column - 1))

    def begin_row(self, attributes: Mapping[str, str]) -> None:
        """A row, or several alike."""
        self.row, self.rows, self.column = self.row + self.rows, _times(attributes, "rows"), 1
        self.row_hidden, self.row_filled = _is_hidden(attributes), False

    def end_row(self) -> None:
        """The end of the row: it is told if it is hidden and holds something."""
        if self.row_hidden and self.row_filled:
            room = _MOST_ROWS - len(self.hidden_rows)
            self.hidden_rows.extend(range(self.row, self.row + min(self.rows, room)))

    def add_cell(self, cell: _CellContent) -> None:
        """A cell, or several alike, that was read."""
        times, value, address = _times(cell.attributes, "columns"), cell.value(), cell.address()
        self.row_filled = self.row_filled or bool(cell.attributes.get("office:value-type") or any(cell.texts))
        if value is not None:
            self.blocks.append(CellBlock((self.row, self.row + self.rows), (self.column, self.column + times), value))
        error = cell.attributes.get("calcext:value-type") == "error"
        for place in self._places(times) if address or error else ():
            if address:
                self.links[place] = address
            if error:
                self.errors[place] = "".join(cell.texts) or "#VALUE!"
        self.column += times

    def _places(self, times: int) -> Iterator[Cell]:
        rows = max(min(self.rows, _MOST_REPEATED), 1)
        columns = min(times, _MOST_REPEATED // rows)
        yield from product(range(self.row, self.row + rows), range(self.column, self.column + columns))


class _ContentScan:
    """Gathers the sheets while expat reads a content; comments and tables within cells are passed over."""

    def __init__(self) -> None:
        self.sheets: dict[str, _SheetContent] = {}
        self.sheet = _SheetContent()
        self.cell: _CellContent | None = None
        self.depth = self.comments = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "table:table":
            self.depth += 1
            if self.depth == 1:
                self.sheet = self.sheets[attributes.get("table:name", "")] = _SheetContent()
        self.comments += name == "office:annotation"
        if self.depth != 1 or self.comments:
            return
        match name:
            case "table:table-column":
                self.sheet.add_column(attributes)
            case "table:table-row":
                self.sheet.begin_row(attributes)
            case "table:table-cell" | "table:covered-table-cell":
                self.cell = _CellContent(attributes)
            case _ if self.cell:
                self.cell.add(name, attributes)

    def end(self, name: str) -> None:
        self.comments -= name == "office:annotation"
        self.depth -= name == "table:table"
        if self.depth != 1 or self.comments:
            return
        if name == "table:table-row":
            self.sheet.end_row()
        elif self.cell and name in ("table:table-cell", "table:covered-table-cell"):
            self.sheet.add_cell(self.cell)
            self.cell = None

    def characters(self, text: str) -> None:
        if self.cell and self.cell.paragraphs and not self.comments and self.depth == 1:
            self.cell.texts.append(text)


def _times(attributes: Mapping[str, str], of: str) -> int:
    """How often a row, column or cell is repeated."""
    text = attributes.get(f"table:number-{of}-repeated", "1")
    return max(int(text), 1) if text.isascii() and text.isdigit() and len(text) < 8 else 1


def _is_hidden(attributes: Mapping[str, str]) -> bool:
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
