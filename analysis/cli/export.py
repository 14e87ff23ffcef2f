"""``export``: a revision, or sections of it under a selection, as a file; no server is needed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import click

from analysis import exports
from analysis.cli import here, lines
from analysis.cli.choosing import choice, sections, years
from analysis.cli.spoken import WORDS, Command, argument, fail, language_option, option
from analysis.exports import Dress, Origin
from analysis.sections import EVERY, Basis, agenda, presentation_of, said, told, whole
from analysis.selection import Selection
from analysis.settings import Settings
from analysis.store import Revision, Store
from analysis.words import Words
from analysis.words.formats import HELSINKI


@dataclass(frozen=True)
class Job:
    """What is to be written: of which revision, which sections (none where all are meant), what is chosen."""

    basis: Basis
    names: tuple[str, ...]
    selection: Selection
    origin: Origin
    dress: Dress
    made: datetime

    @property
    def words(self) -> Words:
        """The language of the file."""
        return self.basis.words

    @property
    def all(self) -> bool:
        """Whether neither sections nor filters were asked for."""
        return not self.names and self.selection.is_empty

    def sections(self) -> Any:
        """The sections with all their rows."""
        return whole(self.names or EVERY, self.basis, self.selection)


Writer = Callable[[Job], bytes]


@click.command("export", cls=Command)
@argument("out", "command.metavar.out", type=click.Path(path_type=Path))
@option("--section", "command.option.section", multiple=True, metavar=WORDS("command.metavar.section"))
@option("--region", "command.option.region", multiple=True, metavar=WORDS("command.metavar.region"))
@option("--theme", "command.option.theme", multiple=True, metavar=WORDS("command.metavar.theme"))
@option("--priority", "command.option.priority", multiple=True, metavar=WORDS("command.metavar.priority"))
@option("--kind", "command.option.kind", multiple=True, metavar=WORDS("command.metavar.kind"))
@option("--years", "command.option.years", metavar=WORDS("command.metavar.years"))
@option("--revision", "command.option.revision", metavar=WORDS("command.metavar.revision"))
@language_option()
def export(out: Path, language: Words, revision: str | None, section: tuple[str, ...], **chosen: Any) -> None:
    """Write a file of the published revision, or of the one that is named; what it is, its ending says."""
    ending = out.suffix.casefold()
    if ending not in WRITERS:
        fail(language("command.error.ending", file=out, endings=language.listing(list(WRITERS))))
    with here.in_words(language) as settings, here.found(settings) as store:
        current = store.current() if store else None
        if store is None or current is None:
            fail(language("command.history.empty"))
        job = _job(store, store.revision(revision) if revision else current, language, section, chosen, settings)
        try:
            data = WRITERS[ending](job)
        except exports.Unreadable as error:
            fail(language("command.error.template", file=settings.deck_template, detail=error))
        out.write_bytes(data)
    lines.print_lines([language("command.written", file=out)])


def _job(
    store: Store,
    found: Revision,
    words: Words,
    named: tuple[str, ...],
    chosen: Mapping[str, Any],
    settings: Settings,
) -> Job:
    tables = store.tables(found.id)
    day = found.published.astimezone(HELSINKI).date().isoformat()
    basis = Basis(tables, words, here.now().astimezone(HELSINKI).date().isoformat(), found.id, day)
    selection = Selection(
        years(chosen["years"], words),
        *(choice(name, chosen[name], tables, words) for name in ("region", "theme", "priority", "kind")),
    )
    names = sections(named, basis, selection)
    known = {key: said(tables, key, words).text for key in ("coverage", "licence", "cofunding")}
    origin = Origin(found.id, day, told(basis, selection), basis.source, **known)
    template = Path(settings.deck_template).read_bytes() if settings.deck_template else None
    return Job(basis, names, selection, origin, Dress(template, settings.eu_emblem), found.published)


def _book(job: Job) -> bytes:
    """The data as a workbook that can be published again where nothing was asked for, else the sections."""
    if not job.all:
        return exports.sections_workbook(job.sections(), job.words, job.origin, made=job.made)
    bare = Origin(job.origin.revision, job.origin.published)
    return exports.workbook(job.basis.tables, job.words, origin=bare, made=job.made)


def _deck(job: Job) -> bytes:
    shown = presentation_of(job.names or EVERY, job.basis, job.selection)
    return exports.deck(shown, job.words, job.origin, job.dress, made=job.made)


def _agenda(job: Job) -> bytes:
    return exports.calendar(agenda(job.basis, job.selection), job.words, job.origin, made=job.made)


def _bundle(job: Job) -> bytes:
    """A file of each kind, the pictures of all charts, and the data itself."""
    name = job.words("exports.file")
    files = {f"{name}{ending}": partial(WRITERS[ending], job) for ending in WRITERS if ending != ".zip"}
    files[f"{name}.xlsx"] = partial(exports.sections_workbook, job.sections(), job.words, job.origin, made=job.made)
    files[f"{job.words('exports.data')}.xlsx"] = partial(_book, replace(job, names=(), selection=Selection()))
    machines = f"{name}-{job.words('downloads.machines_name')}.csv"
    files[machines] = partial(exports.sections_data, job.sections())
    return exports.bundle(files | exports.pictures(job.sections(), job.words, job.origin), made=job.made)


WRITERS: Mapping[str, Writer] = {
    ".pptx": _deck,
    ".xlsx": _book,
    ".html": lambda job: exports.report(job.sections(), job.words, job.origin),
    ".docx": lambda job: exports.document(job.sections(), job.words, job.origin, made=job.made),
    ".csv": lambda job: exports.sections_csv(job.sections(), job.words, job.origin),
    ".ics": _agenda,
    ".json": lambda job: exports.sections_json(job.sections(), job.words, job.origin),
    ".zip": _bundle,
}
