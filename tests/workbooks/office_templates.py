"""The shipped templates of slides and of documents: `python -m tests.workbooks.office_templates` writes both.

They begin as the empty files of python-pptx and python-docx; what these libraries have no public face for is done here,
once, so that the program only opens and fills the templates. A designer may change the written files in an office
program; the test of this module then says that they are no longer those of this script, and may be taken out.
"""

import io
import re
from pathlib import Path
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, RGBColor
from docx.shared import Pt as WordPt
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml.ns import qn as slide_qn
from pptx.util import Pt

from analysis.charts import tokens
from analysis.exports.powerpoint.new_slide import COVER, SIZE, SLIDES_TEMPLATE, TITLE, slide_layout
from analysis.exports.word.document import DOCUMENT_TEMPLATE
from analysis.exports.word.tables import WIDTH

COLOURS = tokens("light")
THEME = {
    **{"dk1": "text", "lt1": "surface", "dk2": "muted", "lt2": "ground", "hlink": "accent", "folHlink": "accent"},
    **{"accent1": "accent", "accent2": "bar", "accent3": "region-12", "accent4": "region-16", "accent5": "region-10"},
    "accent6": "region-19",
}
"""The theme's colours as tokens of the charts."""
TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
FONT = "Calibri"
PAPER, MARGIN = (Mm(210), Mm(297)), Mm(20)
HEADINGS = {"Title": 26, "Heading 1": 18, "Heading 2": 13}
"""Styles of headings and their sizes in points."""


def slides_template() -> bytes:
    """A pptx file, 16 to 9, without slides: a layout for covers and one for content, each with a title and no more."""
    file = Presentation()
    file.slide_width, file.slide_height = Pt(SIZE[0]), Pt(SIZE[1])
    layouts = [slide_layout(file, kind) for kind in ("cover", "content")]
    for each in [each for each in file.slide_layouts if each not in layouts]:
        file.slide_layouts.remove(each)
    master = file.slide_master
    theme: Any = next(each.target_part for each in master.part.rels.values() if each.reltype.endswith("/theme"))
    text = theme.blob.decode()
    for name, token in THEME.items():
        colour = f'<a:{name}><a:srgbClr val="{COLOURS[token][1:].upper()}"/></a:{name}>'
        text = re.sub(rf"<a:{name}>.*?</a:{name}>", colour, text, flags=re.DOTALL)
    theme._blob = text.encode()
    style = master.element.find(f".//{slide_qn('p:titleStyle')}/{slide_qn('a:lvl1pPr')}")
    style.set("algn", "l")
    style.find(slide_qn("a:defRPr")).set("b", "1")
    for holder, box in zip((master, *layouts), (TITLE, COVER, TITLE), strict=True):
        placeholders: list[Any] = list(holder.placeholders)
        for each in placeholders:
            if each.placeholder_format.type in TITLES:
                each.left, each.top, each.width, each.height = (Pt(side) for side in box)
            else:
                each.element.getparent().remove(each.element)
    return _packed(file)


def document_template() -> bytes:
    """A docx file, A4 upright: fonts and headings, the style of tables, and a foot with a place for a line of text
    before the page's number.
    """
    file = Document()
    page, styles = file.sections[0], file.styles
    page.orientation = WD_ORIENT.PORTRAIT
    page.page_width, page.page_height = PAPER
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = MARGIN
    normal: Any = styles["Normal"]
    _set_font(normal, 10.5, "text")
    normal.paragraph_format.space_after, normal.paragraph_format.line_spacing = WordPt(6), 1.15
    for name, size in HEADINGS.items():
        heading: Any = styles[name]
        _set_font(heading, size, "text")
        heading.font.bold = True
        heading.paragraph_format.space_before = WordPt(18 if name == "Heading 1" else 14)
        heading.paragraph_format.space_after = WordPt(4)
        heading.paragraph_format.page_break_before = True if name == "Heading 1" else None
    for border in list(styles["Title"].element.iter(qn("w:pBdr"))):
        border.getparent().remove(border)
    small: Any = styles.add_style("Small", WD_STYLE_TYPE.PARAGRAPH)
    small.base_style = normal
    _set_font(small, 9.5, "muted")
    _add_table_style(file)
    _add_foot(file)
    # A second copy of the styles for Word 2007, which does not follow the changes above.
    relations = file.part.rels
    copies = [name for name, each in relations.items() if each.reltype.endswith("/stylesWithEffects")]
    for name in copies:
        file.part.drop_rel(name)
    return _packed(file)


def _set_font(style: Any, size: float, token: str) -> None:
    """The font of a style, for all scripts; its theme's fonts no longer come before it."""
    style.font.name, style.font.size = FONT, WordPt(size)
    style.font.color.rgb = RGBColor.from_string(COLOURS[token][1:].upper())
    fonts = style.element.rPr.rFonts
    for name in [name for name in fonts.attrib if name.endswith("Theme")]:
        del fonts.attrib[name]
    for name in ("w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(name), FONT)


def _add_table_style(file: WordDocument) -> None:
    """The style "Report table": a hairline between rows and one below the last."""
    style: Any = file.styles.add_style("Report Table", WD_STYLE_TYPE.TABLE)
    style.base_style = file.styles["Normal Table"]
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{colour}"/>'
        for side, colour in (("bottom", "AAB3BE"), ("insideH", "E9ECF0"))
    )
    style.element.append(parse_xml(f"<w:tblPr {nsdecls('w')}><w:tblBorders>{lines}</w:tblBorders></w:tblPr>"))


def _add_foot(file: WordDocument) -> None:
    paragraph = file.sections[0].footer.paragraphs[0]
    paragraph.style = file.styles["Small"]
    paragraph.paragraph_format.tab_stops.add_tab_stop(WIDTH, WD_TAB_ALIGNMENT.RIGHT)
    paragraph.add_run()
    paragraph.add_run("\t")
    for kind, code in (("begin", ""), ("", "PAGE"), ("end", "")):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = code
        paragraph.add_run().element.append(element)


def _packed(file: Any) -> bytes:
    packed = io.BytesIO()
    file.save(packed)
    return packed.getvalue()


TEMPLATES = {Path(str(SLIDES_TEMPLATE)): slides_template, Path(str(DOCUMENT_TEMPLATE)): document_template}


if __name__ == "__main__":
    for path, make in TEMPLATES.items():
        path.write_bytes(make())
