"""A presentation as files to take along: slides, a report for reading and one for Word, a workbook, or all kinds."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property, partial

from analysis.charts.svg import Origin
from analysis.exports.agenda import calendar
from analysis.exports.bundle import bundle, pictures
from analysis.exports.deck import Dress, deck
from analysis.exports.document import document
from analysis.exports.file_names import file_name
from analysis.exports.one_file import one_file
from analysis.exports.report import report
from analysis.exports.sections_book import sections_workbook
from analysis.exports.sections_text import sections_csv, sections_data, sections_json
from analysis.exports.work import Progress, nested
from analysis.sections import Basis, Outline, Presentation, Section, agenda, of_slides, presentation, told, whole
from analysis.words import Words


@dataclass(frozen=True)
class Taken:
    """What is taken along: slides as they are wanted, and what they are made from.

    ``notes`` says whether the presenter's notes go along in the one-file view, ``pinned`` whether the last slide leads
    to this revision for good; ``dress`` names the live view.
    """

    outline: Outline
    basis: Basis
    origin: Origin
    dress: Dress
    made: datetime | None = None
    notes: bool = False
    pinned: bool = False

    @property
    def words(self) -> Words:
        """The language of the files."""
        return self.basis.words

    @cached_property
    def shown(self) -> Presentation:
        """The slides."""
        return presentation(self.outline, self.basis, pinned=self.pinned)

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The sections that the slides are from, under each selection; the overview where they are from none."""
        found = of_slides(self.outline, self.basis)
        return found or whole(("overview",), self.basis, self.outline.selection)

    @property
    def title(self) -> str:
        """The presentation's own, else what every one is called."""
        return self.outline.title or self.words("present.untitled")


def taken(kind: str, given: Taken, progress: Progress) -> bytes:
    """The file of a kind (`KINDS`); what ``progress`` raises ends the work."""
    progress(0, 0)
    return KINDS[kind](given, progress)


def _deck(given: Taken, progress: Progress) -> bytes:
    return deck(given.shown, given.words, given.origin, given.dress, made=given.made, progress=progress)


def _report(given: Taken, progress: Progress) -> bytes:
    return report(given.sections, given.words, given.origin, title=given.title, progress=progress)


def _document(given: Taken, progress: Progress) -> bytes:
    title, made = given.title, given.made
    return document(given.sections, given.words, given.origin, title=title, made=made, progress=progress)


def _book(given: Taken, progress: Progress) -> bytes:
    title, made = given.title, given.made
    return sections_workbook(given.sections, given.words, given.origin, title=title, made=made, progress=progress)


def _all(given: Taken, progress: Progress) -> bytes:
    """One of each, the one-file view, the events as a calendar, the tables as csv in both shapes and as JSON, and every
    chart as csv, svg and png."""
    outer, inner = nested(progress)
    sections, title, words = given.sections, given.title, given.words
    progress(0, 0)
    name = partial(file_name, title)
    files = {
        name(words("taking.name.slides"), ending="html"): partial(_one_file, given),
        name(words("taking.name.report"), ending="html"): partial(_report, given, inner),
        name(ending="pptx"): partial(_deck, given, inner),
        name(ending="docx"): partial(_document, given, inner),
        name(ending="xlsx"): partial(_book, given, inner),
        name(ending="ics"): partial(_agenda, given),
        name(ending="csv"): partial(sections_csv, sections, words, given.origin, title=title),
        name(ending="json"): partial(sections_json, sections, words, given.origin, title=title),
        name(words("downloads.machines_name"), ending="csv"): partial(sections_data, sections),
    }
    return bundle(files | pictures(sections, words, given.origin), made=given.made, progress=outer)


def _agenda(given: Taken) -> bytes:
    """The events of what is chosen for all slides: filters of single slides choose none of them."""
    chosen = given.outline.selection
    origin = replace(given.origin, chosen=told(given.basis, chosen))
    return calendar(agenda(given.basis, chosen), given.words, origin, made=given.made)


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
