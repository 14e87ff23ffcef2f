"""Native tables on slides."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from lxml import etree
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Pt

from analysis.exports.powerpoint import text_fitting
from analysis.exports.powerpoint.drawing import COLOURS, SlideInProgress, SlideParagraph, fill_frame, set_alt_text
from analysis.exports.powerpoint.text_fitting import Box, TableLayout
from analysis.exports.shared.text_table import TextCell, TextTable

BARE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""PowerPoint's table style without lines and fills."""
SIZES = (18, 16, 15, 14, 13, 12, 11, 10, 9, 8)
Fill = tuple[str, str]
"""Colours of a cell and of its text, as tokens."""


@dataclass(frozen=True)
class TableStyle:
    """How a table is set: fills by row and column, whether numbers stand in the middle, the sizes of its text, and how
    high its rows may be where there is room (as high as their text where nothing is said)."""

    fills: dict[tuple[int, int], Fill]
    middle: bool = False
    sizes: Sequence[float] = SIZES
    tallest: float = 0


PLAIN = TableStyle({})


def texts(grid: TextTable) -> list[list[str]]:
    """All that stands in the table, the labels first."""
    return [list(grid.labels), *([cell.text for cell in row] for row in grid.rows)]


def table_fits(grid: TextTable, box: Box, sizes: Sequence[float] = SIZES) -> bool:
    """Whether all rows of a table fit into a place, no word of them broken."""
    laid = text_fitting.fit_table(texts(grid), box, sizes)
    return len(laid.heights) == len(grid.rows) + 1 and sum(laid.widths) <= box.width + 1


def add_table(sheet: SlideInProgress, grid: TextTable, box: Box, alt: str, styled: TableStyle = PLAIN) -> int:
    """Put a table at the top of a place; how many of its rows fit there."""
    laid = _laid(grid, box, styled)
    rows = max(len(laid.heights), 1)
    place = (Pt(box.left), Pt(box.top), Pt(sum(laid.widths)), Pt(sum(laid.heights)))
    shape = sheet.page.shapes.add_table(rows, len(grid.labels), *place)
    set_alt_text(shape, grid.name, alt)
    shape.table.first_row, shape.table.horz_banding = True, False
    shape.element.find(f".//{qn('a:tableStyleId')}").text = BARE
    for at, width in enumerate(laid.widths):
        shape.table.columns[at].width = Pt(width)
    for row, height in enumerate(laid.heights):
        shape.table.rows[row].height = Pt(height)
    _fill(sheet, shape.table, grid, laid, styled)
    return rows - 1


def _laid(grid: TextTable, box: Box, styled: TableStyle) -> TableLayout:
    laid = text_fitting.fit_table(texts(grid), box, styled.sizes)
    if not styled.tallest:
        return laid
    high = min(styled.tallest, box.height / len(laid.heights))
    spare = (box.width - sum(laid.widths)) / max(len(laid.widths) - 1, 1)
    widths = [laid.widths[0], *(each + min(spare, styled.tallest) for each in laid.widths[1:])]
    return TableLayout(laid.size, widths, [max(each, high) for each in laid.heights])


def _fill(sheet: SlideInProgress, table: Any, grid: TextTable, laid: TableLayout, styled: TableStyle) -> None:
    for row in range(len(laid.heights)):
        cells = [TextCell(label) for label in grid.labels] if row == 0 else grid.rows[row - 1]
        for at, cell in enumerate(cells):
            said = SlideParagraph(cell.text, "muted" if row == 0 else "text", row == 0, cell.language)  # type: ignore[arg-type]
            align = PP_ALIGN.RIGHT if grid.numbers[at] else PP_ALIGN.LEFT
            if styled.middle and at:
                align = PP_ALIGN.CENTER
            _cell(table.cell(row, at), said, laid.size, sheet.tag, align, styled.fills.get((row - 1, at)))
            if cell.link:
                table.cell(row, at).text_frame.paragraphs[0].runs[0].hyperlink.address = cell.link


def _cell(cell: Any, said: SlideParagraph, size: float, tag: str, align: PP_ALIGN, shade: Fill | None) -> None:
    given = SlideParagraph(said.text, shade[1], True) if shade else said
    fill_frame(cell.text_frame, [given], size, tag, align)
    cell.margin_left = cell.margin_right = Pt(text_fitting.PAD)
    cell.margin_top = cell.margin_bottom = Pt(text_fitting.ROOM)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    if shade:
        cell.fill.solid()
        cell.fill.fore_color.rgb = RGBColor.from_string(COLOURS[shade[0]][1:].upper())
    if shade:
        _edge(cell, "surface", 2.25, ("lnL", "lnR", "lnT", "lnB"))
    else:
        _edge(cell, "grid", 0.75, ("lnB",))


def _edge(cell: Any, token: str, width: float, sides: Sequence[str]) -> None:
    properties = cell._tc.get_or_add_tcPr()
    for at, side in enumerate(sides):
        line = etree.Element(qn(f"a:{side}"), {"w": str(int(Pt(width))), "cap": "flat", "cmpd": "sng"})
        solid = etree.SubElement(line, qn("a:solidFill"))
        etree.SubElement(solid, qn("a:srgbClr"), {"val": COLOURS[token][1:].upper()})
        properties.insert(at, line)
