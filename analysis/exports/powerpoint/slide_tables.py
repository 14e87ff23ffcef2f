"""Native tables on slides."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from lxml import etree
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Pt

from analysis.exports.powerpoint.drawing import SlideInProgress, SlideParagraph, fill_frame, rgb, set_alt_text
from analysis.exports.powerpoint.text_fitting import PAD, ROOM, Box, TableLayout, fit_table
from analysis.exports.shared.text_table import TextCell, TextTable

BARE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""PowerPoint's table style without lines and fills."""
SIZES = (18, 16, 15, 14, 13, 12, 11, 10, 9, 8)
Fill = tuple[str, str]
"""Colours of a cell and of its text, as tokens."""


@dataclass(frozen=True)
class TableStyle:
    """The look of a table: fills by row and column, whether numbers are centred, and how high its rows may be if there
    is room (0: as high as their text)."""

    fills: Mapping[tuple[int, int], Fill]
    centred: bool = False
    tallest: float = 0


PLAIN = TableStyle({})


def add_table(sheet: SlideInProgress, grid: TextTable, box: Box, alt: str, style: TableStyle = PLAIN) -> int:
    """Put a table at the top of a place; returns how many of its rows fit there.

    ``sheet``, ``box``: the slide and the place. ``grid``: the table. ``alt``: its alternative text. ``style``: its
    look.
    """
    layout = _layout(grid, box, style)
    rows = max(len(layout.heights), 1)
    place = (Pt(box.left), Pt(box.top), Pt(sum(layout.widths)), Pt(sum(layout.heights)))
    shape = sheet.page.shapes.add_table(rows, len(grid.labels), *place)
    set_alt_text(shape, grid.name, alt)
    table = shape.table
    table.first_row, table.horz_banding = True, False
    shape.element.find(f".//{qn('a:tableStyleId')}").text = BARE
    for at, width in enumerate(layout.widths):
        table.columns[at].width = Pt(width)
    for row, height in enumerate(layout.heights):
        table.rows[row].height = Pt(height)
        cells = [TextCell(label) for label in grid.labels] if row == 0 else grid.rows[row - 1]
        for at, text in enumerate(cells):
            align = PP_ALIGN.RIGHT if grid.numbers[at] else PP_ALIGN.LEFT
            align = PP_ALIGN.CENTER if style.centred and at else align
            cell, fill = table.cell(row, at), style.fills.get((row - 1, at))
            ink = fill[1] if fill else "muted" if row == 0 else "text"
            paragraph = SlideParagraph(text.text, ink, row == 0 or fill is not None, text.language)  # type: ignore[arg-type]
            fill_frame(cell.text_frame, [paragraph], layout.size, sheet.words, align)
            _style_cell(cell, fill)
            if text.link:
                cell.text_frame.paragraphs[0].runs[0].hyperlink.address = text.link
    return rows - 1


def _layout(grid: TextTable, box: Box, style: TableStyle) -> TableLayout:
    layout = fit_table(grid.texts, box, SIZES)
    if not style.tallest:
        return layout
    # A row with more lines than the others keeps its height: what is left over is shared.
    more = (box.height - sum(layout.heights)) / len(layout.heights)
    spare = (box.width - sum(layout.widths)) / max(len(layout.widths) - 1, 1)
    widths = [layout.widths[0], *(each + min(spare, style.tallest) for each in layout.widths[1:])]
    return TableLayout(layout.size, widths, [max(each, min(style.tallest, each + more)) for each in layout.heights])


def _style_cell(cell: Any, fill: Fill | None) -> None:
    """Set margins and fill; a cell without a fill has a hairline below it, one with a fill a gap around it."""
    cell.margin_left = cell.margin_right = Pt(PAD)
    cell.margin_top = cell.margin_bottom = Pt(ROOM)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    sides = ("lnL", "lnR", "lnT", "lnB") if fill else ("lnB",)
    token, width = ("surface", 2.25) if fill else ("grid", 0.75)
    if fill:
        cell.fill.solid()
        cell.fill.fore_color.rgb = rgb(fill[0])
    properties = cell._tc.get_or_add_tcPr()
    for at, side in enumerate(sides):
        line = etree.Element(qn(f"a:{side}"), {"w": str(int(Pt(width))), "cap": "flat", "cmpd": "sng"})
        solid = etree.SubElement(line, qn("a:solidFill"))
        etree.SubElement(solid, qn("a:srgbClr"), {"val": str(rgb(token))})
        properties.insert(at, line)
