"""Changes: the difference of two sets of tables, and the rules that require confirmation of it.

`difference` has the types, `compare` computes them, `risk_rules` finds what looks like an accident.
"""

from analysis.changes.compare import compare
from analysis.changes.difference import CellChange, Changes, Key, RowChange, TableChange
from analysis.changes.risk_rules import risks

__all__ = ["CellChange", "Changes", "Key", "RowChange", "TableChange", "compare", "risks"]
