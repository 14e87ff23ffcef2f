"""The first and the last slide: words alone, what all is made from, who pays for it, and the way to the live view."""

import io
from dataclasses import dataclass, replace

import segno
from pptx.presentation import Presentation as Opened

from analysis.charts.svg import Origin
from analysis.exports.deck import fit
from analysis.exports.deck.fit import Box
from analysis.exports.deck.opening import GAP, note, opened, origin_of
from analysis.exports.deck.page import Said, Sheet, picture, write
from analysis.exports.emblem import emblem
from analysis.exports.raster import png
from analysis.exports.told import counting, sources
from analysis.sections import Slide
from analysis.words import Words

TITLES = (46, 42, 38, 34, 30, 26, 22, 18)
SMALL = (12, 11, 10, 9, 8)
DENSE = 1200
"""A longer address makes a code that no phone reads: it is left out."""
CODE, MARK = 150, 44
"""Height of the code that leads to the live view, and of the emblem, in points."""


@dataclass(frozen=True)
class Dress:
    """What a council adds: its own template (None for ours), the EU emblem, and the address of the live view."""

    template: bytes | None = None
    emblem: bool = False
    live: str = ""


def end(deck: Opened, slide: Slide, origin: Origin, words: Words, dress: Dress) -> None:
    """Add the cover or the end."""
    sheet, _ = opened(deck, "cover", slide, words, TITLES)
    mine, room = origin_of(slide, origin), sheet.room
    if dress.emblem or origin.cofunding:
        _mark(sheet, Box(room.left, room.bottom - MARK, room.width, MARK), origin, dress)
        room = room._replace(height=room.height - MARK - GAP)
    if slide.kind == "end" and 0 < len(dress.live) <= DENSE:
        _code(sheet, dress.live, room)
        room = room._replace(width=room.width - CODE - 2 * GAP)
    elif slide.kind == "end":
        slide = replace(slide, sentence="")
    _said(sheet, slide, mine, room)
    note(sheet, slide, mine, counting(words))


def _said(sheet: Sheet, slide: Slide, origin: Origin, room: Box) -> None:
    """The sentence and the selection large, all else small at the foot."""
    words = sheet.words
    small = [
        *([Said(slide.coverage, language=slide.coverage_language)] if slide.coverage else []),
        *([Said(counting(words))] if slide.kind == "end" else []),
        Said(sources(origin, words)),
    ]
    fitted = fit.text("\n".join(each.text for each in small), room._replace(height=room.height * 0.6), SMALL)
    foot = Box(room.left, room.bottom - fitted.height, room.width, fitted.height)
    large = [Said(each, "text") for each in (slide.sentence, slide.chosen) if each]
    if large:
        over = room._replace(height=room.height - fitted.height - GAP * len(large))
        size = fit.text("\n".join(each.text for each in large), over, (22, 20, 18, 17, 16, 15, 14, 13, 12, 11, 10)).size
        write(sheet, words("exports.deck.message"), over, large, size, gap=GAP)
    write(sheet, words("exports.deck.foot"), foot, small, fitted.size)


def _code(sheet: Sheet, address: str, room: Box) -> None:
    drawn, name = io.BytesIO(), sheet.words("exports.deck.code")
    segno.make(address, error="m").save(drawn, kind="png", scale=8, border=2)
    box = Box(room.left + room.width - CODE, room.top, CODE, CODE)
    picture(sheet, drawn.getvalue(), box, name, f"{name}: {address}").click_action.hyperlink.address = address


def _mark(sheet: Sheet, box: Box, origin: Origin, dress: Dress) -> None:
    """The EU emblem with its text, and the owner's words on funding."""
    statement, left = sheet.words("exports.eu"), 0.0
    told = [Said(statement, "text", True)] if dress.emblem else []
    if origin.cofunding and not (dress.emblem and origin.cofunding == statement):
        told.append(Said(origin.cofunding))
    if dress.emblem:
        left = box.height * 1.5 + 14
        picture(sheet, png(emblem(), 1), box._replace(width=box.height * 1.5), statement, statement)
    text = Box(box.left + left, box.top + 4, box.width - left, box.height - 4)
    fitted = fit.text("\n".join(each.text for each in told), text, (15, 14, 13, 12, 11, 10, 9, 8), bold=True)
    write(sheet, sheet.words("downloads.note.cofunding"), text, told, fitted.size)
