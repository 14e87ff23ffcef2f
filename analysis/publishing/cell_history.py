"""Who changed a cell after an upload's copy was taken."""

from analysis.changes.compare import SEPARATOR, key_texts, plain_value
from analysis.changes.conflict import MergeConflict
from analysis.publishing.plan import Sources
from analysis.schema import TABLES, Tables
from analysis.store import Revision, Store


def last_change(conflict: MergeConflict, sources: Sources, store: Store) -> Revision | None:
    """The newest of the revisions since the copy that changed the cell, or the row, of a conflict; None if none did."""
    changed, before = None, _value(sources.bases, conflict)
    for id in sources.meanwhile:
        after = _value(store.tables(id), conflict)
        if after != before:
            changed = store.revision(id)
        before = after
    return changed


def _value(tables: Tables, conflict: MergeConflict) -> object:
    """The value of a conflict's cell; of a whole row all its values, None if there is no such row."""
    frame = tables[conflict.table]
    rows = frame[key_texts(TABLES[conflict.table], frame) == SEPARATOR.join(conflict.key)]
    if not len(rows):
        return None
    columns = [conflict.column] if conflict.column else list(frame)
    return tuple(plain_value(rows[name].iat[0]) for name in columns)
