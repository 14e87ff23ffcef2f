"""Provenance: what each file says of itself, as lines of text and as properties of an Office file."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from analysis.charts import Chart, Columns
from analysis.charts.svg import Provenance
from analysis.sections import RecordTable, Section
from analysis.words import Translator

Note = tuple[str, str]
"""A label and its text."""
COUNTING = ("once", "joint", "year", "cancelled", "unknown")
UNKNOWN_TIME = datetime(1980, 1, 1)
"""The time that a file gives as its own if none is known: the earliest that a zip archive can hold."""
LANGUAGE_TAGS = {"fi": "fi-FI", "sv": "sv-FI", "en": "en-GB"}
"""Languages as Office files name them."""
LONGEST_PROPERTY = 255
"""Number of letters that a property of an Office file may have."""


def chart_notes(given: Chart | RecordTable, words: Translator, origin: Provenance) -> list[Note]:
    """Label and text of all that a file of one chart, or of rows, says; the source has revision and day too."""
    phases = ""
    if isinstance(given, Chart) and isinstance(given.mark, Columns):
        phases = words.listing([f"{phase.name} {phase.span}".strip() for phase in given.mark.phases])
    texts = {
        "title": given.title,
        "subtitle": given.subtitle if isinstance(given, Chart) else "",
        "chosen": origin.filter_text,
        "rule": counting_rule(given, words) if isinstance(given, Chart) else given.rule,
        "phases": phases,
        "coverage": origin.coverage,
        "source": origin.line(words),
        "licence": origin.licence,
    }
    return [(words(f"downloads.note.{name}"), text) for name, text in texts.items() if text]


def section_notes(title: str, words: Translator, origin: Provenance) -> list[Note]:
    """Label and text of what a file of several sections says; the source has revision and day too."""
    texts = {
        "title": title,
        "chosen": origin.filter_text,
        "rule": counting_text(words),
        "coverage": origin.coverage,
        "source": origin.line(words),
        "licence": origin.licence,
        "cofunding": origin.cofunding,
    }
    return [(words(f"downloads.note.{name}"), text) for name, text in texts.items() if text]


def section_origin(section: Section, origin: Provenance) -> Provenance:
    """The origin of a section's numbers: its own selection, and its own words on coverage if it has any."""
    return replace(origin, filter_text=section.filter_text, coverage=section.coverage or origin.coverage)


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


def set_properties(properties: Any, title: str, origin: Provenance, words: Translator, made: datetime | None) -> None:
    """Fill the properties of a Word or PowerPoint file.

    ``properties``: the ``core_properties`` of python-docx or python-pptx. ``made``: the time that the file gives as its
    own; None: one that is always the same, so that the same data make the same file.
    """
    comments = ". ".join(filter(None, (origin.line(words), origin.licence)))
    texts = {"title": title, "subject": origin.filter_text, "author": origin.source or words("frame.name")}
    for name, text in {**texts, "comments": comments, "keywords": "", "category": ""}.items():
        setattr(properties, name, text[:LONGEST_PROPERTY])
    properties.last_modified_by, properties.language = properties.author, LANGUAGE_TAGS[words.language]
    properties.created = properties.modified = (made or UNKNOWN_TIME).replace(tzinfo=None)
