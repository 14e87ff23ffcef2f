"""A slide with a message: a chart, numbers or a list under the headline, a line on its origin at the foot."""

from dataclasses import replace

from pptx.enum.text import PP_ALIGN
from pptx.presentation import Presentation as Deck

from analysis.charts import Columns
from analysis.charts.svg import Provenance
from analysis.exports.powerpoint.drawing import (
    SlideInProgress,
    SlideParagraph,
    add_fitting_text,
    add_text_box,
)
from analysis.exports.powerpoint.new_slide import GAP, add_notes, new_slide, slide_origin
from analysis.exports.powerpoint.slide_charts import draw_chart
from analysis.exports.powerpoint.slide_tables import add_table
from analysis.exports.powerpoint.text_fitting import Box, fit_text
from analysis.exports.shared.text_table import list_table
from analysis.sections import ItemList, Slide
from analysis.sections.model.typed_values import format_value
from analysis.words import Translator

TITLES = (34, 32, 30, 28, 26, 24, 22, 20, 18)
EYEBROWS = (16, 15, 14, 13, 12, 11, 10)
EYEBROW = 24
"""Height of the line above the headline, in points."""
SENTENCES = (22, 20, 18, 17, 16, 15, 14, 13, 12, 11, 10)
MESSAGES = (24, *SENTENCES)
"""Sizes of a finding that is a sentence, or of the sentence that there is no data."""
FEET = (11, 10, 9)
FOOT = 14
"""Height of the text at the foot: one line with source, revision, day, filters and phases; the notes hold the whole."""
NUMBER = 90
"""Width of the slide's number."""
FIGURES = (
    ("label", SlideParagraph("", "muted"), 46, (18, 17, 16, 15, 14, 13, 12)),
    ("value", SlideParagraph("", "text", True), 80, (60, 54, 48, 42, 36, 30, 26, 22, 18, 14)),
    ("change", SlideParagraph("", "muted"), 84, (16, 15, 14, 13, 12, 11)),
)
"""The lines of a number: attribute, look, height in points, the sizes it may have."""


def add_content_slide(deck: Deck, slide: Slide, place: tuple[int, int], origin: Provenance, words: Translator) -> None:
    """Add the slide.

    ``deck``: the presentation. ``place``: the slide's number and how many there are. ``origin``: what the slide does
    not say itself. ``words``: the language.
    """
    sheet, title = new_slide(deck, "content", slide, words, TITLES)
    origin = slide_origin(slide, origin)
    if slide.eyebrow:
        box = Box(title.left, max(title.top - EYEBROW - 2, 4), title.width, EYEBROW)
        add_fitting_text(
            sheet, words("exports.deck.eyebrow"), box, SlideParagraph(slide.eyebrow, "accent", True), EYEBROWS
        )
    phases = slide.chart.mark.phases if slide.chart and isinstance(slide.chart.mark, Columns) else ()
    spans = words.listing([f"{each.name} {each.span}".strip() for each in phases])
    source = words("downloads.source", source=origin.line(words))
    line = " · ".join(filter(None, (source, slide.filter_line, spans)))
    fit = fit_text(line, Box(0, 0, title.width - NUMBER, FOOT), FEET)
    _add_content(sheet, slide, sheet.room._replace(height=sheet.room.height - fit.height - GAP))
    box = Box(title.left, sheet.room.bottom - fit.height, title.width - NUMBER, fit.height)
    add_text_box(sheet, words("exports.deck.foot"), box, [SlideParagraph(fit.text)], fit.size)
    box = Box(sheet.room.left + sheet.room.width - NUMBER + 10, sheet.room.bottom - 14, NUMBER - 10, 14)
    number = SlideParagraph(words("exports.deck.number", number=place[0], of=place[1]))
    add_text_box(sheet, words("exports.deck.place"), box, [number], 11, PP_ALIGN.RIGHT)
    add_notes(sheet, slide, origin, slide.rule or words("downloads.how_once"), spans)


def _add_content(sheet: SlideInProgress, slide: Slide, room: Box) -> None:
    if slide.chart is not None and slide.chart.picture and len(slide.chart.table):
        draw_chart(sheet, slide.chart, room)
    elif slide.chart is not None:
        message = SlideParagraph(slide.sentence if len(slide.chart.table) else slide.chart.empty, "text")
        add_fitting_text(sheet, sheet.words("exports.deck.message"), room, message, MESSAGES)
    elif slide.numbers:
        _add_numbers(sheet, slide, room)
    elif slide.listing is not None:
        _add_list(sheet, slide.listing, room)


def _add_numbers(sheet: SlideInProgress, slide: Slide, room: Box) -> None:
    """Add numbers beside each other, each line of them in one size, and the sentence below them."""
    width, top = room.width / len(slide.numbers), room.top + min(24, room.height * 0.08)
    for name, look, row_height, sizes in FIGURES:
        texts = [format_value(getattr(each, name), sheet.words) for each in slide.numbers]
        first = Box(room.left, top, width - 20, row_height)
        size = min(fit_text(text, first, sizes, bold=look.bold).size for text in texts)
        height = 0.0
        for at, (number, text) in enumerate(zip(slide.numbers, texts, strict=True)):
            box = first._replace(left=first.left + at * (first.width + 20))
            if text:
                fit = fit_text(text, box, (size,), bold=look.bold)
                add_text_box(sheet, number.label, box, [replace(look, text=fit.text)], size)
                height = max(height, fit.height)
        top += height if name == "change" else row_height
    if slide.sentence:
        box = Box(room.left, top + GAP, room.width, max(room.bottom - top - GAP, 20))
        sentence = SlideParagraph(slide.sentence, "text")
        add_fitting_text(sheet, sheet.words("exports.deck.message"), box, sentence, SENTENCES)


def _add_list(sheet: SlideInProgress, listing: ItemList, room: Box) -> None:
    """Add a list as a table, and how many of its items are on the slide if not all are."""
    words, grid = sheet.words, list_table(listing, sheet.words)
    rows = add_table(sheet, grid, room._replace(height=room.height - 18), listing.title)
    total = max(listing.total, len(grid.rows))
    if rows < total:
        text = words("exports.deck.some", shown=words.number(rows), total=words.number(total))
        box = Box(room.left, room.bottom - 16, room.width, 16)
        add_text_box(sheet, words("exports.deck.message"), box, [SlideParagraph(text)], 12)
