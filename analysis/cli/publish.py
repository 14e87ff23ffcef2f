"""``publish``: check files and publish what they bring."""

from collections.abc import Iterator
from pathlib import Path

import click

from analysis import publishing
from analysis.cli import here, lines, shapes
from analysis.cli.spoken import WORDS, Command, argument, json_option, language_option, option
from analysis.publishing import Outcome
from analysis.words import Words

STATUS = {"published": 0, "unchanged": 0, "issues": 1, "needs-confirmation": 1, "refused": 2}


@click.command("publish", cls=Command)
@argument("files", "command.metavar.files", nargs=-1, required=True, type=click.Path(path_type=Path))
@option("--note", "command.option.note", default="", metavar=WORDS("command.metavar.text"))
@option("--author", "command.option.author", metavar=WORDS("command.metavar.name"))
@option("--hold-back", "command.option.hold_back", is_flag=True)
@option("--add", "command.option.add", is_flag=True)
@option("--confirm", "command.option.confirm", is_flag=True)
@json_option()
@language_option()
def publish(
    files: tuple[Path, ...],
    note: str,
    author: str | None,
    hold_back: bool,
    add: bool,
    confirm: bool,
    as_json: bool,
    language: Words,
) -> int:
    """Publish files; 0 where they are published or change nothing, 1 where they are not, 2 where one is refused."""
    with here.in_words(language) as settings, here.opened(settings) as store, here.checker(settings) as checker:
        outcome = publishing.publish_at_once(
            here.uploads(files, settings),
            store,
            checker,
            note=note,
            author=author or language("command.author"),
            now=here.now(),
            hold_back=hold_back,
            add=add,
            confirm=confirm,
            workbook=Path(settings.workbook),
        )
    if as_json:
        shapes.print_json(shapes.outcome(outcome, language))
    else:
        lines.print_lines(_lines(outcome, language))
    return STATUS[outcome.status]


def _lines(outcome: Outcome, words: Words) -> Iterator[str]:
    yield from lines.issues(outcome.issues, words)
    if outcome.meanwhile:
        yield from lines.meanwhile(outcome.meanwhile, words)
    if outcome.status != "refused":
        yield from lines.changes(outcome.changes, words)
    overlap = outcome.status == "needs-confirmation" and outcome.meanwhile
    yield words("store.overlap") if overlap else lines.outcome(outcome, words)
