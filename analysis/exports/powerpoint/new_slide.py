"""The template that slides are made in: the council's own, or the shipped one in the programme's colours."""

import io
import json
from dataclasses import replace
from importlib.resources import files
from typing import Any

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.presentation import Presentation as Opened
from pptx.presentation import Presentation as PowerPoint
from pptx.slide import SlideLayout
from pptx.util import Pt

from analysis.charts.svg import Provenance
from analysis.charts.svg.text_width import keep_fractions_together
from analysis.exports.powerpoint import text_fitting
from analysis.exports.powerpoint.drawing import SlideInProgress, SlideParagraph, fill_frame
from analysis.exports.powerpoint.text_fitting import Box
from analysis.exports.shared.provenance import LANGUAGE_TAGS
from analysis.sections import Slide
from analysis.words import Translator

DATA = files("analysis.exports")
SLIDES_TEMPLATE = DATA / "template.pptx"
"""Made by ``python -m tests.workbooks.office_templates``."""
SIZE = (960, 540)
"""Width and height of its slides in points: 16 to 9."""
EDGE = 60
TITLE = Box(EDGE, 60, SIZE[0] - 2 * EDGE, 80)
COVER = Box(EDGE, 84, SIZE[0] - 2 * EDGE, 116)
"""Places of its titles, on content slides and on covers."""
LAYOUT_NAMES: dict[str, list[str]] = json.loads((DATA / "layout_names.json").read_text(encoding="utf-8"))
"""The names of the two layouts in PowerPoint's languages, in lower case, by "cover" and "content"."""
TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
LOWEST, LEAST = {"cover": 0.6, "content": 0.42}, 0.07
"""How low a title may end and how high it must be, as parts of the slide's height."""


class UnreadableTemplate(Exception):
    """The template is no presentation, or none of its layouts has a title."""


def open_slides_template(template: bytes | None) -> PowerPoint:
    """A presentation without slides, made from a template (None: the shipped one).

    Slides that the template holds are left out. Raises Unreadable if it is no pptx file or no layout has a title.
    """
    try:
        file = Presentation(io.BytesIO(SLIDES_TEMPLATE.read_bytes() if template is None else template))
    except Exception as error:
        raise UnreadableTemplate(str(error)) from error
    slides: Any = file.slides.element
    for each in list(slides):
        file.part.drop_rel(each.rId)
        slides.remove(each)
    if not any(_title(each) is not None for each in file.slide_layouts):
        raise UnreadableTemplate("no layout has a title")
    return file


def slide_layout(file: PowerPoint, kind: str) -> SlideLayout:
    """The layout for a "cover" or for "content": by its name, else the one with a title and fewest placeholders."""
    titled = [each for each in file.slide_layouts if _title(each) is not None]
    named = (each for each in titled if each.name.strip().casefold() in LAYOUT_NAMES[kind])
    return next(named, min(titled, key=lambda each: len(each.placeholders)))


def slide_size(file: PowerPoint) -> tuple[float, float]:
    """Width and height of a slide in points."""
    assert file.slide_width and file.slide_height
    return file.slide_width.pt, file.slide_height.pt


def title_box(slide_layout: SlideLayout, width: float, height: float, kind: str) -> Box:
    """The place of a layout's title in points; if it leaves too little room below it, that of the shipped template.

    ``width`` and ``height`` are those of the slide, ``kind`` is "cover" or "content".
    """
    shape = _title(slide_layout)
    box = Box(shape.left.pt, shape.top.pt, shape.width.pt, shape.height.pt)
    if box.bottom <= LOWEST[kind] * height and box.width >= 0.5 * width and box.height >= LEAST * height:
        return box
    across, down = width / SIZE[0], height / SIZE[1]
    shipped = COVER if kind == "cover" else TITLE
    return Box(shipped.left * across, shipped.top * down, shipped.width * across, shipped.height * down)


def _title(slide_layout: SlideLayout) -> Any:
    """The placeholder of a layout's title; None if it has none."""
    placeholders: Any = slide_layout.placeholders
    return next((each for each in placeholders if each.placeholder_format.type in TITLES), None)


GAP = 12
BELOW_FOOT = 28
"""Below the words at the foot, in points of our own slides."""


def new_slide(
    deck: Opened, kind: str, slide: Slide, words: Translator, sizes: tuple[int, ...]
) -> tuple[SlideInProgress, Box]:
    """A new slide with its headline as large as it fits, and the place of that."""
    width, height = slide_size(deck)
    found = slide_layout(deck, kind)
    page = deck.slides.add_slide(found)
    title = page.shapes.title
    assert title is not None
    for each in [each for each in page.placeholders if each.placeholder_format.idx != title.placeholder_format.idx]:
        each.element.getparent().remove(each.element)
    box = title_box(found, width, height, kind)
    title.left, title.top, title.width, title.height = (Pt(each) for each in box)
    fitted = text_fitting.fit_text(slide.headline, box, sizes, bold=True)
    fill_frame(
        title.text_frame,
        [SlideParagraph(keep_fractions_together(fitted.text), "", True)],
        fitted.size,
        LANGUAGE_TAGS[words.language],
        None,
    )
    bottom = height * (1 - BELOW_FOOT / SIZE[1])
    return SlideInProgress(page, words, Box(box.left, box.bottom + GAP, box.width, bottom - box.bottom - GAP)), box


def slide_origin(slide: Slide, origin: Provenance) -> Provenance:
    """Where a slide's numbers come from."""
    return replace(
        origin,
        revision=slide.revision or origin.revision,
        published=slide.published or origin.published,
        filter_text=slide.filter_text,
        source=slide.source or origin.source,
        coverage=slide.coverage,
    )


def add_notes(sheet: SlideInProgress, slide: Slide, origin: Provenance, rule: str) -> None:
    """What the presenter reads: her own notes, the sentence, and all that the slide is made from."""
    frame: Any = sheet.page.notes_slide.notes_text_frame
    told = [slide.notes, slide.headline, slide.sentence, origin.filter_text, rule, origin.coverage]
    told += [origin.line(sheet.words), origin.licence]
    fill_frame(frame, [SlideParagraph(each, "") for each in told if each], 12, sheet.tag, None)
