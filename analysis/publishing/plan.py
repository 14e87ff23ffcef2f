"""What an upload would publish: put on what is published, or merged with it, compared, with what is to be confirmed."""

from dataclasses import dataclass, field
from types import MappingProxyType

from analysis.changes import Changes, compare, risks
from analysis.changes.conflict import MergeConflict, Settlement
from analysis.intake import CheckResult
from analysis.publishing.conflict_issues import conflict_issues, doubled_row_issues
from analysis.publishing.merge import merge_older
from analysis.publishing.origin import NO_ORIGIN, Origin, Origins
from analysis.publishing.region_rights import EVERYWHERE, OwnMerge, Regions, own_merge
from analysis.publishing.rights_issues import rights_issues
from analysis.schema import TABLES, Issue, Tables, all_tables

NOT_SETTLED: Settlement = MappingProxyType({})
"""Every conflict is open."""


@dataclass(frozen=True)
class Sources:
    """What the tables of an upload are put on: the published ones, and ``bases``, by name the tables of the older
    revisions that some were taken from. ``origins``: by the name of each file; ``meanwhile``: the ids of the revisions
    between the oldest origin and the published one; ``regions``: those whose rows the publisher may change, empty for
    all rows."""

    published: Tables
    bases: Tables = field(default_factory=dict)
    origins: Origins = field(default_factory=dict)
    meanwhile: tuple[str, ...] = ()
    regions: Regions = EVERYWHERE

    @property
    def origin(self) -> Origin:
        """The oldest origin of all files."""
        known = [each for each in self.origins.values() if each.revision]
        return min(known, key=lambda each: int(each.revision or 0), default=NO_ORIGIN)

    @property
    def guess(self) -> str | None:
        """The oldest revision that tables are merged with on an estimate alone, None if there is none."""
        estimated = [each.revision for each in self.origins.values() if each.source == "estimate"]
        older = [id for id in estimated if id and id not in self.meanwhile[-1:]]
        return min(older, key=int, default=None) if self.bases else None


NOTHING_PUBLISHED = Sources(all_tables({}, TABLES))


@dataclass(frozen=True)
class Plan:
    """What replacing or adding would publish: the tables after it, the difference, and its issues to be confirmed.

    ``check``: what was found; with adding published rows stay, so that references to them are valid. ``files_check``:
    the same without what only the merge tells. ``conflicts``: those of the merge, of which the ``open`` ones are not
    settled; no confirmation settles them. ``sources``: what it is put on.
    """

    check: CheckResult
    files_check: CheckResult
    tables: Tables
    changes: Changes
    confirmations: tuple[Issue, ...]
    conflicts: tuple[MergeConflict, ...] = ()
    open: tuple[MergeConflict, ...] = ()
    sources: Sources = NOTHING_PUBLISHED


def plan_of(check: CheckResult, sources: Sources, add: bool, settlement: Settlement) -> Plan:
    """What a checked upload would publish.

    check: the check of the upload.
    sources: what its tables are put on.
    add: whether rows are added and changed only.
    settlement: of conflicts.
    """
    published, bases = sources.published, sources.bases
    own = _own_merge(check, sources, add, settlement)
    merge = own.merge
    changes, open_conflicts = compare(published, merge.tables), merge.open_conflicts(settlement)
    confirmations = [Issue("old-origin", "confirm", value=sources.guess)] if sources.guess else []
    confirmations += conflict_issues(open_conflicts, check.tables, bases, published)
    confirmations += risks(published, merge.tables, changes)
    further = [*doubled_row_issues(bases, published, check.tables), *rights_issues(own, check.tables)]
    return Plan(
        check.with_issues(further),
        check,
        merge.tables,
        changes,
        tuple(confirmations),
        merge.conflicts,
        open_conflicts,
        sources,
    )


def _own_merge(check: CheckResult, sources: Sources, add: bool, settlement: Settlement) -> OwnMerge:
    """The merge of a checked upload, without what its publisher may not change; arguments as of `plan_of`."""
    published, bases = sources.published, sources.bases
    merge = merge_older(published, bases, check.tables, add, settlement)
    mine = merge
    if sources.regions and merge.conflicts:
        mine = merge_older(published, bases, check.tables, add, "mine")
    return own_merge(merge, mine.tables, published, sources.regions)
