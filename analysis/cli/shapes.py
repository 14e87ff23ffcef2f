"""Results as the JSON objects of the command line."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime
from typing import Any

import click

from analysis.changes import Changes
from analysis.cli.lines import fault as fault_text
from analysis.intake import Checked
from analysis.publishing import Meanwhile, Outcome
from analysis.schema import Issue
from analysis.store import Revision, Verified
from analysis.words import Words, issue_text

TOLD = ("error", "warning", "info")


def print_json(value: Any) -> None:
    """Print one value on standard output, in UTF-8 whatever the terminal's encoding."""
    packed = json.dumps(value, ensure_ascii=False, indent=2).encode("utf-8", "backslashreplace")
    click.echo(packed)


def time(moment: datetime) -> str:
    """A time in ISO 8601, to the second, in UTC."""
    return moment.isoformat(timespec="seconds")


def issue(given: Issue, words: Words) -> dict[str, Any]:
    """One issue with its message."""
    keys = ("code", "severity", "file", "table", "sheet", "cell", "value", "suggestion")
    return {key: getattr(given, key) for key in keys} | {"message": issue_text(given, words)}


def issues(given: Iterable[Issue], words: Words) -> list[dict[str, Any]]:
    """Issues with their messages."""
    return [issue(each, words) for each in given]


def check(checked: Checked, confirmations: Iterable[Issue], words: Words) -> dict[str, Any]:
    """A check; what wants a second yes is counted and listed beside its issues."""
    further = list(confirmations)
    tables = {
        name: {"sheet": ", ".join(read.sheets), "rows": len(read.frame), "held_back": read.held_back}
        for name, read in checked.tables.items()
    }
    counts = dict.fromkeys(TOLD, 0) | dict(checked.counts) | ({"confirm": len(further)} if further else {})
    return {
        "status": checked.status,
        "publishable": checked.publishable,
        "tables": tables,
        "counts": counts,
        "issues": issues([*checked.issues, *further], words),
    }


def outcome(given: Outcome, words: Words) -> dict[str, Any]:
    """What became of an upload or a restored revision; the revision is the published one, null where none was made."""
    named = given.revision and given.status in ("published", "unchanged")
    return {
        "status": given.status,
        "revision": given.revision.id if given.revision and named else None,
        "changes": given.changes.counts(),
        "issues": issues(given.issues, words),
        **({"meanwhile": meanwhile(given.meanwhile)} if given.meanwhile else {}),
    }


def meanwhile(given: Meanwhile) -> dict[str, Any]:
    """What others published meanwhile: the revisions, oldest first, and numbers of rows."""
    return {"revisions": [each.id for each in given.revisions], **changes(given.changes)}


def changes(given: Changes) -> dict[str, Any]:
    """A difference by numbers of rows."""
    return {"changes": given.counts()}


def line(given: Revision) -> dict[str, Any]:
    """A revision as history has it; a withdrawn one has no tables, and the time when it was withdrawn."""
    withdrawn = {"withdrawn": time(given.withdrawn)} if given.withdrawn else {}
    return {
        "revision": given.id,
        "published": time(given.published),
        "author": given.author,
        "note": given.note,
        "tables": {name: {"rows": rows} for name, rows in given.rows.items()},
        **withdrawn,
    }


def revision(given: Revision) -> dict[str, Any]:
    """A revision with its files; of a withdrawn one only that, and since when."""
    if given.withdrawn:
        return {"revision": given.id, "withdrawn": time(given.withdrawn)}
    files = [{"name": each.name, "sha256": each.sha256, "bytes": each.size} for each in given.files]
    return line(given) | {"files": files}


def verified(given: Verified, words: Words) -> dict[str, Any]:
    """Whether the store is sound, and each fault in words."""
    faults = [asdict(each) | {"message": fault_text(each, words)} for each in given.faults]
    return {"status": "damaged" if faults else "ok", "revisions": given.revisions, "faults": faults}
