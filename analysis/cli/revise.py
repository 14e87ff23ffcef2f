"""``restore`` and ``withdraw``: an old revision published once more, or taken away for good."""

import click

from analysis import publishing
from analysis.cli import here, lines, shapes
from analysis.cli.spoken import WORDS, Command, argument, json_option, language_option, option
from analysis.words import Words


@click.command("restore", cls=Command)
@argument("revision", "command.metavar.revision")
@option("--note", "command.option.note", metavar=WORDS("command.metavar.text"))
@json_option()
@language_option()
def restore(revision: str, note: str | None, as_json: bool, language: Words) -> None:
    """Publish an old revision once more."""
    with here.in_words(language) as settings, here.standing(settings, revision) as store:
        said = note if note is not None else language("publishing.restored", revision=revision)
        author = language("command.author")
        outcome = publishing.restore(store, revision, note=said, author=author, now=here.now())
    if as_json:
        shapes.print_json(shapes.outcome(outcome, language))
    else:
        lines.print_lines([*lines.changes(outcome.changes, language), lines.outcome(outcome, language)])


@click.command("withdraw", cls=Command)
@argument("revision", "command.metavar.revision")
@json_option()
@language_option()
def withdraw(revision: str, as_json: bool, language: Words) -> None:
    """Erase the files and tables of a revision; a dated line stays."""
    with here.in_words(language) as settings, here.standing(settings, revision) as store:
        sharing = store.sharing(revision)
        gone = store.withdraw(revision, here.now(), author=language("command.author"))
        current = store.current()
    if as_json:
        shapes.print_json(shapes.revision(gone) | {"current": current.id if current else None, "sharing": sharing})
    else:
        lines.print_lines(lines.withdrawn(gone, current, sharing, language))
