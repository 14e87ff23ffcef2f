"""Commands ``export`` and ``template``: a revision, or sections of it with filters, as a file; the blank workbook."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property, partial
from pathlib import Path
from typing import Any

import click

from analysis import exports
from analysis.change_lookup import last_changes
from analysis.cli import text_lines
from analysis.cli.filter_options import filter_ids, period, section_keys, years
from analysis.cli.resources import checker, existing_store, published_tables, settings_or_failure
from analysis.cli.translated_click import LANGUAGE_OPTION, PATH, WORDS, Command, fail, option
from analysis.exports import Branding, Provenance
from analysis.intake import reference_tables
from analysis.measures.gap_kinds import GAPS
from analysis.presentation_lookup import filled_shares, link_answers
from analysis.sections import ReportContext, worklist
from analysis.sections.context.owner_texts import owner_text
from analysis.sections.presentation.full_sections import ALL_SECTIONS, calendar_events, filter_text, full_sections
from analysis.sections.presentation.slides import presentation_of
from analysis.selection import Selection
from analysis.settings import Settings
from analysis.store import Revision, Store
from analysis.words import Translator
from analysis.words.language import HELSINKI


@dataclass(frozen=True)
class Job:
    """A file to write.

    ``names``: the sections, none for all; ``published``: when the revision was published; ``gap``: the kind of gap that
    a worklist is for, empty if the file is none.
    """

    context: ReportContext
    names: tuple[str, ...]
    selection: Selection
    provenance: Provenance
    branding: Branding
    published: datetime
    gap: str = ""

    @cached_property
    def sections(self) -> Any:
        """The sections with all their rows."""
        return full_sections(self.names or ALL_SECTIONS, self.context, self.selection)


@click.command("export", cls=Command)
@click.argument("out", metavar=WORDS("command.metavar.out"), type=PATH)
@option("section", "section", multiple=True)
@option("region", "region", multiple=True)
@option("theme", "theme", multiple=True)
@option("priority", "priority", multiple=True)
@option("kind", "kind", multiple=True)
@option("years", "years")
@option("compare-with", "period")
@option("revision", "revision")
@option("worklist", "worklist")
@LANGUAGE_OPTION
def export(
    out: Path,
    language: Translator,
    revision: str | None,
    section: tuple[str, ...],
    worklist: str | None,
    **filters: Any,
) -> None:
    """Write a file of the published revision, or of the one that is named.

    out: the file, whose ending says the format; language: of its texts; revision, section, worklist, filters: the
    options as typed.
    """
    ending = out.suffix.casefold()
    if ending not in WRITERS:
        fail(language("command.error.ending", file=out, endings=language.listing(list(WRITERS))))
    if worklist and (worklist not in GAPS or ending != ".xlsx"):
        fail(language("command.error.worklist", key=worklist, known=", ".join(GAPS)))
    with settings_or_failure(language) as settings, existing_store(settings) as store:
        current = store.current() if store else None
        if store is None or current is None:
            fail(language("command.history.empty"))
        job = _job(store, store.revision(revision) if revision else current, language, section, filters, settings)
        job = replace(job, gap=worklist or "")
        try:
            data = WRITERS[ending](job)
        except exports.UnreadableTemplate as error:
            fail(language("command.error.template", file=settings.deck_template, detail=error))
        out.write_bytes(data)
    holds_data = data_is_whole(job) if ending == ".xlsx" else ending == ".zip"
    cut = exports.cut_texts_note(job.context.tables, language) if holds_data else ""
    text_lines.show(filter(None, (language("command.written", file=out), cut)))


def _job(
    store: Store,
    revision: Revision,
    words: Translator,
    sections: tuple[str, ...],
    filters: Mapping[str, Any],
    settings: Settings,
) -> Job:
    """The job of a command; the command fails if an option has an unknown value.

    store, revision: what is exported; words: the language of the file; sections, filters: the options as typed;
    settings: for the template of slides and the EU emblem.
    """
    tables = store.tables(revision.id)
    day = revision.published.astimezone(HELSINKI).date().isoformat()
    context = ReportContext(tables, words, datetime.now(HELSINKI).date().isoformat(), revision.id, day)
    context = replace(context, history=partial(filled_shares, store, revision), links=link_answers(store))
    context = replace(context, event_changes=partial(last_changes, store, revision, "events"))
    selection = Selection(
        years(filters["years"], words),
        *(filter_ids(name, filters[name], tables, words) for name in ("region", "theme", "priority", "kind")),
    )
    selection = replace(selection, compare=period(filters["compare_with"], context))
    names = section_keys(sections, context, selection)
    texts = {key: owner_text(tables, key, words).text for key in ("coverage", "licence", "cofunding")}
    provenance = Provenance(revision.id, day, filter_text(context, selection), context.source, **texts)
    template = Path(settings.deck_template).read_bytes() if settings.deck_template else None
    branding = Branding(template, settings.eu_emblem)
    return Job(context, names, selection, provenance, branding, revision.published)


def data_is_whole(job: Job) -> bool:
    """Whether a job is about all data: its workbook can be published again."""
    return not job.names and not job.gap and job.selection == Selection()


def _workbook(job: Job) -> bytes:
    """The worklist of a gap; the data as a workbook that can be published again if nothing was selected; else a report
    of the sections."""
    words = job.context.words
    if job.gap:
        tables, today = job.context.tables, job.context.today
        lines = worklist(tables, job.selection, words, today, job.gap, job.context.links)
        return exports.worklist_workbook(tables, lines, words, job.provenance, timestamp=job.published)
    if not data_is_whole(job):
        return exports.report_workbook(job.sections, words, job.provenance, timestamp=job.published)
    provenance = Provenance(job.provenance.revision, job.provenance.published)
    return exports.data_workbook(job.context.tables, words, origin=provenance, timestamp=job.published)


def _archive(job: Job) -> bytes:
    """A file of each kind, the pictures of all charts, and the data itself."""
    words, provenance, time = job.context.words, job.provenance, job.published
    name = words("exports.file")
    files = {f"{name}{ending}": partial(WRITERS[ending], job) for ending in WRITERS if ending != ".zip"}
    files[f"{name}.xlsx"] = partial(exports.report_workbook, job.sections, words, provenance, timestamp=time)
    files[f"{words('exports.data')}.xlsx"] = partial(_workbook, replace(job, names=(), selection=Selection()))
    files[f"{name}-{words('downloads.machines_name')}.csv"] = partial(exports.sections_data, job.sections)
    return exports.zip_archive(files | exports.chart_file_makers(job.sections, words, provenance), timestamp=time)


WRITERS: Mapping[str, Callable[[Job], bytes]] = {
    ".pptx": lambda job: exports.powerpoint_file(
        presentation_of(job.names or ALL_SECTIONS, job.context, job.selection),
        *(job.context.words, job.provenance, job.branding),
        timestamp=job.published,
    ),
    ".xlsx": _workbook,
    ".html": lambda job: exports.html_report(job.sections, job.context.words, job.provenance),
    ".docx": lambda job: exports.word_document(
        job.sections, job.context.words, job.provenance, timestamp=job.published
    ),
    ".csv": lambda job: exports.sections_csv(job.sections, job.context.words, job.provenance),
    ".ics": lambda job: exports.ical_file(
        calendar_events(job.context, job.selection), job.context.words, job.provenance, timestamp=job.published
    ),
    ".json": lambda job: exports.sections_json(job.sections, job.context.words, job.provenance),
    ".zip": _archive,
}


@click.command("template", cls=Command)
@click.argument("out", metavar=WORDS("command.metavar.workbook"), type=PATH)
@LANGUAGE_OPTION
def template(out: Path, language: Translator) -> None:
    """Write the blank workbook; its lists offer the names of the published tables, else of the shipped workbook."""
    if out.suffix.casefold() != ".xlsx":
        fail(language("command.error.format", file=out))
    with settings_or_failure(language) as settings, existing_store(settings) as store, checker(settings) as process:
        tables = reference_tables(published_tables(store), process, Path(settings.workbook), datetime.now(UTC))
        out.write_bytes(exports.blank_workbook(language, tables))
    text_lines.show([language("command.written", file=out)])
