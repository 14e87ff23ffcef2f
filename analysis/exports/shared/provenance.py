"""Names of files, and what each file says of itself: notes as text, and the properties of an Office file."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from analysis.charts import Chart, Columns
from analysis.charts.svg import Provenance
from analysis.sections import RecordTable, Section
from analysis.words import Translator
from analysis.words.short_text import short_text

LONGEST_NAME = 100
Note = tuple[str, str]
"""A label and its text."""
NOTES = ("title", "subtitle", "chosen", "rule", "phases", "coverage", "source", "licence", "cofunding")
COUNTING = ("once", "joint", "year", "cancelled", "unknown")
UNKNOWN_TIME = datetime(1980, 1, 1)
"""Timestamp of a file if none is known: the earliest that a zip archive can hold."""
LANGUAGE_TAGS = {"fi": "fi-FI", "sv": "sv-FI", "en": "en-GB"}
"""Languages as Office files name them."""
LONGEST_COVERAGE, LONGEST_NOTE = 450, 160
"""So many letters of the owner's text on coverage, and of each other one, are on a file of one page."""
LONGEST_PROPERTY = 255
"""Number of letters that a property of an Office file may have."""


def file_name(*parts: str, ending: str, revision: str = "", day: date | None = None) -> str:
    """A file's name from its parts: "klusteripulssi-tapahtumat-lappi-r12-2023-06-24.csv".

    Lower case, letters and digits joined by hyphens (ä becomes a), the parts cut to 100 characters together.
    """
    texts = (unicodedata.normalize("NFKD", each.lower()) for each in ("klusteripulssi", *parts, revision))
    letters = (each.encode("ascii", "ignore").decode() for each in texts)
    *names, number = (re.sub("[^a-z0-9]+", "-", each).strip("-") for each in letters)
    name = "-".join(filter(None, names))[:LONGEST_NAME].strip("-")
    return "-".join(filter(None, (name, number, day.isoformat() if day else ""))) + f".{ending}"


def unique_keys(sections: Sequence[Section]) -> list[tuple[str, Section]]:
    """The sections with unique keys: the second "overview", under another selection, is "overview-2"."""
    counts, keys = Counter[str](), []
    for section in sections:
        counts[section.key] += 1
        keys.append(f"{section.key}-{counts[section.key]}" if counts[section.key] > 1 else section.key)
    return list(zip(keys, sections, strict=True))


def chart_notes(source: Chart | RecordTable, words: Translator, origin: Provenance) -> list[Note]:
    """Label and text of all that a file of one chart, or of rows, says; the source has revision and day too."""
    if isinstance(source, RecordTable):
        return _notes({"title": source.title, "rule": source.rule}, words, origin)
    texts = {"title": source.title, "subtitle": source.subtitle, "rule": counting_rule(source, words)}
    if isinstance(source.mark, Columns):
        texts["phases"] = words.listing([f"{phase.name} {phase.span}".strip() for phase in source.mark.phases])
    return _notes(texts, words, origin)


def section_notes(title: str, words: Translator, origin: Provenance) -> list[Note]:
    """Label and text of what a file of several sections says; the source has revision and day too."""
    return _notes({"title": title, "rule": counting_text(words), "cofunding": origin.cofunding}, words, origin)


def one_page_notes(title: str, words: Translator, origin: Provenance) -> list[Note]:
    """The notes of a file of one page, without its ``title``: `section_notes` with the owner's long texts shortened."""
    notes, rule = section_notes(title, words, origin)[1:], words("downloads.note.rule")
    end, most = words("downloads.shortened"), {words("downloads.note.coverage"): LONGEST_COVERAGE}
    most |= {rule: len(counting_text(words)), words("downloads.note.chosen"): LONGEST_COVERAGE}
    return [(label, short_text(text, most.get(label, LONGEST_NOTE), end)) for label, text in notes]


def _notes(texts: dict[str, str], words: Translator, origin: Provenance) -> list[Note]:
    """These texts and those of the origin, in the usual order; empty ones are left out."""
    texts = {"chosen": origin.filter_text, "coverage": origin.coverage, "licence": origin.licence, **texts}
    texts["source"] = origin.line(words)
    return [(words(f"downloads.note.{name}"), texts[name]) for name in NOTES if texts.get(name)]


def counting_rule(chart: Chart, words: Translator) -> str:
    """How a chart's numbers are counted; each row once if the chart does not say."""
    return chart.rule or words("downloads.how_once")


def counting_text(words: Translator) -> str:
    """How everything is counted, as the page about the dashboard says it."""
    return " ".join(words(f"about.counting.{each}") for each in COUNTING)


def source_line(origin: Provenance, words: Translator) -> str:
    """Source, revision, day and licence in one line."""
    licence = words("downloads.licence", licence=origin.licence) if origin.licence else ""
    return ". ".join(filter(None, (words("downloads.source", source=origin.line(words)), licence)))


def set_properties(
    properties: Any, title: str, origin: Provenance, words: Translator, timestamp: datetime | None
) -> None:
    """Fill the properties of a Word or PowerPoint file.

    ``properties``: the ``core_properties`` of python-docx or python-pptx. ``title``: that of the document.
    ``origin``: author, subject and comments. ``words``: the language. ``timestamp``: the time of the file; None: one
    that is always the same, so that the same data make the same file.
    """
    comments = ". ".join(filter(None, (origin.line(words), origin.licence)))
    texts = {"title": title, "subject": origin.filter_text, "author": origin.source or words("frame.name")}
    for name, text in {**texts, "comments": comments, "keywords": "", "category": ""}.items():
        setattr(properties, name, text[:LONGEST_PROPERTY])
    properties.last_modified_by, properties.language = properties.author, LANGUAGE_TAGS[words.language]
    properties.created = properties.modified = (timestamp or UNKNOWN_TIME).replace(tzinfo=None)
