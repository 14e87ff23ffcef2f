"""The tables whose rows an upload may refer to: the published ones, else those of the shipped workbook."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from analysis.intake import Checker, Upload
from analysis.schema import TABLES, Tables, whole_set
from analysis.schema.kinds import Many, One


def referred_by(names: Iterable[str]) -> set[str]:
    """The tables that the columns of these tables refer to."""
    kinds = (column.kind for name in names for column in TABLES[name].columns)
    return {kind.to for kind in kinds if isinstance(kind, One | Many) and kind.to}


def known_tables(published: Tables, checker: Checker, workbook: Path | None, now: datetime) -> Tables:
    """The published tables; of those that others refer to and that are empty, the rows of the workbook."""
    lacking = [name for name in referred_by(TABLES) if not len(published[name])]
    if not lacking or workbook is None or not workbook.is_file():
        return published
    shipped = checker.check([Upload(workbook.name, workbook.read_bytes())], whole_set({}, TABLES), now).tables
    return whole_set({**published, **{name: shipped[name].frame for name in lacking if name in shipped}}, TABLES)
