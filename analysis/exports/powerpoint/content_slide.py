"""A slide with a message: a chart, numbers or a list under the headline, and below it what it is made from."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pptx.enum.text import PP_ALIGN
from pptx.presentation import Presentation as Opened

from analysis.charts import Columns
from analysis.charts.svg import Provenance
from analysis.exports.powerpoint import slide_tables, text_fitting
from analysis.exports.powerpoint.drawing import SlideInProgress, SlideParagraph, add_text_box
from analysis.exports.powerpoint.new_slide import GAP, add_notes, new_slide, slide_origin
from analysis.exports.powerpoint.slide_charts import draw_chart
from analysis.exports.powerpoint.text_fitting import Box
from analysis.exports.shared import text_table
from analysis.exports.shared.provenance import source_line
from analysis.sections import Metric, Slide
from analysis.sections.model.typed_values import format_value
from analysis.words import Translator

TITLES = (34, 32, 30, 28, 26, 24, 22, 20, 18)
EYEBROW = 24
"""Height of the line above the headline, in points."""
FEET = (11, 10, 9, 8)
FOOT = 96
"""Height that the words below the message take at most."""
AT = 90
"""Width of the slide's number."""
FIGURES = (
    ("label", "muted", False, 46, (18, 17, 16, 15, 14, 13, 12)),
    ("value", "text", True, 80, (60, 54, 48, 42, 36, 30, 26, 22, 18, 14)),
    ("change", "muted", False, 84, (16, 15, 14, 13, 12, 11)),
)
"""What a number shows: the colour, whether it is bold, its height in points, the sizes it may have."""


def add_content_slide(
    deck: Opened, slide: Slide, place: tuple[int, int], origin: Provenance, words: Translator
) -> None:
    """Add the slide; ``place`` is its number and how many there are."""
    sheet, title = new_slide(deck, "content", slide, words, TITLES)
    mine = slide_origin(slide, origin)
    over = Box(title.left, max(title.top - EYEBROW - 2, 4), title.width, EYEBROW)
    if slide.eyebrow:
        fitted = text_fitting.fit_text(slide.eyebrow, over, (16, 15, 14, 13, 12, 11, 10), bold=True)
        add_text_box(
            sheet, words("exports.deck.eyebrow"), over, [SlideParagraph(fitted.text, "accent", True)], fitted.size
        )
    told = list(_foot(slide, mine, words))
    taken = text_fitting.fit_text("\n".join(each.text for each in told), Box(0, 0, title.width - AT, FOOT), FEET)
    _content(sheet, slide, sheet.room._replace(height=sheet.room.height - taken.height - GAP))
    foot = Box(title.left, sheet.room.bottom - taken.height, title.width - AT, taken.height)
    add_text_box(sheet, words("exports.deck.foot"), foot, told, taken.size)
    _number(sheet, place)
    add_notes(sheet, slide, mine, slide.rule or words("downloads.how_once"))


def _content(sheet: SlideInProgress, slide: Slide, room: Box) -> None:
    if slide.chart is not None and len(slide.chart.table):
        draw_chart(slide.chart.mark, sheet, slide.chart, room)
    elif slide.chart is not None:
        add_text_box(sheet, sheet.words("exports.deck.message"), room, [SlideParagraph(slide.chart.empty, "text")], 24)
    elif slide.numbers:
        _numbers(sheet, slide, room)
    elif slide.listing is not None:
        _listing(sheet, slide, room)


def _numbers(sheet: SlideInProgress, slide: Slide, room: Box) -> None:
    """Numbers beside each other, and the sentence below them."""
    wide, top = room.width / len(slide.numbers), room.top + min(24, room.height * 0.08)
    for name, ink, bold, height, sizes in FIGURES:
        row = Box(room.left, top, wide - 20, height)
        taken = _figures(sheet, slide.numbers, name, row, SlideParagraph("", ink, bold), sizes)
        top += taken if name == "change" else height
    if slide.sentence:
        box = Box(room.left, top + GAP, room.width, max(room.bottom - top - GAP, 20))
        fitted = text_fitting.fit_text(slide.sentence, box, (22, 20, 18, 17, 16, 15, 14, 13, 12, 11, 10))
        add_text_box(
            sheet, sheet.words("exports.deck.message"), box, [SlideParagraph(fitted.text, "text")], fitted.size
        )


def _figures(
    sheet: SlideInProgress,
    numbers: Sequence[Metric],
    name: str,
    first: Box,
    look: SlideParagraph,
    sizes: Sequence[float],
) -> float:
    """What numbers say under a name, in one size, beside each other from the first place on; how high that is."""
    texts = [format_value(getattr(each, name), sheet.words) for each in numbers]
    size = min(text_fitting.fit_text(text, first, sizes, bold=look.bold).size for text in texts)
    high = 0.0
    for at, (number, text) in enumerate(zip(numbers, texts, strict=True)):
        place = first._replace(left=first.left + at * (first.width + 20))
        fitted = text_fitting.fit_text(text, place, (size,), bold=look.bold)
        if text:
            add_text_box(sheet, number.label, place, [replace(look, text=fitted.text)], size)
            high = max(high, fitted.height)
    return high


def _listing(sheet: SlideInProgress, slide: Slide, room: Box) -> None:
    listing, words = slide.listing, sheet.words
    assert listing is not None
    grid = text_table.list_table(listing, words)
    shown = slide_tables.add_table(sheet, grid, room._replace(height=room.height - 18), listing.title)
    total = max(listing.total, len(grid.rows))
    if shown < total:
        told = words("exports.deck.some", shown=words.number(shown), total=words.number(total))
        box = Box(room.left, room.bottom - 16, room.width, 16)
        add_text_box(sheet, words("exports.deck.message"), box, [SlideParagraph(told)], 12)


def _number(sheet: SlideInProgress, place: tuple[int, int]) -> None:
    box = Box(sheet.room.left + sheet.room.width - AT + 10, sheet.room.bottom - 14, AT - 10, 14)
    told = sheet.words("exports.deck.number", number=place[0], of=place[1])
    add_text_box(sheet, sheet.words("exports.deck.place"), box, [SlideParagraph(told)], 11, PP_ALIGN.RIGHT)


def _foot(slide: Slide, origin: Provenance, words: Translator) -> Iterator[SlideParagraph]:
    yield from (
        SlideParagraph(each) for each in (origin.filter_text, slide.rule or words("downloads.how_once")) if each
    )
    if slide.chart is not None and isinstance(slide.chart.mark, Columns) and slide.chart.mark.phases:
        yield SlideParagraph(words.listing([f"{each.name} {each.span}".strip() for each in slide.chart.mark.phases]))
    if slide.coverage:
        yield SlideParagraph(slide.coverage, language=slide.coverage_language)
    yield SlideParagraph(source_line(origin, words))
