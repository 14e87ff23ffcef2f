"""A presentation as files to take along: slides, a report for reading and one for Word, a workbook, or all kinds."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property, partial

from analysis.charts.svg import Provenance
from analysis.exports.bundles.chart_files import chart_file_makers, zip_archive
from analysis.exports.excel.report_workbook import report_workbook
from analysis.exports.html.report import html_report
from analysis.exports.html.slideshow import slideshow
from analysis.exports.powerpoint import Branding, powerpoint_file
from analysis.exports.shared.background_job import Progress, nested_progress
from analysis.exports.shared.file_names import file_name
from analysis.exports.text.ical import ical_file
from analysis.exports.text.report_data import sections_csv, sections_data, sections_json
from analysis.exports.word.document import word_document
from analysis.sections import Presentation, ReportContext, Section, presentation
from analysis.sections.presentation.full_sections import (
    calendar_events,
    filter_text,
    full_sections,
    sections_of_slides,
)
from analysis.sections.presentation.outline import Outline
from analysis.words import Translator


@dataclass(frozen=True)
class ExportRequest:
    """What is taken along: slides as they are wanted, and what they are made from.

    ``notes`` says whether the presenter's notes go along in the one-file view, ``pinned`` whether the last slide leads
    to this revision for good; ``dress`` names the live view.
    """

    outline: Outline
    basis: ReportContext
    origin: Provenance
    branding: Branding
    made: datetime | None = None
    notes: bool = False
    pinned: bool = False

    @property
    def words(self) -> Translator:
        """The language of the files."""
        return self.basis.words

    @cached_property
    def presentation(self) -> Presentation:
        """The slides."""
        return presentation(self.outline, self.basis, pinned=self.pinned)

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The sections that the slides are from, under each selection; the overview where they are from none."""
        found = sections_of_slides(self.outline, self.basis)
        return found or full_sections(("overview",), self.basis, self.outline.selection)

    @property
    def title(self) -> str:
        """The presentation's own, else what every one is called."""
        return self.outline.title or self.words("present.untitled")


def build_file(kind: str, given: ExportRequest, progress: Progress) -> bytes:
    """The file of a kind (`KINDS`); what ``progress`` raises ends the work."""
    progress(0, 0)
    return KINDS[kind](given, progress)


def _office(make: Callable[..., bytes], given: ExportRequest, progress: Progress) -> bytes:
    """A file of sections that gives the time of the data as its own: a document or a workbook."""
    return make(given.sections, given.words, given.origin, title=given.title, made=given.made, progress=progress)


def _archive(given: ExportRequest, progress: Progress) -> bytes:
    """One of each kind, the one-file view, the events as a calendar, the tables as csv in both shapes and as JSON, and
    every chart as csv, svg and png.

    The calendar has the events of the selection of all slides: filters of single slides choose none of them.
    """
    outer, inner = nested_progress(progress)
    sections, title, words, origin = given.sections, given.title, given.words, given.origin
    selection = given.outline.selection
    of_events = replace(origin, filter_text=filter_text(given.basis, selection))
    progress(0, 0)
    files: dict[str, Callable[[], bytes]] = {
        file_name(title, words("taking.name.slides"), ending="html"): lambda: slideshow(
            given.presentation, words, given.branding.live, notes=given.notes
        ).encode(),
        file_name(title, words("taking.name.report"), ending="html"): partial(KINDS["report"], given, inner),
        **{file_name(title, ending=kind): partial(KINDS[kind], given, inner) for kind in ("pptx", "docx", "xlsx")},
        file_name(title, ending="ics"): lambda: ical_file(
            calendar_events(given.basis, selection), words, of_events, made=given.made
        ),
        file_name(title, ending="csv"): partial(sections_csv, sections, words, origin, title=title),
        file_name(title, ending="json"): partial(sections_json, sections, words, origin, title=title),
        file_name(title, words("downloads.machines_name"), ending="csv"): partial(sections_data, sections),
    }
    return zip_archive(files | chart_file_makers(sections, words, origin), made=given.made, progress=outer)


KINDS: Mapping[str, Callable[[ExportRequest, Progress], bytes]] = {
    "pptx": lambda given, progress: powerpoint_file(
        given.presentation, given.words, given.origin, given.branding, made=given.made, progress=progress
    ),
    "docx": partial(_office, word_document),
    "xlsx": partial(_office, report_workbook),
    "report": lambda given, progress: html_report(
        given.sections, given.words, given.origin, title=given.title, progress=progress
    ),
    "zip": _archive,
}
ENDINGS = {kind: {"report": "html"}.get(kind, kind) for kind in KINDS}
"""The ending of each kind of file."""
