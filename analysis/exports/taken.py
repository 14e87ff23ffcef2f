"""A presentation as files to take along: slides, a report for reading and one for Word, a workbook, or all of them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from analysis.exports.book import Origin
from analysis.exports.bundle import bundle, pictures
from analysis.exports.deck import Dress, deck
from analysis.exports.document import document
from analysis.exports.file_names import file_name
from analysis.exports.one_file import one_file
from analysis.exports.progress import Progress, nested
from analysis.exports.report import report
from analysis.exports.sections_book import sections_workbook
from analysis.sections import Presentation, Section
from analysis.words import Words


@dataclass(frozen=True)
class Taken:
    """What is taken along: the slides, the sections they are from under each selection, what all is made from.

    ``notes`` says whether the presenter's notes go along in the one-file view; ``dress`` names the live view.
    """

    shown: Presentation
    sections: tuple[Section, ...]
    words: Words
    origin: Origin
    dress: Dress
    made: datetime | None = None
    notes: bool = False


def taken(kind: str, given: Taken, progress: Progress) -> bytes:
    """The file of a kind (`KINDS`); what ``progress`` raises ends the work."""
    return KINDS[kind](given, progress)


def _deck(given: Taken, progress: Progress) -> bytes:
    return deck(given.shown, given.words, given.origin, given.dress, made=given.made, progress=progress)


def _report(given: Taken, progress: Progress) -> bytes:
    return report(given.sections, given.words, given.origin, title=given.shown.title, progress=progress)


def _document(given: Taken, progress: Progress) -> bytes:
    title, made = given.shown.title, given.made
    return document(given.sections, given.words, given.origin, title=title, made=made, progress=progress)


def _book(given: Taken, progress: Progress) -> bytes:
    title, made = given.shown.title, given.made
    return sections_workbook(given.sections, given.words, given.origin, title=title, made=made, progress=progress)


def _all(given: Taken, progress: Progress) -> bytes:
    """One of each, the one-file view, and every chart as csv, svg and png."""
    outer, inner = nested(progress)
    name, words = partial(file_name, given.shown.title), given.words
    files = {
        name(words("taking.name.slides"), ending="html"): partial(_one_file, given),
        name(words("taking.name.report"), ending="html"): partial(_report, given, inner),
        name(ending="pptx"): partial(_deck, given, inner),
        name(ending="docx"): partial(_document, given, inner),
        name(ending="xlsx"): partial(_book, given, inner),
    }
    return bundle(files | pictures(given.sections, words, given.origin), made=given.made, progress=outer)


def _one_file(given: Taken) -> bytes:
    return one_file(given.shown, given.words, given.dress.live, notes=given.notes).encode()


KINDS: Mapping[str, Callable[[Taken, Progress], bytes]] = {
    "pptx": _deck,
    "docx": _document,
    "xlsx": _book,
    "report": _report,
    "zip": _all,
}
ENDINGS = {kind: {"report": "html"}.get(kind, kind) for kind in KINDS}
"""The ending of each kind of file."""
