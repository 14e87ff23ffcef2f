"""The template that slides are made in: the council's own, or the shipped one in the programme's colours."""

import io
import json
from importlib.resources import files
from typing import Any

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.presentation import Presentation as PowerPoint
from pptx.slide import SlideLayout

from analysis.exports.deck.fit import Box

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
