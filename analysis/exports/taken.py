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
from analysis.sections import Basis, Presentation, Section, presentation
from analysis.sections.outline import Outline
from analysis.sections.whole import agenda, of_slides, told, whole
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


def _office(make: Callable[..., bytes], given: Taken, progress: Progress) -> bytes:
    """A file of sections that gives the time of the data as its own: a document or a workbook."""
    return make(given.sections, given.words, given.origin, title=given.title, made=given.made, progress=progress)


def _archive(given: Taken, progress: Progress) -> bytes:
    """One of each kind, the one-file view, the events as a calendar, the tables as csv in both shapes and as JSON, and
    every chart as csv, svg and png.

    The calendar has the events of the selection of all slides: filters of single slides choose none of them.
    """
    outer, inner = nested(progress)
    sections, title, words, origin = given.sections, given.title, given.words, given.origin
    selection = given.outline.selection
    of_events = replace(origin, chosen=told(given.basis, selection))
    progress(0, 0)
    files: dict[str, Callable[[], bytes]] = {
        file_name(title, words("taking.name.slides"), ending="html"): lambda: one_file(
            given.shown, words, given.dress.live, notes=given.notes
        ).encode(),
        file_name(title, words("taking.name.report"), ending="html"): partial(KINDS["report"], given, inner),
        **{file_name(title, ending=kind): partial(KINDS[kind], given, inner) for kind in ("pptx", "docx", "xlsx")},
        file_name(title, ending="ics"): lambda: calendar(
            agenda(given.basis, selection), words, of_events, made=given.made
        ),
        file_name(title, ending="csv"): partial(sections_csv, sections, words, origin, title=title),
        file_name(title, ending="json"): partial(sections_json, sections, words, origin, title=title),
        file_name(title, words("downloads.machines_name"), ending="csv"): partial(sections_data, sections),
    }
    return bundle(files | pictures(sections, words, origin), made=given.made, progress=outer)


KINDS: Mapping[str, Callable[[Taken, Progress], bytes]] = {
    "pptx": lambda given, progress: deck(
        given.shown, given.words, given.origin, given.dress, made=given.made, progress=progress
    ),
    "docx": partial(_office, document),
    "xlsx": partial(_office, sections_workbook),
    "report": lambda given, progress: report(
        given.sections, given.words, given.origin, title=given.title, progress=progress
    ),
    "zip": _archive,
}
ENDINGS = {kind: {"report": "html"}.get(kind, kind) for kind in KINDS}
"""The ending of each kind of file."""
