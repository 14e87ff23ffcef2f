"""Commands ``verify``, ``audit``, ``backup`` and ``restore-backup``: care of the store."""

from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from analysis.cli import text_lines
from analysis.cli.resources import existing_store, settings_or_failure
from analysis.cli.translated_click import JSON_OPTION, LANGUAGE_OPTION, PATH, WORDS, Command, fail
from analysis.store import (
    BadBackup,
    Fault,
    Store,
    StoreNotEmpty,
    Unavailable,
    Verification,
    read_backup,
    verify_store,
    write_backup,
)
from analysis.words import Translator, audit_text

DAMAGED = 1
UNAVAILABLE: dict[str, Any] = {"status": "unavailable", "revisions": 0, "faults": []}
"""What ``verify`` prints of a store that cannot be read: whether it is sound nobody knows."""
MOST_ENTRIES = 200


@click.command("verify", cls=Command)
@JSON_OPTION
@LANGUAGE_OPTION
def verify(as_json: bool, language: Translator) -> int:
    """Read all that the store holds; 0 if it is sound, 1 if it is damaged, 2 if it cannot be read or is not there."""
    with settings_or_failure(language) as settings:
        try:
            with existing_store(settings) as store:
                if store is None:
                    # A watcher would take a store that was deleted, or a name that was mistyped, for a sound one.
                    raise Unavailable(language("command.history.empty").rstrip("."), "unreadable")
                result = verify_store(store.engine)
        except Unavailable as error:
            if error.reason != "damaged":
                if as_json:
                    text_lines.show([], as_json, UNAVAILABLE)
                raise
            result = Verification(0, (Fault(None, "database", str(error), "unreadable"),))
    lines = list(text_lines.verification_lines(result, language))
    faults = [asdict(fault) | {"message": text} for fault, text in zip(result.faults, lines, strict=False)]
    value = {"status": "damaged" if faults else "ok", "revisions": result.revisions, "faults": faults}
    text_lines.show(lines, as_json, value)
    return DAMAGED if faults else 0


@click.command("audit", cls=Command)
@click.option("--most", help=WORDS("command.audit.most"), type=click.IntRange(1), default=MOST_ENTRIES)
@JSON_OPTION
@LANGUAGE_OPTION
def audit(most: int, as_json: bool, language: Translator) -> None:
    """Print what was done, newest first, a line each."""
    with settings_or_failure(language) as settings, existing_store(settings) as store:
        entries = store.journal.newest_entries(most) if store else []
    lines = []
    for each in entries:
        what = audit_text(each.what, each.revision, each.detail, language)
        parts = (text_lines.moment_text(each.at, language), " ".join(each.who.split()), what)
        lines.append("  ".join(filter(None, parts)))
    keys = ("who", "what", "revision", "detail")
    value = [
        {"time": each.at.isoformat(timespec="seconds")} | {key: getattr(each, key) for key in keys} for each in entries
    ]
    text_lines.show(lines or [language("command.audit.empty")], as_json, value)


@click.command("backup", cls=Command)
@click.argument("out", metavar=WORDS("command.metavar.backup"), type=PATH)
@LANGUAGE_OPTION
def backup(out: Path, language: Translator) -> None:
    """Write all revisions into a new file."""
    with settings_or_failure(language) as settings, existing_store(settings) as store:
        if store is None:
            fail(language("command.history.empty"))
        number = write_backup(store.engine, out)
    text_lines.show([language.plural("command.backed_up", number, file=out)])


@click.command("restore-backup", cls=Command)
@click.argument("file", metavar=WORDS("command.metavar.backup"), type=PATH)
@LANGUAGE_OPTION
def restore_backup(file: Path, language: Translator) -> None:
    """Read all revisions of a backup into an empty store."""
    with settings_or_failure(language) as settings, closing(Store.open(settings.store)) as store:
        try:
            number = read_backup(file, store.engine)
        except BadBackup as error:
            fail(language(f"store.backup.{error.reason}", file=file, detail=error))
        except StoreNotEmpty:
            fail(language("store.occupied"))
    text_lines.show([language.plural("command.backup_read", number)])
