"""The difference of two sets of tables, and the rules that want a second yes."""

from analysis.changes.alarms import alarms
from analysis.changes.compare import compare
from analysis.changes.difference import CellChange, Changes, Key, RowChange, TableChange

__all__ = ["CellChange", "Changes", "Key", "RowChange", "TableChange", "alarms", "compare"]
