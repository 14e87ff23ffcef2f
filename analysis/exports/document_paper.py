"""The paper of a Word document: A4 standing, its fonts and headings, the line at its foot, its properties."""

from datetime import datetime
from typing import Any

from docx.document import Document as Opened
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from analysis.charts import tokens
from analysis.exports.book import UNTOLD, Origin
from analysis.exports.told import head
from analysis.words import Words

TAGS = {"fi": "fi-FI", "sv": "sv-FI", "en": "en-GB"}
INKS = tokens("light")
FONT = "Calibri"
PAPER, MARGIN = (Mm(210), Mm(297)), Mm(20)
WIDE = Mm(170)
HEADINGS = {"Title": 26, "Heading 1": 18, "Heading 2": 13}
LONGEST = 255


def styled(file: Opened, language: str) -> None:
    """Set paper, fonts and headings, and the language of all that is written."""
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


def foot(file: Opened, text: str) -> None:
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


def properties(file: Opened, name: str, origin: Origin, words: Words, made: datetime | None) -> None:
    """What the file says of itself without being opened."""
    told = file.core_properties
    told.title, told.subject, told.language = name[:LONGEST], origin.chosen[:LONGEST], TAGS[words.language]
    told.author = told.last_modified_by = (origin.source or words("frame.name"))[:LONGEST]
    told.comments = ". ".join(filter(None, (head(origin).line(words), origin.licence)))[:LONGEST]
    told.keywords = ""
    told.created = told.modified = (made or UNTOLD).replace(tzinfo=None)
