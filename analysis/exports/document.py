"""Sections as a Word document: headings, pictures with their text, tables whose header stands on every page."""

import io
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from docx import Document
from docx.document import Document as Opened
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from analysis.charts import Chart, Panels, tokens
from analysis.charts.svg import svg
from analysis.exports import progress as working
from analysis.exports import written
from analysis.exports.book import UNTOLD, Origin
from analysis.exports.document_table import put_table
from analysis.exports.progress import Progress
from analysis.exports.raster import png
from analysis.exports.report import lists
from analysis.exports.told import Note, foreword, head, rule
from analysis.sections import Section
from analysis.words import Words

TAGS = {"fi": "fi-FI", "sv": "sv-FI", "en": "en-GB"}
INKS = tokens("light")
FONT = "Calibri"
PAPER, MARGIN = (Mm(210), Mm(297)), Mm(20)
WIDE, TALLEST = Mm(170), Mm(190)
PICTURE, PANELS = 640, 540
"""Width of a picture as it is drawn, in pixels; of small charts, so that few stand beside each other."""
HEADINGS = {"Title": 26, "Heading 1": 18, "Heading 2": 13}
LONGEST = 255


def document(
    sections: Sequence[Section],
    words: Words,
    origin: Origin,
    *,
    title: str = "",
    made: datetime | None = None,
    progress: Progress = working.unseen,
) -> bytes:
    """A docx file of sections on A4 standing, in the language of ``words``; page one tells what it is made from.

    ``origin`` tells what is chosen for all of it; each section tells it anew.
    """
    name, file = title or words("exports.title"), Document()
    _styled(file, TAGS[words.language])
    _properties(file, name, origin, words, made)
    _foot(file, f"{name}. {head(origin).line(words)}")
    file.add_paragraph(name, style="Title")
    _notes(file, foreword(name, words, origin)[1:])
    for section in working.told(sections, progress):
        _section(file, section, words)
    packed = io.BytesIO()
    file.save(packed)
    return packed.getvalue()


def _notes(file: Opened, told: Sequence[Note]) -> None:
    for label, text in told:
        paragraph = file.add_paragraph()
        paragraph.add_run(f"{label}: ").bold = True
        paragraph.add_run(text)


def _section(file: Opened, section: Section, words: Words) -> None:
    file.add_heading(section.title, 1)
    if section.chosen:
        _small(file, section.chosen)
    if section.sentence:
        file.add_paragraph(section.sentence)
    if section.numbers:
        put_table(file, written.numbers(section.numbers, words), TAGS)
    for chart in section.charts:
        _chart(file, chart, words)
    for each in lists(section, words):
        file.add_heading(each.title, 2)
        if each.note:
            _small(file, each.note).paragraph_format.keep_with_next = True
        if each.grid.rows:
            put_table(file, each.grid, TAGS)
        else:
            file.add_paragraph(each.empty)
    if section.coverage:
        _small(file, section.coverage, TAGS.get(section.coverage_language or ""))


def _chart(file: Opened, chart: Chart, words: Words) -> None:
    file.add_heading(chart.title, 2)
    if chart.subtitle != chart.title:
        _small(file, chart.subtitle).paragraph_format.keep_with_next = True
    if not len(chart.table):
        file.add_paragraph(chart.empty)
        return
    _picture(file, chart, words)
    if chart.sentence:
        file.add_paragraph(chart.sentence).paragraph_format.keep_with_next = True
    _small(file, words("exports.rule", rule=rule(chart, words)))
    put_table(file, written.table(chart, words), TAGS)


def _picture(file: Opened, chart: Chart, words: Words) -> None:
    drawn = png(svg(chart, words, width=PANELS if isinstance(chart.mark, Panels) else PICTURE))
    shape = file.add_picture(io.BytesIO(drawn), width=WIDE)
    file.paragraphs[-1].paragraph_format.keep_with_next = True
    if shape.height > TALLEST:
        shape.width, shape.height = round(shape.width * TALLEST / shape.height), TALLEST
    named = shape._inline.docPr
    named.set("name", chart.title)
    named.set("descr", chart.alt)


def _small(file: Opened, text: str, language: str | None = None) -> Any:
    paragraph = file.add_paragraph(style="Small")
    made = paragraph.add_run(text)
    if language:
        tag(made, language)
    return paragraph


def tag(made: Any, language: str) -> None:
    """Say what language a run is in, where that is not the document's."""
    element = OxmlElement("w:lang")
    element.set(qn("w:val"), language)
    made._r.get_or_add_rPr().append(element)


def _styled(file: Opened, language: str) -> None:
    page = file.sections[0]
    page.orientation = WD_ORIENT.PORTRAIT
    page.page_width, page.page_height = PAPER
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = MARGIN
    styles: Any = file.styles
    for each in styles.element.iter(qn("w:lang")):
        each.set(qn("w:val"), language)
    normal = styles["Normal"]
    _font(normal, 10.5, "text")
    normal.paragraph_format.space_after, normal.paragraph_format.line_spacing = Pt(6), 1.15
    for name, size in HEADINGS.items():
        _font(styles[name], size, "text")
        styles[name].font.bold = True
        styles[name].paragraph_format.space_before = Pt(18 if name == "Heading 1" else 14)
        styles[name].paragraph_format.space_after = Pt(4)
    styles["Heading 1"].paragraph_format.page_break_before = True
    for each in styles["Title"].element.iter(qn("w:pBdr")):
        each.getparent().remove(each)
    small = styles.add_style("Small", 1)
    small.base_style = normal
    _font(small, 9.5, "muted")


def _font(style: Any, size: float, ink: str) -> None:
    style.font.name, style.font.size = FONT, Pt(size)
    style.font.color.rgb = RGBColor.from_string(INKS[ink][1:].upper())
    fonts = style.element.rPr.rFonts
    for name in list(fonts.attrib):
        if name.endswith("Theme"):
            del fonts.attrib[name]
    for name in ("w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(name), FONT)


def _foot(file: Opened, text: str) -> None:
    """The line at the foot of each page, and the page's number."""
    paragraph = file.sections[0].footer.paragraphs[0]
    paragraph.style = file.styles["Small"]
    paragraph.paragraph_format.tab_stops.add_tab_stop(WIDE, WD_TAB_ALIGNMENT.RIGHT)
    paragraph.add_run(f"{text}\t")
    for kind, code in (("begin", ""), ("", "PAGE"), ("end", "")):
        run = paragraph.add_run()
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = code
        run._r.append(element)


def _properties(file: Opened, name: str, origin: Origin, words: Words, made: datetime | None) -> None:
    told = file.core_properties
    told.title, told.subject, told.language = name[:LONGEST], origin.chosen[:LONGEST], TAGS[words.language]
    told.author = told.last_modified_by = (origin.source or words("frame.name"))[:LONGEST]
    told.comments = ". ".join(filter(None, (head(origin).line(words), origin.licence)))[:LONGEST]
    told.keywords = ""
    told.created = told.modified = (made or UNTOLD).replace(tzinfo=None)
