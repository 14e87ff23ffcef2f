"""The tables whose rows an upload may refer to."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from analysis.intake.check_result import Upload
from analysis.intake.process.checker import Checker
from analysis.schema import TABLES, Tables, all_tables
from analysis.schema.kinds import Many, One


def reference_tables(published: Tables, checker: Checker, workbook: Path | None, now: datetime) -> Tables:
    """The tables whose rows an upload may refer to: the published ones; of those that are empty, the workbook's."""
    empty = [name for name in tables_referred_to(TABLES) if not len(published[name])]
    if not empty or workbook is None or not workbook.is_file():
        return published
    upload = Upload(workbook.name, workbook.read_bytes())
    results = checker.check([upload], all_tables({}, TABLES), now).tables
    return all_tables({**published, **{name: results[name].frame for name in empty if name in results}}, TABLES)


def tables_referred_to(names: Iterable[str]) -> set[str]:
    """The tables whose rows the columns of these tables refer to."""
    kinds = [column.kind for name in names for column in TABLES[name].columns]
    references = [kind for kind in kinds if isinstance(kind, One | Many)]
    return {each.to for each in references if each.to}
