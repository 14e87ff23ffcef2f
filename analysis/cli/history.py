"""``history``, ``show`` and ``diff``: what was published, and what changed."""

from pathlib import Path

import click

from analysis.changes import compare
from analysis.cli import here, lines, shapes
from analysis.cli.spoken import WORDS, Command, argument, json_option, language_option, option
from analysis.exports import difference_book
from analysis.words import Words


@click.command("history", cls=Command)
@json_option()
@language_option()
def history(as_json: bool, language: Words) -> None:
    """Tell every revision, newest first, a line each."""
    with here.in_words(language) as settings, here.found(settings) as store:
        revisions = store.revisions() if store else []
    if as_json:
        shapes.print_json([shapes.line(each) for each in revisions])
    else:
        told = [lines.history(each, language) for each in revisions]
        lines.print_lines(told or [language("command.history.empty")])


@click.command("show", cls=Command)
@argument("revision", "command.metavar.revision")
@json_option()
@language_option()
def show(revision: str, as_json: bool, language: Words) -> None:
    """Tell one revision with its tables and files."""
    with here.in_words(language) as settings, here.standing(settings, revision) as store:
        found = store.revision(revision)
    if as_json:
        shapes.print_json(shapes.revision(found))
    else:
        lines.print_lines(lines.revision(found, language))


@click.command("diff", cls=Command)
@argument("before", "command.metavar.revision")
@argument("after", "command.metavar.revision")
@option("--xlsx", "command.option.xlsx", metavar=WORDS("command.metavar.workbook"), type=click.Path(path_type=Path))
@json_option()
@language_option()
def diff(before: str, after: str, xlsx: Path | None, as_json: bool, language: Words) -> None:
    """Tell what changed from one revision to another."""
    with here.in_words(language) as settings, here.standing(settings, before) as store:
        tables = (store.tables(before), store.tables(after))
        changes = compare(*tables)
        if xlsx:
            xlsx.write_bytes(difference_book(changes, language, tables, origin=f"{before} → {after}"))
    if as_json:
        shapes.print_json(shapes.changes(changes))
    else:
        lines.print_lines(lines.difference(changes, language))
