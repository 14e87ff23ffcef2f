"""Templates of slides, the council's own or the shipped one, and a new slide in one with headline and notes."""

import io
import json
from dataclasses import replace
from importlib.resources import files
from typing import Any

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.presentation import Presentation as Deck
from pptx.slide import SlideLayout
from pptx.util import Pt

from analysis.charts.svg import Provenance
from analysis.charts.svg.text_width import keep_fractions_together
from analysis.exports.powerpoint.drawing import SlideInProgress, SlideParagraph, fill_frame
from analysis.exports.powerpoint.text_fitting import Box, fit_text
from analysis.sections import Slide
from analysis.words import Translator

DATA = files("analysis.exports") / "powerpoint"
SLIDES_TEMPLATE = DATA / "template.pptx"
"""Made by ``python -m tests.workbooks.office_templates``."""
SIZE = (960, 540)
"""Width and height of its slides in points: 16 to 9."""
EDGE = 60
TITLE = Box(EDGE, 60, SIZE[0] - 2 * EDGE, 80)
COVER = Box(EDGE, 84, SIZE[0] - 2 * EDGE, 116)
"""Places of its titles, on content slides and on covers."""
LAYOUT_NAMES: dict[str, list[str]] = json.loads((DATA / "layout_names.json").read_text(encoding="utf-8"))
"""The names of the two layouts in Deck's languages, in lower case, by "cover" and "content"."""
TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
LOWEST, LEAST = {"cover": 0.6, "content": 0.42}, 0.07
"""How low a title may end and how high it must be, as parts of the slide's height."""


class UnreadableTemplate(Exception):
    """The template is no presentation, or none of its layouts has a title."""


def open_slides_template(template: bytes | None) -> Deck:
    """A presentation without slides, made from a template (None: the shipped one).

    Slides of the template are left out. Raises UnreadableTemplate if it is no pptx file or no layout has a title.
    """
    try:
        deck = Presentation(io.BytesIO(SLIDES_TEMPLATE.read_bytes() if template is None else template))
    except Exception as error:
        raise UnreadableTemplate(str(error)) from error
    slides: Any = deck.slides.element
    for each in list(slides):
        deck.part.drop_rel(each.rId)
        slides.remove(each)
    if not any(_title(each) is not None for each in deck.slide_layouts):
        raise UnreadableTemplate("no layout has a title")
    return deck


def slide_layout(deck: Deck, kind: str) -> SlideLayout:
    """The layout for a "cover" or for "content": by its name, else the one with a title and fewest placeholders."""
    layouts = [each for each in deck.slide_layouts if _title(each) is not None]
    by_name = (each for each in layouts if each.name.strip().casefold() in LAYOUT_NAMES[kind])
    return next(by_name, min(layouts, key=lambda each: len(each.placeholders)))


def _title_box(layout: SlideLayout, width: float, height: float, kind: str) -> Box:
    """The place of a layout's title in points; if it leaves too little room below it, that of the shipped template.

    ``width`` and ``height`` are those of the slide, ``kind`` is "cover" or "content".
    """
    shape = _title(layout)
    box = Box(shape.left.pt, shape.top.pt, shape.width.pt, shape.height.pt)
    if box.bottom <= LOWEST[kind] * height and box.width >= 0.5 * width and box.height >= LEAST * height:
        return box
    across, down = width / SIZE[0], height / SIZE[1]
    shipped = COVER if kind == "cover" else TITLE
    return Box(shipped.left * across, shipped.top * down, shipped.width * across, shipped.height * down)


def _title(layout: SlideLayout) -> Any:
    """The placeholder of a layout's title; None if it has none."""
    placeholders: Any = layout.placeholders
    return next((each for each in placeholders if each.placeholder_format.type in TITLES), None)


GAP = 12
BELOW_FOOT = 28
"""Space below the text at the foot, in points of the shipped template."""


def new_slide(
    deck: Deck, kind: str, slide: Slide, words: Translator, sizes: tuple[int, ...]
) -> tuple[SlideInProgress, Box]:
    """A new slide with its headline as large as it fits, and the place of the headline.

    ``deck``: the presentation. ``kind``: "cover" or "content". ``slide``: the headline. ``words``: the language.
    ``sizes``: those that the headline may have, in points.
    """
    assert deck.slide_width and deck.slide_height
    height, layout = deck.slide_height.pt, slide_layout(deck, kind)
    page = deck.slides.add_slide(layout)
    title = page.shapes.title
    assert title is not None
    for each in [each for each in page.placeholders if each.placeholder_format.idx != title.placeholder_format.idx]:
        each.element.getparent().remove(each.element)
    box = _title_box(layout, deck.slide_width.pt, height, kind)
    title.left, title.top, title.width, title.height = (Pt(each) for each in box)
    fit = fit_text(slide.headline, box, sizes, bold=True)
    headline = SlideParagraph(keep_fractions_together(fit.text), "", True)
    fill_frame(title.text_frame, [headline], fit.size, words)
    bottom = height * (1 - BELOW_FOOT / SIZE[1])
    return SlideInProgress(page, words, Box(box.left, box.bottom + GAP, box.width, bottom - box.bottom - GAP)), box


def slide_origin(slide: Slide, origin: Provenance) -> Provenance:
    """The provenance of a slide's numbers."""
    return replace(
        origin,
        revision=slide.revision or origin.revision,
        published=slide.published or origin.published,
        filter_text=slide.filter_text,
        source=slide.source or origin.source,
        coverage=slide.coverage,
    )


def add_notes(sheet: SlideInProgress, slide: Slide, origin: Provenance, *rules: str) -> None:
    """Add what the presenter reads: own notes, the sentence, what the pictures show, and the slide's provenance.

    Office programs drop the alternative texts of charts and tables as they save; notes stay. The foot of a slide is one
    line: the whole provenance, with the ``rules`` by which its numbers are counted, is here and on the last slide.
    """
    frame: Any = sheet.page.notes_slide.notes_text_frame
    message = [slide.notes, slide.headline, slide.sentence]
    foot = [origin.filter_text, *rules, origin.coverage, origin.line(sheet.words), origin.licence]
    others = "\n".join((*message, *foot))
    shapes: Any = sheet.page.shapes
    alternative_texts = map(str, shapes.element.xpath(".//p:cNvPr/@descr"))
    pictures = dict.fromkeys([slide.chart.alt if slide.chart else "", *alternative_texts])
    shown = [each for each in pictures if each.rstrip(".") not in others]
    texts = [SlideParagraph(each, "") for each in (*message, *shown, *foot) if each]
    fill_frame(frame, texts, 12, sheet.words)
