"""A presentation as files: slides, a report for the browser and one for Word, a workbook, or all kinds in a zip."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property, partial
from itertools import chain

from analysis.charts.svg import Provenance
from analysis.exports.bundles.chart_files import chart_file_makers, zip_archive
from analysis.exports.excel.report_workbook import report_workbook
from analysis.exports.html.report import html_report
from analysis.exports.html.slideshow import slideshow
from analysis.exports.powerpoint.presentation import Branding, powerpoint_file
from analysis.exports.shared.background_job import Progress, nested_progress
from analysis.exports.shared.provenance import file_name
from analysis.exports.text.csv_json import sections_csv, sections_data, sections_json
from analysis.exports.text.ical import ical_file
from analysis.exports.word.document import word_document
from analysis.sections import Presentation, ReportContext, Section, presentation
from analysis.sections.presentation.full_sections import (
    calendar_events,
    filter_text,
    full_sections,
)
from analysis.sections.presentation.outline import Outline


@dataclass(frozen=True)
class ExportRequest:
    """A presentation to export: its outline, the data of its slides, and what its files say of themselves.

    ``timestamp`` is the time of the files, ``notes`` puts the presenter's notes into the HTML slides, ``pinned`` links
    the last slide to this revision for good.
    """

    outline: Outline
    basis: ReportContext
    origin: Provenance
    branding: Branding
    timestamp: datetime | None = None
    notes: bool = False
    pinned: bool = False

    @cached_property
    def presentation(self) -> Presentation:
        """The slides."""
        return presentation(self.outline, self.basis, pinned=self.pinned)

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The sections that the slides are from, each once under each selection; the overview if they are from none."""
        pairs = dict.fromkeys((slide.section, self.outline.filters(slide)) for slide in self.outline.slides)
        sections = [full_sections((name,), self.basis, selection) for name, selection in pairs]
        return tuple(chain(*sections)) or full_sections(("overview",), self.basis, self.outline.selection)

    @property
    def title(self) -> str:
        """The presentation's own, else the usual one."""
        return self.outline.title or self.basis.words("present.untitled")


def build_file(kind: str, request: ExportRequest, progress: Progress) -> bytes:
    """The file of a kind (`KINDS`); an exception of ``progress`` ends the work."""
    progress(0, 0)
    return KINDS[kind](request, progress)


def _office(make: Callable[..., bytes], request: ExportRequest, progress: Progress) -> bytes:
    """A document or a workbook of the sections."""
    return make(
        request.sections,
        request.basis.words,
        request.origin,
        title=request.title,
        timestamp=request.timestamp,
        progress=progress,
    )


def _archive(request: ExportRequest, progress: Progress) -> bytes:
    """One of each kind, the slides as HTML, the events as a calendar, the tables as csv in both shapes and as JSON, and
    every chart as csv, svg and png.

    The calendar has the events of the selection of all slides, without the filters of single slides.
    """
    outer, inner = nested_progress(progress)
    sections, title, words, origin = request.sections, request.title, request.basis.words, request.origin
    selection, timestamp = request.outline.selection, request.timestamp
    events, of_events = calendar_events(request.basis, selection), filter_text(request.basis, selection)
    progress(0, 0)
    files: dict[str, Callable[[], bytes]] = {
        file_name(title, words("taking.name.slides"), ending="html"): lambda: slideshow(
            request.presentation, words, request.branding.live, notes=request.notes
        ).encode(),
        file_name(title, words("taking.name.report"), ending="html"): partial(KINDS["report"], request, inner),
        **{file_name(title, ending=kind): partial(KINDS[kind], request, inner) for kind in ("pptx", "docx", "xlsx")},
        file_name(title, ending="ics"): partial(
            ical_file, events, words, replace(origin, filter_text=of_events), timestamp=timestamp
        ),
        file_name(title, ending="csv"): partial(sections_csv, sections, words, origin, title=title),
        file_name(title, ending="json"): partial(sections_json, sections, words, origin, title=title),
        file_name(title, words("downloads.machines_name"), ending="csv"): partial(sections_data, sections),
    }
    return zip_archive(files | chart_file_makers(sections, words, origin), timestamp=timestamp, progress=outer)


KINDS: Mapping[str, Callable[[ExportRequest, Progress], bytes]] = {
    "pptx": lambda request, progress: powerpoint_file(
        request.presentation,
        request.basis.words,
        request.origin,
        request.branding,
        timestamp=request.timestamp,
        progress=progress,
    ),
    "docx": partial(_office, word_document),
    "xlsx": partial(_office, report_workbook),
    "report": lambda request, progress: html_report(
        request.sections, request.basis.words, request.origin, title=request.title, progress=progress
    ),
    "zip": _archive,
}
ENDINGS = {kind: {"report": "html"}.get(kind, kind) for kind in KINDS}
"""The ending of each kind of file."""
