"""Command ``search``: the rows and terms of the published revision that answer a query."""

import click

from analysis import search as engine
from analysis.cli import text_lines
from analysis.cli.resources import existing_store, settings_or_failure
from analysis.cli.translated_click import JSON_OPTION, LANGUAGE_OPTION, WORDS, Command, option
from analysis.schema import TABLES
from analysis.search_lookup import GLOSSARY, revision_index
from analysis.words import Translator


@click.command("search", cls=Command)
@click.argument("query", metavar=WORDS("command.metavar.query"), nargs=-1)
@option("limit", "number", type=click.IntRange(min=1, max=1000), default=10)
@JSON_OPTION
@LANGUAGE_OPTION
def search(query: tuple[str, ...], limit: int, as_json: bool, language: Translator) -> None:
    """Print what answers a query, the best first, a line each."""
    hits: list[engine.Hit] = []
    with settings_or_failure(language) as settings, existing_store(settings) as store:
        current = store.current() if store else None
        if store and current:
            index = revision_index(store, current.id, store.tables(current.id))
            hits = engine.search(index, " ".join(query), language.language, limit)
    value = [{"table": each.table, "key": each.key, "title": each.title, "score": each.score} for each in hits]
    groups = {name: language.name(table.headers) for name, table in TABLES.items()}
    groups[GLOSSARY] = language("glossary.title")
    lines = [f"{groups[each.table]}: {each.title} ({each.key})" for each in hits]
    text_lines.show(lines or [language("command.search.none")], as_json, value)
