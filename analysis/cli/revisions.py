"""Commands ``history``, ``show``, ``diff``, ``restore`` and ``withdraw``: what was published, and changes of it."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from analysis import publishing
from analysis.changes import compare
from analysis.cli import json_objects, text_lines
from analysis.cli.resources import existing_store, settings_or_failure, store_with
from analysis.cli.translated_click import JSON_OPTION, LANGUAGE_OPTION, PATH, WORDS, Command, option
from analysis.exports import changes_workbook
from analysis.store import UnknownRevision
from analysis.words import Translator

REVISION = WORDS("command.metavar.revision")


@click.command("history", cls=Command)
@JSON_OPTION
@LANGUAGE_OPTION
def history(as_json: bool, language: Translator) -> None:
    """Print every revision, newest first, a line each."""
    with settings_or_failure(language) as settings, existing_store(settings) as store:
        revisions = store.revisions() if store else []
    lines = [text_lines.history_line(each, language) for each in revisions]
    value = [json_objects.history_object(each) for each in revisions]
    text_lines.show(lines or [language("command.history.empty")], as_json, value)


@click.command("show", cls=Command)
@click.argument("revision", metavar=REVISION)
@JSON_OPTION
@LANGUAGE_OPTION
def show(revision: str, as_json: bool, language: Translator) -> None:
    """Print one revision with its tables and files."""
    with settings_or_failure(language) as settings, store_with(settings, UnknownRevision(revision)) as store:
        result = store.revision(revision)
    text_lines.show(text_lines.revision_lines(result, language), as_json, json_objects.revision_object(result))


@click.command("diff", cls=Command)
@click.argument("before", metavar=REVISION)
@click.argument("after", metavar=REVISION)
@option("xlsx", "workbook", type=PATH)
@JSON_OPTION
@LANGUAGE_OPTION
def diff(before: str, after: str, xlsx: Path | None, as_json: bool, language: Translator) -> None:
    """Print what changed from one revision, before, to another, after.

    xlsx: a workbook to write it into too; as_json: whether a JSON object is printed; language: of the texts.
    """
    with settings_or_failure(language) as settings, store_with(settings, UnknownRevision(before)) as store:
        tables = (store.tables(before), store.tables(after))
        changes = compare(*tables)
        if xlsx:
            xlsx.write_bytes(changes_workbook(changes, language, tables, origin=f"{before} → {after}"))
    text_lines.show(text_lines.difference_lines(changes, language), as_json, {"changes": changes.counts()})


@click.command("restore", cls=Command)
@click.argument("revision", metavar=REVISION)
@option("note", "text")
@JSON_OPTION
@LANGUAGE_OPTION
def restore(revision: str, note: str | None, as_json: bool, language: Translator) -> None:
    """Publish an old revision once more."""
    with (
        settings_or_failure(language) as settings,
        store_with(settings, UnknownRevision(revision), writes=True) as store,
    ):
        note = note if note is not None else language("publishing.restored", revision=revision)
        author = language("command.author")
        outcome = publishing.restore(store, revision, note=note, author=author, now=datetime.now(UTC))
    value = json_objects.outcome_object(outcome, language)
    text_lines.show(text_lines.outcome_lines(outcome, language), as_json, value)


@click.command("withdraw", cls=Command)
@click.argument("revision", metavar=REVISION)
@JSON_OPTION
@LANGUAGE_OPTION
def withdraw(revision: str, as_json: bool, language: Translator) -> None:
    """Erase the files and tables of a revision, and drafts with rows of it; a dated line remains."""
    with (
        settings_or_failure(language) as settings,
        store_with(settings, UnknownRevision(revision), writes=True) as store,
    ):
        others = store.revisions_sharing(revision)
        drafts = [each.id for each in store.drafts.copies_of(revision)]
        withdrawn = store.withdraw(revision, datetime.now(UTC), author=language("command.author"))
        current = store.current()
    value: dict[str, Any] = {"current": current.id if current else None, "sharing": others}
    value |= {"drafts": drafts} if drafts else {}
    lines = [language("command.gone", revision=withdrawn.id)]
    if others:
        lines.append(language.plural("command.sharing", len(others), revisions=language.listing(others)))
    if drafts:
        lines.append(language("command.draft.erased", drafts=", ".join(drafts)))
    lines.append(language("command.current", revision=current.id) if current else language("command.history.empty"))
    text_lines.show(lines, as_json, json_objects.revision_object(withdrawn) | value)
