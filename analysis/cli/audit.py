"""``audit``: who did what, and when."""

from collections.abc import Iterator
from typing import Any

import click

from analysis.cli import here, lines, shapes
from analysis.cli.spoken import Command, json_option, language_option, option
from analysis.store import Entry
from analysis.words import Words, deed_text

MOST = 200


@click.command("audit", cls=Command)
@option("--most", "command.audit.most", type=click.IntRange(1), default=MOST)
@json_option()
@language_option()
def audit(most: int, as_json: bool, language: Words) -> None:
    """Tell what was done, newest first, a line each."""
    with here.in_words(language) as settings, here.found(settings) as store:
        entries = store.journal.newest(most) if store else []
    if as_json:
        shapes.print_json([shape(each) for each in entries])
    else:
        lines.print_lines(list(told(entries, language)) or [language("command.audit.empty")])


def shape(given: Entry) -> dict[str, Any]:
    """A deed as a JSON object."""
    keys = ("who", "what", "revision", "detail")
    return {"time": shapes.time(given.at)} | {key: getattr(given, key) for key in keys}


def told(entries: list[Entry], words: Words) -> Iterator[str]:
    """Each deed in one line: time, who, what."""
    for each in entries:
        text = deed_text(each.what, each.revision, each.detail, words)
        yield "  ".join(filter(None, (lines.time(each.at, words), " ".join(each.who.split()), text)))
