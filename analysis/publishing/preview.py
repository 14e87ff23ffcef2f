"""Check of an upload, and preview of what publishing it would change."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from analysis.changes import Changes, compare, risks
from analysis.intake import Checker, CheckResult, Upload
from analysis.publishing.merge import keys, merge
from analysis.schema import TABLES, Issue, Tables, all_tables
from analysis.schema.kinds import Many, One
from analysis.store import Store


@dataclass(frozen=True)
class Plan:
    """What replacing or adding would publish: the tables after it, the difference, and its issues to be confirmed.

    ``check``: what was found; with adding published rows stay, so that references to them are valid.
    """

    check: CheckResult
    tables: Tables
    changes: Changes
    confirmations: tuple[Issue, ...]


@dataclass(frozen=True)
class Preview:
    """An upload against the published revision ``base``, None if nothing is published.

    Both plans are there to switch without a second check: to replace tables, or to ``add`` and change rows only.
    """

    uploads: tuple[Upload, ...]
    base: str | None
    replacing: Plan
    adding: Plan
    add: bool = False

    @property
    def plan(self) -> Plan:
        """What the current choice would publish."""
        return self.adding if self.add else self.replacing


def check(
    uploads: Sequence[Upload], store: Store | None, checker: Checker, now: datetime, workbook: Path | None = None
) -> CheckResult:
    """Check an upload against what is published; nothing is changed.

    uploads: the files; store: None if nothing is published; checker, now: what checks, and the time, aware; workbook:
    the shipped one, for names that the published revision lacks.
    """
    _, published = _current(store)
    return checker.check(uploads, published, now, words=reference_tables(published, checker, workbook, now))


def preview(
    uploads: Sequence[Upload],
    store: Store | None,
    checker: Checker,
    now: datetime,
    add: bool = False,
    workbook: Path | None = None,
) -> Preview:
    """Check an upload as `check` does and compare it with what is published; nothing is changed.

    add: whether rows are added and changed only; uploads, store, checker, now, workbook: as in `check`.
    """
    base, published = _current(store)
    references = reference_tables(published, checker, workbook, now)
    result = result_to_add = checker.check(uploads, published, now, words=references)
    if _reads_otherwise_with_add(result, published):
        result_to_add = checker.check(uploads, published, now, stays=published, words=references)
    plans = []
    for each, adds in ((result, False), (result_to_add, True)):
        tables = merge(published, each.tables, adds)
        changes = compare(published, tables)
        plans.append(Plan(each, tables, changes, risks(published, tables, changes)))
    replacing, adding = plans
    return Preview(tuple(uploads), base, replacing, adding, add)


def _reads_otherwise_with_add(result: CheckResult, published: Tables) -> bool:
    """Whether an upload is to be checked once more for *add*, with which the published rows stay.

    References may mean rows that it leaves out, and a key that was made for a new row may be that of another row.
    """
    referred = _tables_referred_to(result.tables)
    for name, each in result.tables.items():
        if name in referred or each.made_keys:
            before = set(keys(TABLES[name], published[name]))
            if name in referred and not before <= set(keys(TABLES[name], each.frame)):
                return True
            if any((key,) in before for key in each.made_keys.values()):
                return True
    return False


def reference_tables(published: Tables, checker: Checker, workbook: Path | None, now: datetime) -> Tables:
    """The tables whose rows an upload may refer to: the published ones; of those that are empty, the workbook's."""
    empty = [name for name in _tables_referred_to(TABLES) if not len(published[name])]
    if not empty or workbook is None or not workbook.is_file():
        return published
    upload = Upload(workbook.name, workbook.read_bytes())
    results = checker.check([upload], all_tables({}, TABLES), now).tables
    return all_tables({**published, **{name: results[name].frame for name in empty if name in results}}, TABLES)


def _tables_referred_to(names: Iterable[str]) -> set[str]:
    """The tables whose rows the columns of these tables refer to."""
    kinds = [column.kind for name in names for column in TABLES[name].columns]
    references = [kind for kind in kinds if isinstance(kind, One | Many)]
    return {each.to for each in references if each.to}


def _current(store: Store | None) -> tuple[str | None, Tables]:
    """The published revision's id and tables; None and empty tables if nothing is published."""
    current = store.current() if store else None
    if store is None or current is None:
        return None, all_tables({}, TABLES)
    return current.id, store.tables(current.id)
