"""The shipped templates are those of their script, and what the program fills looks for is in them."""

import io
from pathlib import Path

import pytest
from docx import Document
from pptx import Presentation

from tests.exports.workbook_checks import parts_apart
from tests.workbooks.office_templates import TEMPLATES


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_the_shipped_template_is_the_one_that_the_script_makes(path: Path):
    assert parts_apart(path.read_bytes(), TEMPLATES[path]()) == []


def test_templates_are_small_and_have_no_content():
    slides, document = (io.BytesIO(path.read_bytes()) for path in TEMPLATES)
    assert len(Presentation(slides).slides) == 0
    assert [each.text for each in Document(document).paragraphs] == []
    assert sum(path.stat().st_size for path in TEMPLATES) < 64_000
