"""Results of commands as lines of text for the terminal."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any

import click

from analysis.intake import CheckResult
from analysis.schema import TABLES, Issue
from analysis.words import Translator, issue_text
from analysis.words.language import HELSINKI
from analysis.words.revision_notes import change_lines, note_text
from analysis.words.value_texts import value_text

if TYPE_CHECKING:
    from analysis.changes import Changes
    from analysis.publishing import Outcome, Preview, Sources
    from analysis.store import Draft, Revision, Verification


def show(lines: Iterable[str], as_json: bool = False, value: Any = None) -> None:
    """Print lines on standard output; with ``as_json`` the value instead, in UTF-8 whatever the terminal's encoding."""
    if as_json:
        click.echo(json.dumps(value, ensure_ascii=False, indent=2).encode("utf-8", "backslashreplace"))
        return
    for line in lines:
        click.echo(line)


def moment_text(moment: datetime, words: Translator) -> str:
    """Day and time in Finland."""
    local = moment.astimezone(HELSINKI)
    day = words.day(local.date().isoformat())
    return words("command.moment", day=day, hour=local.hour, minute=f"{local.minute:02}")


def check_lines(result: CheckResult, preview: Preview | None, words: Translator) -> Iterator[str]:
    """Tables that were read, issues, their numbers and the result; with a preview also what would change."""
    for name, part in result.tables.items():
        table, sheets = words.name(TABLES[name].headers), ", ".join(part.sheets)
        values = {"table": table if sheets == table else f"{table} ({sheets})"}
        values["rows"] = words.plural("command.rows", len(part.frame))
        if part.rows_with_errors:
            values["held_back"] = words.plural("command.held_back", part.rows_with_errors)
        yield words("command.table.held_back" if part.rows_with_errors else "command.table", **values)
    yield from issue_lines([*result.issues, *(preview.plan.confirmations if preview else ())], words)
    if more := sum(result.counts.values()) - len(result.issues):
        yield words.plural("command.more", more)
    if preview and result.status != "refused":
        yield from origin_lines(preview.sources, words)
        yield from difference_lines(preview.plan.changes, words)
    counts = {name: words.number(result.counts.get(name, 0)) for name in ("error", "warning", "info")}
    yield words("command.counts", **counts)
    wanted = _wanted(preview.plan.confirmations) if preview and result.status == "ok" else None
    yield words(f"command.check.{wanted or result.status}")


def _wanted(issues: Iterable[Issue]) -> str | None:
    """What publishing wants first: each conflict settled, or a second yes; None if nothing."""
    codes = {each.code for each in issues if each.severity == "confirm"}
    return "conflicts" if "conflict" in codes else "confirm" if codes else None


def issue_lines(issues: Iterable[Issue], words: Translator) -> Iterator[str]:
    """A line an issue: severity, place, text."""
    for each in issues:
        # The sheet of a csv has the name of its file.
        place = " ".join(dict.fromkeys(filter(None, (each.file, each.sheet, each.cell))))
        where = place or (words.name(TABLES[each.table].headers) if each.table else "")
        head = ", ".join(filter(None, (words(f"issue.severity.{each.severity}"), where)))
        yield words("command.issue", head=head, message=issue_text(each, words))


def outcome_lines(outcome: Outcome, words: Translator) -> Iterator[str]:
    """The outcome of publishing or restoring: issues, what others published meanwhile, rows that differ, result."""
    yield from issue_lines(outcome.issues, words)
    for each in outcome.meanwhile.revisions if outcome.meanwhile else ():
        values = {"revision": each.id, "when": moment_text(each.published, words)}
        yield words("store.meanwhile", **values, author=each.author, note=note_text(each.note, words)).rstrip()
    if outcome.meanwhile:
        yield from difference_lines(outcome.meanwhile.changes, words)
    if outcome.sources and outcome.status != "refused":
        yield from origin_lines(outcome.sources, words)
    if outcome.status != "refused":
        yield from difference_lines(outcome.changes, words, only_counts=True)
    if outcome.status == "needs-confirmation" and outcome.meanwhile:
        yield words("store.overlap")
    elif outcome.status == "needs-confirmation" and _wanted(outcome.issues) == "conflicts":
        yield words("command.outcome.conflicts")
    elif outcome.status == "unchanged" and not outcome.revision:
        yield words("command.outcome.nothing")
    elif outcome.status == "needs-review" and not outcome.draft:
        yield words("command.outcome.nameless")
    else:
        values = {"revision": outcome.revision.id if outcome.revision else "", "draft": outcome.draft or ""}
        yield words(f"command.outcome.{outcome.status}", **values)


def origin_lines(sources: Sources, words: Translator) -> Iterator[str]:
    """The revision that an upload was taken from, and what was published since; nothing if it is the published one."""
    if sources.meanwhile:
        yield words(f"command.origin.{sources.origin.source}", revision=sources.origin.revision)
        revisions = words.listing(list(sources.meanwhile))
        yield words.plural("command.since", len(sources.meanwhile), revisions=revisions)


def difference_lines(changes: Changes, words: Translator, only_counts: bool = False) -> Iterator[str]:
    """How many rows differ, a line a table; under each table which ones, cell by cell, unless ``only_counts``."""
    if not changes:
        yield words("command.changes.none")
    lines = change_lines(changes.counts(), words)
    for line, (name, change) in zip(lines, changes.tables.items(), strict=True):
        yield line
        if only_counts:
            continue
        for sign, rows in (("+", change.added), ("-", change.removed)):
            yield from (f"  {sign} {' '.join(each.key)}  {each.label}" for each in rows)
        for each in change.cells:
            column = TABLES[name].column(each.column)
            before, after = (
                value_text(value, column, {}, words) or words("command.empty") for value in (each.before, each.after)
            )
            yield f"  * {' '.join(each.key)}  {each.label}: {words.name(column.headers)}: {before} → {after}"


def history_line(revision: Revision, words: Translator) -> str:
    """A revision in one line: id, time, author, note."""
    withdrawn = revision.withdrawn and words("command.withdrawn", time=moment_text(revision.withdrawn, words))
    parts = (
        revision.id,
        moment_text(revision.published, words),
        revision.author,
        withdrawn or note_text(revision.note, words),
    )
    return "  ".join(" ".join(part.split()) for part in parts).rstrip()


def draft_line(draft: Draft, words: Translator) -> str:
    """A draft in one line: id, time, author, note, files."""
    files = ", ".join(each.name for each in draft.files)
    parts = (draft.id, moment_text(draft.created, words), draft.author, draft.note, files)
    return "  ".join(" ".join(part.split()) for part in parts if part)


def revision_lines(revision: Revision, words: Translator) -> Iterator[str]:
    """A revision with its tables and files."""
    yield history_line(revision, words)
    if revision.restores:
        yield words("command.restores", revision=revision.restores)
    for name, rows in revision.rows.items():
        yield f"  {words.name(TABLES[name].headers) if name in TABLES else name}: {words.plural('command.rows', rows)}"
    for each in revision.files:
        yield "  " + words("command.file", name=each.name, size=words.number(each.size), sha256=each.sha256)


def verification_lines(result: Verification, words: Translator) -> Iterator[str]:
    """Each fault, the number of revisions, and the state of the store."""
    for each in result.faults:
        where = words(f"command.part.{each.part}", revision=each.revision or "", name=each.name)
        yield words(f"command.fault.{each.kind}", where=where)
    yield words.plural("command.verified", result.revisions)
    yield words("command.verify.damaged" if result.faults else "command.verify.ok")
