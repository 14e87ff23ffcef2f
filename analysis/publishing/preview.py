"""What publishing an upload would do, before anything is done."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from analysis.changes import Changes, alarms, compare
from analysis.intake import Checked, Checker, TableRead, Upload
from analysis.publishing.known import known_tables, referred_by
from analysis.publishing.merge import keys, merged
from analysis.schema import TABLES, Issue, Tables, whole_set
from analysis.store import Store


@dataclass(frozen=True)
class Plan:
    """What one choice would publish: what the check finds where it is made, the tables after it, the difference, and
    what of that wants a second yes."""

    checked: Checked
    tables: Tables
    changes: Changes
    confirmations: tuple[Issue, ...]


@dataclass(frozen=True)
class Preview:
    """An upload beside what is published: revision ``base``, None where nothing is.

    Both choices are worked out, so that one can turn to the other without a second check: to replace the tables that
    the upload brings, or to ``add`` and change rows only.
    """

    uploads: tuple[Upload, ...]
    base: str | None
    replacing: Plan
    adding: Plan
    add: bool = False

    def choosing(self, add: bool) -> "Preview":
        """The same upload with the other choice, or the same."""
        return replace(self, add=add)

    @property
    def plan(self) -> Plan:
        """What the choice made would publish."""
        return self.adding if self.add else self.replacing

    @property
    def checked(self) -> Checked:
        """What the check finds: with *add* published rows stay, so what refers to them finds them."""
        return self.plan.checked

    @property
    def tables(self) -> Tables:
        """The tables as they would be."""
        return self.plan.tables

    @property
    def changes(self) -> Changes:
        """What would be added, removed and changed."""
        return self.plan.changes

    @property
    def confirmations(self) -> tuple[Issue, ...]:
        """What of that wants a second yes."""
        return self.plan.confirmations


def check(
    uploads: Sequence[Upload], store: Store | None, checker: Checker, now: datetime, workbook: Path | None = None
) -> Checked:
    """Check an upload beside what is published; nothing is changed. Without a store nothing is published.

    Words that the published revision does not know are looked for in ``workbook``, the shipped one.
    """
    _, published = _standing(store)
    return checker.check(uploads, known_tables(published, checker, workbook, now), now)


def preview(
    uploads: Sequence[Upload],
    store: Store | None,
    checker: Checker,
    now: datetime,
    add: bool = False,
    workbook: Path | None = None,
) -> Preview:
    """Check an upload as `check` does and compare it with what is published; nothing is changed."""
    base, published = _standing(store)
    known = known_tables(published, checker, workbook, now)
    checked = checker.check(uploads, known, now)
    added = checker.check(uploads, known, now, stays=published) if _is_partial(published, checked) else checked
    return Preview(
        uploads=tuple(uploads),
        base=base,
        replacing=_plan(published, checked, add=False),
        adding=_plan(published, added, add=True),
        add=add,
    )


def _is_partial(published: Tables, checked: Checked) -> bool:
    """Whether an upload brings a table without all of its published rows, and another that refers to it: then its
    references may mean rows that only *add* leaves there."""
    referred = (checked.tables[name] for name in referred_by(checked.tables) if name in checked.tables)
    return any(set(keys(TABLES[each.table], published[each.table])) - _sound(each) for each in referred)


def _sound(read: TableRead) -> set[tuple[str, ...]]:
    return set(keys(TABLES[read.table], read.frame))


def _standing(store: Store | None) -> tuple[str | None, Tables]:
    """The published revision's id and tables; None and empty ones where nothing is published."""
    current = store.current() if store else None
    if store is None or current is None:
        return None, whole_set({}, TABLES)
    return current.id, store.tables(current.id)


def _plan(published: Tables, checked: Checked, *, add: bool) -> Plan:
    after = merged(published, checked.tables, add)
    changes = compare(published, after)
    return Plan(checked, after, changes, alarms(published, after, changes))
