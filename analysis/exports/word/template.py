"""The shipped template of a Word document, opened and filled: language, properties, the line at the foot."""

from datetime import datetime
from importlib.resources import files
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.text.run import Run

from analysis.charts.svg import Provenance
from analysis.exports.shared.provenance import LANGUAGE_TAGS, set_properties
from analysis.words import Translator

DOCUMENT_TEMPLATE = files("analysis.exports") / "template.docx"
"""Made by ``python -m tests.workbooks.office_templates``: A4 upright, styles of headings, small text and tables."""
WIDE = Mm(170)
"""Width of the text on a page."""


def open_template(name: str, origin: Provenance, words: Translator, made: datetime | None) -> WordDocument:
    """An empty document in the language of ``words``, its properties and the foot of its pages filled.

    ``name`` is its title; ``made`` the time that it gives as its own, so that the same data make the same file.
    """
    with DOCUMENT_TEMPLATE.open("rb") as template:
        file = Document(template)
    styles: Any = file.styles.element
    for each in styles.iter(qn("w:lang")):
        each.set(qn("w:val"), LANGUAGE_TAGS[words.language])
    file.sections[0].footer.paragraphs[0].runs[0].text = f"{name}. {origin.line(words)}"
    set_properties(file.core_properties, name, origin, words, made)
    return file


def set_language(run: Run, tag: str) -> None:
    """Mark a run as being in another language than its document: "sv-FI"."""
    language: Any = OxmlElement("w:lang")
    language.set(qn("w:val"), tag)
    run.element.get_or_add_rPr().append(language)
