"""The parts of a slide: text boxes, frames with paragraphs, pictures, alternative texts, colours."""

import io
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.slide import Slide as Page
from pptx.util import Emu, Pt

from analysis.exports.powerpoint.text_fitting import Box, TextFit, fit_text
from analysis.exports.shared.images import COLOURS
from analysis.exports.shared.provenance import LANGUAGE_TAGS
from analysis.schema import Language
from analysis.words import Translator

LANGUAGE_IDS = {language: MSO_LANGUAGE_ID.from_xml(tag) for language, tag in LANGUAGE_TAGS.items()}
"""PowerPoint's constants of languages."""


@dataclass(frozen=True)
class SlideInProgress:
    """A slide, its words, and the place that the message has on it."""

    page: Page
    words: Translator
    room: Box


@dataclass(frozen=True)
class SlideParagraph:
    """A paragraph: its text, the token of its colour ("" for that of the layout), and its language if that is another
    than the slide's."""

    text: str
    ink: str = "muted"
    bold: bool = False
    language: Language | None = None


def rgb(token: str) -> RGBColor:
    """A colour by its token."""
    return RGBColor.from_string(COLOURS[token][1:].upper())


def fit_paragraphs(
    paragraphs: Sequence[SlideParagraph], box: Box, sizes: Sequence[float], *, bold: bool = False
) -> TextFit:
    """Paragraphs as one text in the largest size in which they fit."""
    return fit_text("\n".join(each.text for each in paragraphs), box, sizes, bold=bold)


def add_fitting_text(
    sheet: SlideInProgress, name: str, box: Box, paragraph: SlideParagraph, sizes: Sequence[float]
) -> None:
    """Add a text box with one paragraph in the largest size in which it fits, cut if it fits in none.

    ``sheet``: the slide. ``name``: that of the shape. ``box``: its place. ``sizes``: in points, the largest first.
    """
    fit = fit_text(paragraph.text, box, sizes, bold=paragraph.bold)
    add_text_box(sheet, name, box, [replace(paragraph, text=fit.text)], fit.size)


def add_text_box(
    sheet: SlideInProgress,
    name: str,
    box: Box,
    paragraphs: Sequence[SlideParagraph],
    size: float,
    align: PP_ALIGN = PP_ALIGN.LEFT,
    *,
    gap: float = 0,
) -> None:
    """Add a text box.

    ``sheet``: the slide. ``name``: that of the shape. ``box``: its place. ``paragraphs``: its text, all of one ``size``
    in points. ``align``: left, right or centred. ``gap``: points between paragraphs.
    """
    shape = sheet.page.shapes.add_textbox(Pt(box.left), Pt(box.top), Pt(box.width), Pt(box.height))
    shape.name = name
    fill_frame(shape.text_frame, paragraphs, size, sheet.words, align)
    for paragraph in shape.text_frame.paragraphs[1:] if gap else ():
        paragraph.space_before = Pt(gap)


def fill_frame(
    frame: Any, paragraphs: Sequence[SlideParagraph], size: float, words: Translator, align: PP_ALIGN | None = None
) -> None:
    """Put paragraphs into a text frame without margins that neither grows nor shrinks.

    ``frame``: that of a shape or a cell. ``paragraphs``: their texts. ``size``: in points. ``words``: the language of
    the slide. ``align``: None for that of the layout.
    """
    frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.vertical_anchor = MSO_ANCHOR.TOP
    for at, each in enumerate(paragraphs):
        paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
        if align is not None:
            paragraph.alignment = align
        run = paragraph.add_run()
        run.text = each.text
        run.font.size, run.font.bold = Pt(size), each.bold
        if each.ink:
            run.font.color.rgb = rgb(each.ink)
        run.font.language_id = LANGUAGE_IDS[each.language or words.language]


def add_picture(sheet: SlideInProgress, png: bytes, box: Box, name: str, alt: str) -> Any:
    """Put a picture into the middle of a place, as large as it fits; returns the shape.

    ``sheet``: the slide. ``png``: the picture. ``box``: the place. ``name``, ``alt``: name and alternative text.
    """
    shape = sheet.page.shapes.add_picture(io.BytesIO(png), Pt(box.left), Pt(box.top), Pt(box.width))
    if shape.height > Pt(box.height):
        shape.width, shape.height = Emu(round(shape.width * Pt(box.height) / shape.height)), Pt(box.height)
    shape.left = Pt(box.left + (box.width - shape.width.pt) / 2)
    set_alt_text(shape, name, alt)
    return shape


def set_alt_text(shape: Any, name: str, text: str) -> None:
    """Give a picture, chart or table its name and its alternative text."""
    properties = shape.element.xpath(".//p:cNvPr")[0]
    properties.set("name", name)
    properties.set("descr", text)
