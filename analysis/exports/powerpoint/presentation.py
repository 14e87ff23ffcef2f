"""The first and the last slide: words alone, what all is made from, who pays for it, and the way to the live view."""

import io
from dataclasses import dataclass, replace
from datetime import datetime

import segno
from pptx.presentation import Presentation as Opened

from analysis.charts.svg import Provenance
from analysis.exports.powerpoint import text_fitting
from analysis.exports.powerpoint.content_slide import add_content_slide
from analysis.exports.powerpoint.drawing import SlideInProgress, SlideParagraph, add_picture, add_text_box
from analysis.exports.powerpoint.new_slide import GAP, add_notes, new_slide, open_slides_template, slide_origin
from analysis.exports.powerpoint.text_fitting import Box
from analysis.exports.shared.background_job import Progress, no_progress, with_progress
from analysis.exports.shared.images import eu_emblem, svg_to_png
from analysis.exports.shared.provenance import counting_text, set_properties, source_line
from analysis.sections import Presentation, Slide
from analysis.words import Translator

TITLES = (46, 42, 38, 34, 30, 26, 22, 18)
SMALL = (12, 11, 10, 9, 8)
DENSE = 1200
"""A longer address makes a code that no phone reads: it is left out."""
CODE, MARK = 150, 44
"""Height of the code that leads to the live view, and of the emblem, in points."""


@dataclass(frozen=True)
class Branding:
    """What a council adds: its own template (None for ours), the EU emblem, and the address of the live view."""

    template: bytes | None = None
    emblem: bool = False
    live: str = ""


def add_cover_or_end(deck: Opened, slide: Slide, origin: Provenance, words: Translator, dress: Branding) -> None:
    """Add the cover or the end."""
    sheet, _ = new_slide(deck, "cover", slide, words, TITLES)
    mine, room = slide_origin(slide, origin), sheet.room
    if dress.emblem or origin.cofunding:
        _mark(sheet, Box(room.left, room.bottom - MARK, room.width, MARK), origin, dress)
        room = room._replace(height=room.height - MARK - GAP)
    if slide.kind == "end" and 0 < len(dress.live) <= DENSE:
        _code(sheet, dress.live, room)
        room = room._replace(width=room.width - CODE - 2 * GAP)
    elif slide.kind == "end":
        slide = replace(slide, sentence="")
    _said(sheet, slide, mine, room)
    add_notes(sheet, slide, mine, counting_text(words))


def _said(sheet: SlideInProgress, slide: Slide, origin: Provenance, room: Box) -> None:
    """The sentence and the selection large, all else small at the foot."""
    words = sheet.words
    small = [
        *([SlideParagraph(slide.coverage, language=slide.coverage_language)] if slide.coverage else []),
        *([SlideParagraph(counting_text(words))] if slide.kind == "end" else []),
        SlideParagraph(source_line(origin, words)),
    ]
    fitted = text_fitting.fit_text(
        "\n".join(each.text for each in small), room._replace(height=room.height * 0.6), SMALL
    )
    foot = Box(room.left, room.bottom - fitted.height, room.width, fitted.height)
    large = [SlideParagraph(each, "text") for each in (slide.sentence, slide.filter_text) if each]
    if large:
        over = room._replace(height=room.height - fitted.height - GAP * len(large))
        size = text_fitting.fit_text(
            "\n".join(each.text for each in large), over, (22, 20, 18, 17, 16, 15, 14, 13, 12, 11, 10)
        ).size
        add_text_box(sheet, words("exports.deck.message"), over, large, size, gap=GAP)
    add_text_box(sheet, words("exports.deck.foot"), foot, small, fitted.size)


def _code(sheet: SlideInProgress, address: str, room: Box) -> None:
    drawn, name = io.BytesIO(), sheet.words("exports.deck.code")
    segno.make(address, error="m").save(drawn, kind="png", scale=8, border=2)
    box = Box(room.left + room.width - CODE, room.top, CODE, CODE)
    add_picture(sheet, drawn.getvalue(), box, name, f"{name}: {address}").click_action.hyperlink.address = address


def _mark(sheet: SlideInProgress, box: Box, origin: Provenance, dress: Branding) -> None:
    """The EU emblem with its text, and the owner's words on funding."""
    statement, left = sheet.words("exports.eu"), 0.0
    told = [SlideParagraph(statement, "text", True)] if dress.emblem else []
    if origin.cofunding and not (dress.emblem and origin.cofunding == statement):
        told.append(SlideParagraph(origin.cofunding))
    if dress.emblem:
        left = box.height * 1.5 + 14
        add_picture(sheet, svg_to_png(eu_emblem(), 1), box._replace(width=box.height * 1.5), statement, statement)
    text = Box(box.left + left, box.top + 4, box.width - left, box.height - 4)
    fitted = text_fitting.fit_text(
        "\n".join(each.text for each in told), text, (15, 14, 13, 12, 11, 10, 9, 8), bold=True
    )
    add_text_box(sheet, sheet.words("downloads.note.cofunding"), text, told, fitted.size)


PLAIN = Branding()


def powerpoint_file(
    presentation: Presentation,
    words: Translator,
    origin: Provenance,
    dress: Branding = PLAIN,
    *,
    made: datetime | None = None,
    progress: Progress = no_progress,
) -> bytes:
    """A pptx file with the slides of a presentation, 16 to 9 where the template says nothing else.

    ``origin`` tells licence and funding, the slides all else. Unreadable where the template cannot serve.
    """
    opened = open_slides_template(dress.template)
    first = slide_origin(presentation.slides[0], origin) if presentation.slides else origin
    set_properties(opened.core_properties, presentation.title, first, words, made)
    every = list(enumerate(presentation.slides, 1))
    for number, slide in with_progress(every, progress):
        if slide.kind in ("cover", "end"):
            add_cover_or_end(opened, slide, origin, words, dress)
        else:
            add_content_slide(opened, slide, (number, len(every)), origin, words)
    packed = io.BytesIO()
    opened.save(packed)
    return packed.getvalue()
