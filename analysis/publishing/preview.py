"""Preview of what publishing an upload would change."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path

from analysis.changes.conflict import Settlement
from analysis.intake import Checker, CheckResult, Upload, reference_tables, tables_referred_to
from analysis.publishing.merge import keys, rows_beside
from analysis.publishing.origin import NONE, Origins, Said, find_origins
from analysis.publishing.plan import NOT_SETTLED, Plan, Sources, plan_of
from analysis.publishing.region_rights import EVERYWHERE, Regions, foreign_rows
from analysis.schema import TABLES, Tables, all_tables
from analysis.store import Store, UnknownRevision


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

    @property
    def sources(self) -> Sources:
        """What the current choice puts the upload on."""
        return self.plan.sources

    def settle(self, settlement: Settlement) -> "Preview":
        """The preview with the conflicts of its current choice settled so."""
        plan = plan_of(self.plan.files_check, self.plan.sources, self.add, settlement)
        return replace(self, adding=plan) if self.add else replace(self, replacing=plan)


def preview(
    uploads: Sequence[Upload],
    store: Store | None,
    checker: Checker,
    now: datetime,
    add: bool = False,
    workbook: Path | None = None,
    said: Said = None,
    settlement: Settlement = NOT_SETTLED,
    regions: Regions = EVERYWHERE,
) -> Preview:
    """Check an upload against what is published and compare it with that; nothing is changed.

    An upload that was taken from an older revision is merged with what was published since.

    uploads: the files; store: None if nothing is published; checker, now: what checks, and the time, aware.
    workbook: the shipped one, for names that the published revision lacks.
    add: whether rows are added and changed only.
    said: what is said of where the files are from. UnknownRevision if there is no such revision.
    settlement: of conflicts.
    regions: those whose rows the publisher may change, empty for all rows.
    """
    base, published = _current(store)
    words = reference_tables(published, checker, workbook, now)
    check_beside = partial(checker.check, uploads, now=now)
    first = check_beside(published, stays=foreign_rows(published, regions), words=words)
    sources, sources_to_add = _sources(first, store, (base, published), said, regions)
    rows, newer, known = _beside(sources, words)
    result = result_to_add = check_beside(rows, stays=newer, words=known) if sources.bases else first
    if sources_to_add is not sources:
        rows, newer, known = _beside(sources_to_add, words)
        result_to_add = check_beside(rows, stays=newer, words=known) if sources_to_add.bases else first
    if _reads_otherwise_with_add(result_to_add, rows):
        result_to_add = check_beside(rows, stays=rows, words=known)
    adding = plan_of(result_to_add, sources_to_add, True, settlement)
    return Preview(tuple(uploads), base, plan_of(result, sources, False, settlement), adding, add)


def _beside(sources: Sources, words: Tables) -> tuple[Tables, Tables | None, Tables]:
    """The published rows that an upload is read beside, those of them that stay whatever it lacks, and the tables whose
    rows it may refer to.

    Words mean what they meant when the copy was taken; rows that others have added since stay beside its own.
    """
    published, bases = sources.published, sources.bases
    if not bases:
        return published, foreign_rows(published, sources.regions), words
    rows = rows_beside({**published, **bases}, {name: published[name] for name in bases})
    newer = rows_beside(published, bases, shared=False)
    others = foreign_rows(rows, sources.regions)
    return rows, rows_beside({**newer, **others}, newer) if others else newer, rows_beside(words, bases)


def _sources(
    check: CheckResult, store: Store | None, current: tuple[str | None, Tables], said: Said, regions: Regions
) -> tuple[Sources, Sources]:
    """What an upload is put on, if its tables replace the published ones and if its rows are only added.

    check: the check of the upload.
    store: where older revisions are.
    current: the id and the tables of the published revision.
    said, regions: as in `preview`.
    """
    base, published = current
    if store is None or base is None:
        if isinstance(said, str) and said != NONE:
            raise UnknownRevision(said)
        return (Sources(published, regions=regions),) * 2
    replacing, adding = find_origins(check, store, said)
    sources = replace(_sources_of(replacing, check, store, base, published), regions=regions)
    if adding == replacing:
        return sources, sources
    return sources, replace(_sources_of(adding, check, store, base, published), regions=regions)


def _sources_of(origins: Origins, check: CheckResult, store: Store, base: str, published: Tables) -> Sources:
    """The published tables, and those of the older revisions that tables of an upload were taken from.

    origins: of its files; the others are as in `_sources`.
    """
    older: dict[str, str] = {}
    for name, each in check.tables.items():
        of_files = [origins[file].revision for file, _ in each.columns]
        # Of a table in several files the oldest origin counts: what changed since is then a conflict at worst.
        if None not in of_files and (oldest := min(filter(None, of_files), key=int)) != base:
            older[name] = oldest
    if not older:
        return Sources(published, origins=origins)
    first = min(older.values(), key=int)
    # A table that the upload lacks is as it was when the copy was taken.
    others = {name: first for name in TABLES if name not in check.tables}
    bases = {name: store.tables(id)[name] for name, id in {**others, **older}.items()}
    between = [each.id for each in store.revisions() if not each.withdrawn and int(first) < int(each.id) <= int(base)]
    return Sources(published, bases, origins, tuple(reversed(between)))


def _reads_otherwise_with_add(result: CheckResult, published: Tables) -> bool:
    """Whether an upload is to be checked once more for *add*, with which the published rows stay.

    References may mean rows that it leaves out, and a key that was made for a new row may be that of another row.
    """
    referred = tables_referred_to(result.tables)
    for name, each in result.tables.items():
        if name in referred or each.made_keys:
            before = set(keys(TABLES[name], published[name]))
            if name in referred and not before <= set(keys(TABLES[name], each.frame)):
                return True
            if any((key,) in before for key in each.made_keys.values()):
                return True
    return False


def _current(store: Store | None) -> tuple[str | None, Tables]:
    """The published revision's id and tables; None and empty tables if nothing is published."""
    current = store.current() if store else None
    if store is None or current is None:
        return None, all_tables({}, TABLES)
    return current.id, store.tables(current.id)
