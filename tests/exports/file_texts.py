"""What stands in a file, read by a library that did not write it or by the text of its parts."""

import io
import json
from collections.abc import Callable
from html.parser import HTMLParser

from docx import Document
from icalendar import Calendar
from openpyxl import load_workbook
from pptx import Presentation

Table = list[list[str]]


class Page(HTMLParser):
    """The text of an HTML file, and its tables cell by cell."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.text, self.tables, self._cell = "", list[Table](), False
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in ("td", "th"):
            self.tables[-1][-1].append("")
            self._cell = True

    def handle_endtag(self, tag):
        self._cell = self._cell and tag not in ("td", "th")

    def handle_data(self, data):
        self.text += data
        if self._cell:
            self.tables[-1][-1][-1] += data


def deck_text(data: bytes) -> str:
    pages = Presentation(io.BytesIO(data)).slides
    frames = [shape.text_frame.text for page in pages for shape in page.shapes if shape.has_text_frame]
    return "\n".join([*frames, *(page.notes_slide.notes_text_frame.text for page in pages)])


def book_text(data: bytes) -> str:
    sheets = load_workbook(io.BytesIO(data)).worksheets
    return "\n".join(str(cell.value) for sheet in sheets for row in sheet.iter_rows() for cell in row if cell.value)


def document_text(data: bytes) -> str:
    return "\n".join(each.text for each in Document(io.BytesIO(data)).paragraphs)


def document_tables(data: bytes) -> list[Table]:
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in Document(io.BytesIO(data)).tables]


def calendar_text(data: bytes) -> str:
    return str(Calendar.from_ical(data)["description"])


def json_text(data: bytes) -> str:
    return "\n".join(map(str, json.loads(data).values()))


TEXTS: dict[str, Callable[[bytes], str]] = {
    "pptx": deck_text,
    "xlsx": book_text,
    "html": lambda data: Page(data.decode()).text,
    "docx": document_text,
    "csv": lambda data: data.decode("utf-8-sig").replace('""', '"'),
    "ics": calendar_text,
    "json": json_text,
}
