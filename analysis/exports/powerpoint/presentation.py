"""A presentation as a pptx file, and its cover and end: text, provenance, funding, the code of the live view."""

import io
from dataclasses import dataclass, replace
from datetime import datetime

import segno
from pptx.presentation import Presentation as Deck

from analysis.charts.svg import Provenance
from analysis.exports.powerpoint.content_slide import SENTENCES, add_content_slide
from analysis.exports.powerpoint.drawing import (
    SlideInProgress,
    SlideParagraph,
    add_picture,
    add_text_box,
    fit_paragraphs,
)
from analysis.exports.powerpoint.new_slide import GAP, add_notes, new_slide, open_slides_template, slide_origin
from analysis.exports.powerpoint.text_fitting import Box
from analysis.exports.shared.background_job import Progress, no_progress, with_progress
from analysis.exports.shared.images import eu_emblem, svg_to_png
from analysis.exports.shared.provenance import counting_text, set_properties, source_line
from analysis.sections import Presentation, Slide
from analysis.words import Translator

TITLES = (46, 42, 38, 34, 30, 26, 22, 18)
SMALL = (12, 11, 10, 9, 8)
FUNDING = (15, 14, 13, 12, 11, 10, 9, 8)
DENSE = 1200
"""A longer address makes a code that no phone reads: it is left out."""
CODE, EMBLEM = 150, 44
"""Height of the code that leads to the live view, and of the emblem, in points."""


@dataclass(frozen=True)
class Branding:
    """What a council adds: its own template (None for the shipped one), the EU emblem, the address of the live view."""

    template: bytes | None = None
    emblem: bool = False
    live: str = ""


PLAIN = Branding()


def powerpoint_file(
    presentation: Presentation,
    words: Translator,
    origin: Provenance,
    branding: Branding = PLAIN,
    *,
    timestamp: datetime | None = None,
    progress: Progress = no_progress,
) -> bytes:
    """A pptx file with the slides of a presentation, 16 to 9 if its template has no other size.

    Raises UnreadableTemplate. ``presentation``: the slides. ``words``: the language. ``origin``: licence and funding;
    the slides have all else. ``branding``: template, emblem and live view. ``timestamp``: the time of the file.
    ``progress``: a step a slide.
    """
    deck, buffer = open_slides_template(branding.template), io.BytesIO()
    first = slide_origin(presentation.slides[0], origin) if presentation.slides else origin
    set_properties(deck.core_properties, presentation.title, first, words, timestamp)
    slides = list(enumerate(presentation.slides, 1))
    for number, slide in with_progress(slides, progress):
        if slide.kind in ("cover", "end"):
            _add_cover_or_end(deck, slide, origin, words, branding)
        else:
            add_content_slide(deck, slide, (number, len(slides)), origin, words)
    deck.save(buffer)
    return buffer.getvalue()


def _add_cover_or_end(deck: Deck, slide: Slide, origin: Provenance, words: Translator, branding: Branding) -> None:
    sheet, _ = new_slide(deck, "cover", slide, words, TITLES)
    room = sheet.room
    if branding.emblem or origin.cofunding:
        box = Box(room.left, room.bottom - EMBLEM, room.width, EMBLEM)
        _add_funding(sheet, box, origin.cofunding, emblem=branding.emblem)
        room = room._replace(height=room.height - EMBLEM - GAP)
    if slide.kind == "end" and 0 < len(branding.live) <= DENSE:
        png, name = io.BytesIO(), words("exports.deck.code")
        segno.make(branding.live, error="m").save(png, kind="png", scale=8, border=2)
        box = Box(room.left + room.width - CODE, room.top, CODE, CODE)
        code = add_picture(sheet, png.getvalue(), box, name, f"{name}: {branding.live}")
        code.click_action.hyperlink.address = branding.live
        room = room._replace(width=room.width - CODE - 2 * GAP)
    elif slide.kind == "end":
        slide = replace(slide, sentence="")
    origin = slide_origin(slide, origin)
    _add_texts(sheet, slide, origin, room)
    add_notes(sheet, slide, origin, counting_text(words))


def _add_texts(sheet: SlideInProgress, slide: Slide, origin: Provenance, room: Box) -> None:
    """Add the sentence and the selection large, the source small at the foot; the end has coverage and counting too."""
    words, whole = sheet.words, slide.kind == "end"
    small = [
        *([SlideParagraph(slide.coverage, language=slide.coverage_language)] if whole and slide.coverage else []),
        *([SlideParagraph(counting_text(words))] if whole else []),
        SlideParagraph(source_line(origin, words)),
    ]
    fit = fit_paragraphs(small, room._replace(height=room.height * 0.6), SMALL)
    foot = Box(room.left, room.bottom - fit.height, room.width, fit.height)
    large = [SlideParagraph(each, "text") for each in (slide.sentence, slide.filter_text) if each]
    if large:
        over = room._replace(height=room.height - fit.height - GAP * len(large))
        size = fit_paragraphs(large, over, SENTENCES).size
        add_text_box(sheet, words("exports.deck.message"), over, large, size, gap=GAP)
    add_text_box(sheet, words("exports.deck.foot"), foot, small, fit.size)


def _add_funding(sheet: SlideInProgress, box: Box, cofunding: str, *, emblem: bool) -> None:
    """Add the EU emblem with its text, and the owner's words on funding if they are others."""
    statement, left = sheet.words("exports.eu"), 0.0
    paragraphs = []
    if emblem:
        paragraphs.append(SlideParagraph(statement, "text", True))
        left = box.height * 1.5 + 14
        add_picture(sheet, svg_to_png(eu_emblem(), 1), box._replace(width=box.height * 1.5), statement, statement)
    if cofunding and not (emblem and cofunding == statement):
        paragraphs.append(SlideParagraph(cofunding))
    text_box = Box(box.left + left, box.top + 4, box.width - left, box.height - 4)
    size = fit_paragraphs(paragraphs, text_box, FUNDING, bold=True).size
    add_text_box(sheet, sheet.words("downloads.note.cofunding"), text_box, paragraphs, size)
