"""``verify``: whether the store still holds what was published."""

import click

from analysis.cli import here, lines, shapes
from analysis.cli.spoken import Command, json_option, language_option
from analysis.store import Fault, Unavailable, Verified
from analysis.words import Words

DAMAGED = 1


@click.command("verify", cls=Command)
@json_option()
@language_option()
def verify(as_json: bool, language: Words) -> int:
    """Read all that the store holds; 0 where it is sound, 1 where it is damaged."""
    result = _verified(language)
    if as_json:
        shapes.print_json(shapes.verified(result, language))
    else:
        lines.print_lines(lines.verified(result, language))
    return DAMAGED if result.faults else 0


def _verified(words: Words) -> Verified:
    """The store's own findings; a store that cannot even be opened is one fault, one that is not there has none."""
    with here.in_words(words) as settings:
        try:
            with here.found(settings) as store:
                return store.verify() if store else Verified(0, ())
        except Unavailable as error:
            return Verified(0, (Fault(None, "database", str(error), "unreadable"),))
