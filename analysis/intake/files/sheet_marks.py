"""Marks in the XML of a sheet: addresses behind cells, errors, formulas without value, hidden and struck cells.

ECMA-376 part 1, 18.3.1. The cells are parsed only if there is a sign of an error, a formula, a hidden row or a style
that is struck through.
"""

import re
from collections.abc import Mapping, Set
from typing import Any
from xml.parsers import expat

from analysis.intake.column_names import column_number
from analysis.intake.files import Cell, Marks, Span

_DATA = re.compile(rb"<((?:\w+:)?)sheetData\b[^>]*?(/?)>")
_SIGNS = ((b't="e"', b"e"), (b"t='e'", b"e"))
"""The signs of an error, each with a letter of its own."""
_HIDDEN = re.compile(rb"hidden=[\"'](?:1|true)")
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
ADDRESS_IN_FORMULA = re.compile(r'HYPERLINK\(\s*"([^"]+)"', re.IGNORECASE)
_TRUE = ("1", "true")
_WIDEST_LINK = 1000


def marks_of(xml: bytes, targets: Mapping[str, str], struck: Set[str] = frozenset()) -> Marks:
    """The marks of a sheet's XML; ``targets``: the addresses of its relations, by id. expat.ExpatError if damaged.

    ``struck``: the numbers of the workbook's styles that are struck through.
    """
    scan = _Scan(targets, struck)
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = no_doctype
    parser.StartElementHandler = scan.start
    parser.EndElementHandler = scan.end
    parser.CharacterDataHandler = scan.text.append
    parser.Parse(_to_parse(xml, struck), True)
    return Marks(
        scan.links, scan.errors, tuple(scan.hidden_rows), tuple(scan.hidden_columns), frozenset(scan.struck_cells)
    )


def _to_parse(xml: bytes, struck: Set[str]) -> bytes:
    """The sheet without its cells; the whole of it if there is a sign of a mark in them."""
    opening = _DATA.search(xml)
    if not opening or opening[2]:
        return xml
    start, end = opening.end(), xml.rfind(b"</" + opening[1] + b"sheetData>")
    signs = (*_SIGNS, (b"<" + opening[1] + b"f", b"f"))
    if end < 0 or any(_holds(xml, sign, letter, start, end) for sign, letter in signs):
        return xml
    if _holds(xml, b"hidden=", b"h", start, end) and _HIDDEN.search(xml, start, end):
        return xml
    styles = "|".join(sorted(struck)).encode()
    if styles and re.compile(rb"\bs=[\"'](?:%b)[\"']" % styles).search(xml, start, end):
        return xml
    return xml[:start] + xml[end:]


def _holds(xml: bytes, sign: bytes, letter: bytes, start: int, end: int) -> bool:
    """Whether a sign is in a part of the XML; ``letter``: one of its own, which is looked for first.

    That is ten times as fast where it is not there: that of formulas in most sheets, the others in those that Excel did
    not write.
    """
    return xml.find(letter, start, end) >= 0 and xml.find(sign, start, end) >= 0


class _Scan:
    """Gathers marks while expat reads a sheet."""

    def __init__(self, targets: Mapping[str, str], struck: Set[str]) -> None:
        self.targets = targets
        self.struck = struck
        self.struck_cells: set[Cell] = set()
        self.links: dict[Cell, str] = {}
        self.errors: dict[Cell, str] = {}
        self.hidden_rows: list[int] = []
        self.hidden_columns: list[Span] = []
        self.row = self.column = 0
        self.type = ""
        self.formula: str | None = None
        self.value: str | None = None
        self.text: list[str] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        match name.rpartition(":")[2]:
            case "c":
                reference = _REFERENCE.fullmatch(attributes.get("r", ""))
                self.column = column_number(reference[1]) if reference else self.column + 1
                self.type = attributes.get("t", "")
                self.formula = self.value = None
                if attributes.get("s") in self.struck:
                    self.struck_cells.add((self.row, self.column))
            case "f" | "v":
                self.text.clear()
            case "row":
                self.row = int(attributes.get("r", self.row + 1))
                self.column = 0
                if attributes.get("hidden") in _TRUE:
                    self.hidden_rows.append(self.row)
            case "col" if attributes.get("hidden") in _TRUE:
                self.hidden_columns.append((int(attributes["min"]), int(attributes["max"])))
            case "hyperlink":
                self.link(attributes)

    def end(self, name: str) -> None:
        match name.rpartition(":")[2]:
            case "f":
                self.formula = "".join(self.text)
            case "v":
                self.value = "".join(self.text)
            case "c":
                self.text.clear()
                self.end_cell((self.row, self.column))

    def end_cell(self, cell: Cell) -> None:
        if self.type == "e":
            self.errors[cell] = self.value or "#VALUE!"
        elif self.formula is not None:
            # An empty text is a stored value, an empty number is none.
            if not self.value and not (self.type == "str" and self.value is not None):
                self.errors[cell] = f"={self.formula}"
            elif address := ADDRESS_IN_FORMULA.match(self.formula):
                self.links[cell] = address[1]

    def link(self, attributes: dict[str, str]) -> None:
        relation = next((value for key, value in attributes.items() if key.endswith(":id")), "")
        if target := self.targets.get(relation):
            place = attributes.get("location")
            for cell in _cells(attributes.get("ref", "")):
                self.links.setdefault(cell, f"{target}#{place}" if place else target)


def _cells(reference: str) -> list[Cell]:
    """The cells of a reference such as "B2" or "B2:B4", only the first one of a very wide reference."""
    corners = [_REFERENCE.fullmatch(part) for part in reference.replace("$", "").split(":")]
    places = [(int(corner[2]), column_number(corner[1])) for corner in corners if corner]
    if len(places) != len(corners):
        return []
    (top, left), (bottom, right) = places[0], places[-1]
    if (bottom - top + 1) * (right - left + 1) > _WIDEST_LINK:
        return [places[0]]
    return [(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)]


def no_doctype(*_: Any) -> None:
    """Stop at a document type: the entities that it declares may be an attack."""
    raise expat.ExpatError("a document type is not expected here")
