"""One slide that is being made, and the text on it."""

import io
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.slide import Slide as Page
from pptx.util import Emu, Pt

from analysis.charts import tokens
from analysis.exports.powerpoint.text_fitting import Box
from analysis.exports.shared.provenance import LANGUAGE_TAGS
from analysis.schema import Language
from analysis.words import Translator

COLOURS = tokens("light")


@dataclass(frozen=True)
class SlideInProgress:
    """A slide, its words, and the place that the message has on it."""

    page: Page
    words: Translator
    room: Box

    @property
    def tag(self) -> str:
        """The language as documents name it."""
        return LANGUAGE_TAGS[self.words.language]


@dataclass(frozen=True)
class SlideParagraph:
    """A paragraph: its text, and the language it is in where that is another than the slide's."""

    text: str
    ink: str = "muted"
    bold: bool = False
    language: Language | None = None


def rgb(token: str) -> RGBColor:
    """A colour by its role."""
    return RGBColor.from_string(COLOURS[token][1:].upper())


def add_text_box(
    sheet: SlideInProgress,
    name: str,
    box: Box,
    told: Iterable[SlideParagraph],
    size: float,
    align: PP_ALIGN = PP_ALIGN.LEFT,
    *,
    gap: float = 0,
) -> Any:
    """A text box with paragraphs in one size, a gap between them; gives back the shape."""
    shape = sheet.page.shapes.add_textbox(Pt(box.left), Pt(box.top), Pt(box.width), Pt(box.height))
    shape.name = name
    fill_frame(shape.text_frame, told, size, sheet.tag, align)
    for paragraph in shape.text_frame.paragraphs[1:] if gap else ():
        paragraph.space_before = Pt(gap)
    return shape


def fill_frame(
    frame: Any, told: Iterable[SlideParagraph], size: float, tag: str, align: PP_ALIGN | None = PP_ALIGN.LEFT
) -> None:
    """Put paragraphs into a frame without edges that grows and shrinks nothing."""
    frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.vertical_anchor = MSO_ANCHOR.TOP
    for at, each in enumerate(told):
        paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
        if align is not None:
            paragraph.alignment = align
        add_run(paragraph, each, size, tag)


def add_run(paragraph: Any, said: SlideParagraph, size: float, tag: str) -> None:
    """Put a text into a paragraph, tagged with its language."""
    made = paragraph.add_run()
    made.text = said.text
    made.font.size, made.font.bold = Pt(size), said.bold
    if said.ink:
        made.font.color.rgb = rgb(said.ink)
    made.font.language_id = MSO_LANGUAGE_ID.from_xml(LANGUAGE_TAGS[said.language] if said.language else tag)


def add_picture(sheet: SlideInProgress, drawn: bytes, box: Box, name: str, alt: str) -> Any:
    """Put a picture of pixels into the middle of a place, as large as it fits; gives back the shape."""
    shape = sheet.page.shapes.add_picture(io.BytesIO(drawn), Pt(box.left), Pt(box.top), Pt(box.width))
    if shape.height > Pt(box.height):
        shape.width, shape.height = Emu(round(shape.width * Pt(box.height) / shape.height)), Pt(box.height)
    shape.left = Pt(box.left + (box.width - shape.width.pt) / 2)
    set_alt_text(shape, name, alt)
    return shape


def set_alt_text(shape: Any, name: str, text: str) -> None:
    """Give a picture, chart or table its name and its text for those who do not see it."""
    named = shape.element.xpath(".//p:cNvPr")[0]
    named.set("name", name)
    named.set("descr", text)
