"""Results as lines of text for the terminal."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

import click

from analysis.changes import CellChange, Changes
from analysis.intake import Checked
from analysis.publishing import Meanwhile, Outcome
from analysis.schema import TABLES, Column, Issue
from analysis.schema.kinds import Choice, Day, Whole
from analysis.store import Fault, Revision, Verified
from analysis.words import Words, issue_text, severity_name
from analysis.words.formats import HELSINKI


def print_lines(lines: Iterable[str]) -> None:
    """Print lines on standard output."""
    for line in lines:
        click.echo(line)


def time(moment: datetime, words: Words) -> str:
    """Day and time by the clock of Finland."""
    here = moment.astimezone(HELSINKI)
    day = words.day(here.date().isoformat())
    return words("command.moment", day=day, hour=here.hour, minute=f"{here.minute:02}")


def tables(checked: Checked, words: Words) -> Iterator[str]:
    """What was understood: a line a table."""
    for name, read in checked.tables.items():
        table, sheets = words.name(TABLES[name].headers), ", ".join(read.sheets)
        told = {"table": table if sheets == table else f"{table} ({sheets})"}
        told["rows"] = words.plural("command.rows", len(read.frame))
        if read.held_back:
            yield words("command.table.held_back", **told, held_back=words.plural("command.held_back", read.held_back))
        else:
            yield words("command.table", **told)


def counts(checked: Checked, words: Words) -> str:
    """How many issues there are."""
    told = {name: words.number(checked.counts.get(name, 0)) for name in ("error", "warning", "info")}
    return words("command.counts", **told)


def issues(given: Iterable[Issue], words: Words) -> Iterator[str]:
    """A line an issue: how grave, where, and what it is."""
    for each in given:
        place = " ".join(filter(None, (each.file, each.sheet, each.cell)))
        where = place or (words.name(TABLES[each.table].headers) if each.table else "")
        head = ", ".join(filter(None, (severity_name(each.severity, words), where)))
        yield words("command.issue", head=head, message=issue_text(each, words))


def unlisted(checked: Checked, words: Words) -> Iterator[str]:
    """How many issues there are beside those that are listed."""
    if more := sum(checked.counts.values()) - len(checked.issues):
        yield words.plural("command.more", more)


def changes(given: Changes, words: Words) -> Iterator[str]:
    """How many rows differ: a line a table."""
    if not given:
        yield words("command.changes.none")
    for name, number in given.counts().items():
        told = {key: words.number(value) for key, value in number.items()}
        yield words("command.changes.table", table=words.name(TABLES[name].headers), **told)


def difference(given: Changes, words: Words) -> Iterator[str]:
    """How many rows differ, and under each table which, cell by cell."""
    if not given:
        yield words("command.changes.none")
    for name, change in given.tables.items():
        yield from changes(Changes({name: change}), words)
        yield from (f"  + {' '.join(each.key)}  {each.label}" for each in change.added)
        yield from (f"  - {' '.join(each.key)}  {each.label}" for each in change.removed)
        yield from (_cell(TABLES[name].column(each.column), each, words) for each in change.cells)


def history(given: Revision, words: Words) -> str:
    """A revision in one line: id, time, author, note."""
    note = words("command.withdrawn", time=time(given.withdrawn, words)) if given.withdrawn else given.note
    parts = (given.id, time(given.published, words), given.author, note)
    return "  ".join(" ".join(part.split()) for part in parts).rstrip()


def revision(given: Revision, words: Words) -> Iterator[str]:
    """All that is known of a revision."""
    yield history(given, words)
    if given.restores:
        yield words("command.restores", revision=given.restores)
    for name, rows in given.rows.items():
        yield f"  {words.name(TABLES[name].headers) if name in TABLES else name}: {words.plural('command.rows', rows)}"
    for each in given.files:
        yield "  " + words("command.file", name=each.name, size=words.number(each.size), sha256=each.sha256)


def meanwhile(given: Meanwhile, words: Words) -> Iterator[str]:
    """The revisions that others published meanwhile, and what they changed."""
    for each in given.revisions:
        said = {"revision": each.id, "when": time(each.published, words), "author": each.author, "note": each.note}
        yield words("store.meanwhile", **said).rstrip()
    yield from difference(given.changes, words)


def outcome(given: Outcome, words: Words) -> str:
    """What became of an upload or a restored revision."""
    if given.status == "unchanged" and not given.revision:
        return words("command.outcome.nothing")
    return words(f"command.outcome.{given.status}", revision=given.revision.id if given.revision else "")


def withdrawn(gone: Revision, current: Revision | None, sharing: Iterable[str], words: Words) -> Iterator[str]:
    """What is gone, what is published now, and where something of what is gone still stands."""
    yield words("command.gone", revision=gone.id)
    if told := ", ".join(sharing):
        yield words("command.sharing", revisions=told)
    yield words("command.current", revision=current.id) if current else words("command.history.empty")


def verified(given: Verified, words: Words) -> Iterator[str]:
    """Each fault, and how many revisions were read."""
    yield from (fault(each, words) for each in given.faults)
    yield words.plural("command.verified", given.revisions)
    yield words("command.verify.damaged" if given.faults else "command.verify.ok")


def fault(given: Fault, words: Words) -> str:
    """A fault of the store as a sentence."""
    where = words(f"command.part.{given.part}", revision=given.revision or "", name=given.name)
    return words(f"command.fault.{given.kind}", where=where)


def _cell(column: Column, change: CellChange, words: Words) -> str:
    before, after = (_value(column, value, words) for value in (change.before, change.after))
    named = f"{' '.join(change.key)}  {change.label}"
    return f"  * {named}: {words.name(column.headers)}: {before} → {after}"


def _value(column: Column, value: Any, words: Words) -> str:
    match column.kind:
        case _ if value is None:
            return words("command.empty")
        case Day():
            return words.day(value)
        case Whole():
            return words.number(value)
        case Choice() as choice if value in choice.keys:
            return words.name(choice.option(value).names)
        case _:
            return "; ".join(value) if isinstance(value, tuple) else str(value)
