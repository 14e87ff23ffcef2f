"""Three-way merge: what an upload changed in its own copy is put on top of what is published now.

Three sets of tables: ``base``, the revision that the copy was taken from; ``current``, what is published;
``upload``, the copy as it came back. Nothing here knows of a store or a page.
"""

from dataclasses import dataclass

from analysis.changes.compare import is_same
from analysis.changes.conflict import MergeConflict, Settlement, side_of
from analysis.changes.reference_merge import settle_references
from analysis.changes.table_merge import merge_table
from analysis.schema import TABLES, Tables, all_tables


@dataclass(frozen=True)
class Merge:
    """The merged tables, and all conflicts in them, settled or not; while one is open the current value stands."""

    tables: Tables
    conflicts: tuple[MergeConflict, ...] = ()

    def open_conflicts(self, settlement: Settlement) -> tuple[MergeConflict, ...]:
        """The conflicts that a settlement does not settle."""
        return tuple(each for each in self.conflicts if not side_of(settlement, each))


def merge_tables(base: Tables, current: Tables, upload: Tables, settlement: Settlement) -> Merge:
    """The tables of ``current`` with what ``upload`` changed in ``base``; one that the upload lacks is unchanged.

    Rows are in the order of ``current``, new ones at the foot in that of ``upload``.
    """
    merged = dict(current)
    conflicts: list[MergeConflict] = []
    for name, table in TABLES.items():
        if name in upload and not is_same(base[name], upload[name]):
            merge = merge_table(table, base[name], current[name], upload[name])
            conflicts += merge.conflicts
            merged[name] = merge.frame(settlement)
    of_references = tuple(settle_references(merged, base, current, upload, settlement))
    return Merge(all_tables(merged, TABLES), (*conflicts, *of_references))
