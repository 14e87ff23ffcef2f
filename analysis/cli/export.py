"""Commands ``export`` and ``template``: a revision, or sections of it with filters, as a file; the blank workbook."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import click

from analysis import exports
from analysis.cli import text_lines
from analysis.cli.filter_options import filter_ids, section_keys, years
from analysis.cli.resources import checker, existing_store, settings_or_failure
from analysis.cli.translated_click import LANGUAGE_OPTION, WORDS, Command, fail
from analysis.exports import Branding, Provenance
from analysis.publishing import reference_tables
from analysis.schema import TABLES, all_tables
from analysis.sections import ReportContext
from analysis.sections.context.owner_texts import owner_text
from analysis.sections.presentation.full_sections import ALL_SECTIONS, calendar_events, filter_text, full_sections
from analysis.sections.presentation.slides import presentation_of
from analysis.selection import Selection
from analysis.settings import Settings
from analysis.store import Revision, Store
from analysis.words import Translator
from analysis.words.formats import HELSINKI


@dataclass(frozen=True)
class Job:
    """A file to write. ``names``: the sections, none for all; ``made``: when the revision was published."""

    basis: ReportContext
    names: tuple[str, ...]
    selection: Selection
    origin: Provenance
    dress: Branding
    made: datetime

    @property
    def words(self) -> Translator:
        """The language of the file."""
        return self.basis.words

    def sections(self) -> Any:
        """The sections with all their rows."""
        return full_sections(self.names or ALL_SECTIONS, self.basis, self.selection)


@click.command("export", cls=Command)
@click.argument("out", metavar=WORDS("command.metavar.out"), type=click.Path(path_type=Path))
@click.option(
    "--section", help=WORDS("command.option.section"), multiple=True, metavar=WORDS("command.metavar.section")
)
@click.option("--region", help=WORDS("command.option.region"), multiple=True, metavar=WORDS("command.metavar.region"))
@click.option("--theme", help=WORDS("command.option.theme"), multiple=True, metavar=WORDS("command.metavar.theme"))
@click.option(
    "--priority", help=WORDS("command.option.priority"), multiple=True, metavar=WORDS("command.metavar.priority")
)
@click.option("--kind", help=WORDS("command.option.kind"), multiple=True, metavar=WORDS("command.metavar.kind"))
@click.option("--years", help=WORDS("command.option.years"), metavar=WORDS("command.metavar.years"))
@click.option("--revision", help=WORDS("command.option.revision"), metavar=WORDS("command.metavar.revision"))
@LANGUAGE_OPTION
def export(out: Path, language: Translator, revision: str | None, section: tuple[str, ...], **filters: Any) -> None:
    """Write a file of the published revision, or of the one that is named; its ending says the format."""
    ending = out.suffix.casefold()
    if ending not in WRITERS:
        fail(language("command.error.ending", file=out, endings=language.listing(list(WRITERS))))
    with settings_or_failure(language) as settings, existing_store(settings) as store:
        current = store.current() if store else None
        if store is None or current is None:
            fail(language("command.history.empty"))
        job = _job(store, store.revision(revision) if revision else current, language, section, filters, settings)
        try:
            data = WRITERS[ending](job)
        except exports.UnreadableTemplate as error:
            fail(language("command.error.template", file=settings.deck_template, detail=error))
        out.write_bytes(data)
    text_lines.show([language("command.written", file=out)])


def _job(
    store: Store,
    revision: Revision,
    words: Translator,
    sections: tuple[str, ...],
    filters: Mapping[str, Any],
    settings: Settings,
) -> Job:
    """The job of a command.

    store, revision: what is exported; words: the language of the file; sections, filters: options as they were typed;
    settings: for the template of slides and the EU emblem. The command fails if an option has an unknown value.
    """
    tables = store.tables(revision.id)
    day = revision.published.astimezone(HELSINKI).date().isoformat()
    basis = ReportContext(tables, words, datetime.now(HELSINKI).date().isoformat(), revision.id, day)
    selection = Selection(
        years(filters["years"], words),
        *(filter_ids(name, filters[name], tables, words) for name in ("region", "theme", "priority", "kind")),
    )
    names = section_keys(sections, basis, selection)
    texts = {key: owner_text(tables, key, words).text for key in ("coverage", "licence", "cofunding")}
    origin = Provenance(revision.id, day, filter_text(basis, selection), basis.source, **texts)
    template = Path(settings.deck_template).read_bytes() if settings.deck_template else None
    return Job(basis, names, selection, origin, Branding(template, settings.eu_emblem), revision.published)


def _workbook(job: Job) -> bytes:
    """The data as a workbook that can be published again if nothing was selected, else a report of the sections."""
    if job.names or not job.selection.is_empty:
        return exports.report_workbook(job.sections(), job.words, job.origin, timestamp=job.made)
    bare = Provenance(job.origin.revision, job.origin.published)
    return exports.data_workbook(job.basis.tables, job.words, origin=bare, timestamp=job.made)


def _slides(job: Job) -> bytes:
    presentation = presentation_of(job.names or ALL_SECTIONS, job.basis, job.selection)
    return exports.powerpoint_file(presentation, job.words, job.origin, job.dress, timestamp=job.made)


def _archive(job: Job) -> bytes:
    """A file of each kind, the pictures of all charts, and the data itself."""
    name = job.words("exports.file")
    files = {f"{name}{ending}": partial(WRITERS[ending], job) for ending in WRITERS if ending != ".zip"}
    files[f"{name}.xlsx"] = partial(exports.report_workbook, job.sections(), job.words, job.origin, timestamp=job.made)
    files[f"{job.words('exports.data')}.xlsx"] = partial(_workbook, replace(job, names=(), selection=Selection()))
    machines = f"{name}-{job.words('downloads.machines_name')}.csv"
    files[machines] = partial(exports.sections_data, job.sections())
    return exports.zip_archive(
        files | exports.chart_file_makers(job.sections(), job.words, job.origin), timestamp=job.made
    )


WRITERS: Mapping[str, Callable[[Job], bytes]] = {
    ".pptx": _slides,
    ".xlsx": _workbook,
    ".html": lambda job: exports.html_report(job.sections(), job.words, job.origin),
    ".docx": lambda job: exports.word_document(job.sections(), job.words, job.origin, timestamp=job.made),
    ".csv": lambda job: exports.sections_csv(job.sections(), job.words, job.origin),
    ".ics": lambda job: exports.ical_file(
        calendar_events(job.basis, job.selection), job.words, job.origin, timestamp=job.made
    ),
    ".json": lambda job: exports.sections_json(job.sections(), job.words, job.origin),
    ".zip": _archive,
}


@click.command("template", cls=Command)
@click.argument("out", metavar=WORDS("command.metavar.workbook"), type=click.Path(path_type=Path))
@LANGUAGE_OPTION
def template(out: Path, language: Translator) -> None:
    """Write the blank workbook; its lists offer the names of the published tables, else of the shipped workbook."""
    if out.suffix.casefold() != ".xlsx":
        fail(language("command.error.format", file=out))
    with settings_or_failure(language) as settings, existing_store(settings) as store, checker(settings) as process:
        current = store.current() if store else None
        published = store.tables(current.id) if store and current else all_tables({}, TABLES)
        tables = reference_tables(published, process, Path(settings.workbook), datetime.now(UTC))
        out.write_bytes(exports.blank_workbook(language, tables))
    text_lines.show([language("command.written", file=out)])
