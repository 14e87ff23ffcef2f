"""``template``: the workbook for people to fill in."""

from pathlib import Path

import click

from analysis.cli import here, lines
from analysis.cli.spoken import Command, argument, fail, language_option
from analysis.exports import template as blank_workbook
from analysis.publishing import known_tables
from analysis.schema import TABLES, Tables, whole_set
from analysis.settings import Settings
from analysis.words import Words


@click.command("template", cls=Command)
@argument("out", "command.metavar.workbook", type=click.Path(path_type=Path))
@language_option()
def template(out: Path, language: Words) -> None:
    """Write the blank workbook."""
    _only_xlsx(out, language)
    with here.in_words(language) as settings:
        out.write_bytes(blank_workbook(language, _names(settings)))
    lines.print_lines([language("command.written", file=out)])


def _only_xlsx(out: Path, words: Words) -> None:
    if out.suffix.casefold() != ".xlsx":
        fail(words("command.error.format", file=out))


def _names(settings: Settings) -> Tables:
    """The tables whose names the lists of the workbook offer: the published ones, else those of the shipped one."""
    with here.found(settings) as store, here.checker(settings) as checker:
        current = store.current() if store else None
        published = store.tables(current.id) if store and current else whole_set({}, TABLES)
        return known_tables(published, checker, Path(settings.workbook), here.now())
