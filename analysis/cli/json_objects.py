"""Results of commands as JSON objects."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from analysis.intake import CheckResult
from analysis.schema import Issue
from analysis.words import Translator, issue_text

if TYPE_CHECKING:
    from analysis.publishing import Outcome, Sources
    from analysis.store import Draft, Revision

SEVERITIES = ("error", "warning", "info")
ISSUE_KEYS = ("code", "severity", "file", "table", "sheet", "cell", "value", "suggestion")


def issue_objects(issues: Iterable[Issue], words: Translator) -> list[dict[str, Any]]:
    """Issues with their messages."""
    return [{key: getattr(each, key) for key in ISSUE_KEYS} | {"message": issue_text(each, words)} for each in issues]


def check_object(result: CheckResult, confirmations: Iterable[Issue], words: Translator) -> dict[str, Any]:
    """A check; issues that require confirmation are counted and listed after its own."""
    further = list(confirmations)
    tables = {
        name: {"sheet": ", ".join(table.sheets), "rows": len(table.frame), "held_back": table.rows_with_errors}
        for name, table in result.tables.items()
    }
    counts = dict.fromkeys(SEVERITIES, 0) | dict(result.counts) | ({"confirm": len(further)} if further else {})
    return {
        "status": result.status,
        "publishable": result.status == "ok",
        "tables": tables,
        "counts": counts,
        "issues": issue_objects([*result.issues, *further], words),
    }


def outcome_object(outcome: Outcome, words: Translator) -> dict[str, Any]:
    """The outcome of publishing or restoring; ``revision`` is the published one, null if nothing was published.

    Of an upload also what it was put on (`origin_object`), and the draft that it became or is.
    """
    published = outcome.revision if outcome.status in ("published", "unchanged") else None
    value: dict[str, Any] = {
        "status": outcome.status,
        "revision": published.id if published else None,
        "changes": outcome.changes.counts(),
        "issues": issue_objects(outcome.issues, words),
    }
    if outcome.sources:
        value |= origin_object(outcome.sources, outcome.conflicts)
        if outcome.meanwhile and not outcome.sources.meanwhile:
            value["meanwhile"] = [each.id for each in outcome.meanwhile.revisions]
    return value | ({"draft": outcome.draft} if outcome.draft else {})


def origin_object(sources: Sources, conflicts: int) -> dict[str, Any]:
    """The revision that an upload was taken from, how that is known, the revisions since, the number of conflicts."""
    origin = sources.origin
    return {
        "base": origin.revision,
        "base_from": origin.source,
        "meanwhile": list(sources.meanwhile),
        "conflicts": conflicts,
    }


def draft_object(draft: Draft) -> dict[str, Any]:
    """A draft with its files, what was chosen, and what it would have changed when it was made."""
    return {
        "draft": draft.id,
        "created": draft.created.isoformat(timespec="seconds"),
        "author": draft.author,
        "note": draft.note,
        **{name: draft.choices[name] for name in ("add", "hold_back", "changes")},
        "files": [{"name": each.name, "sha256": each.sha256, "bytes": each.size} for each in draft.files],
    }


def history_object(revision: Revision) -> dict[str, Any]:
    """A revision in the history; a withdrawn one has no tables, and the time when it was withdrawn."""
    value = {
        "revision": revision.id,
        "published": revision.published.isoformat(timespec="seconds"),
        "author": revision.author,
        "note": revision.note,
        "tables": {name: {"rows": rows} for name, rows in revision.rows.items()},
    }
    return value | ({"withdrawn": revision.withdrawn.isoformat(timespec="seconds")} if revision.withdrawn else {})


def revision_object(revision: Revision) -> dict[str, Any]:
    """A revision with its files; of a withdrawn one its id and the time when it was withdrawn alone."""
    if revision.withdrawn:
        return {"revision": revision.id, "withdrawn": revision.withdrawn.isoformat(timespec="seconds")}
    files = [{"name": each.name, "sha256": each.sha256, "bytes": each.size} for each in revision.files]
    return history_object(revision) | {"files": files}
