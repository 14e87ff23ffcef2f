"""``backup`` and ``restore-backup``: all revisions into one file, and back into an empty store."""

from pathlib import Path

import click

from analysis.cli import here, lines
from analysis.cli.spoken import Command, argument, fail, language_option
from analysis.store import BadBackup, Occupied
from analysis.words import Words


@click.command("backup", cls=Command)
@argument("out", "command.metavar.backup", type=click.Path(path_type=Path))
@language_option()
def backup(out: Path, language: Words) -> None:
    """Write all revisions into a new file."""
    with here.in_words(language) as settings, here.found(settings) as store:
        if store is None:
            fail(language("command.history.empty"))
        number = store.back_up(out)
    lines.print_lines([language.plural("command.backed_up", number, file=out)])


@click.command("restore-backup", cls=Command)
@argument("file", "command.metavar.backup", type=click.Path(path_type=Path))
@language_option()
def restore_backup(file: Path, language: Words) -> None:
    """Read all revisions of a backup into an empty store."""
    with here.in_words(language) as settings, here.opened(settings) as store:
        try:
            number = store.read_backup(file)
        except BadBackup as error:
            fail(language(f"store.backup.{error.reason}", file=file, detail=error))
        except Occupied:
            fail(language("store.occupied"))
    lines.print_lines([language.plural("command.backup_read", number)])
