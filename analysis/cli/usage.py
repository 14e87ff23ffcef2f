"""Command ``usage``: how often pages were opened and files given out, day by day."""

from collections import Counter
from dataclasses import asdict
from datetime import UTC, datetime, timedelta

import click

from analysis.cli import text_lines
from analysis.cli.resources import existing_store, settings_or_failure
from analysis.cli.translated_click import JSON_OPTION, LANGUAGE_OPTION, Command, option
from analysis.words import Translator
from analysis.words.language import HELSINKI

DAYS = 30


@click.command("usage", cls=Command)
@option("days", "days", type=click.IntRange(1), default=DAYS)
@JSON_OPTION
@LANGUAGE_OPTION
def usage(days: int, as_json: bool, language: Translator) -> None:
    """Print what was used in the last ``days``: all together as lines, day by day as JSON."""
    first = (datetime.now(UTC).astimezone(HELSINKI).date() - timedelta(days=days - 1)).isoformat()
    with settings_or_failure(language) as settings, existing_store(settings) as store:
        every = store.usage.since(first) if store else []
    sums: Counter[tuple[str, str]] = Counter()
    for each in every:
        sums[each.kind, each.name] += each.number
    lines = [
        language("command.usage.line", kind=language(f"command.usage.kind.{kind}"), name=name, n=language.number(n))
        for (kind, name), n in sorted(sums.items(), key=lambda each: (each[0][0], -each[1], each[0][1]))
    ]
    text_lines.show(lines or [language("command.usage.none")], as_json, [asdict(each) for each in every])
