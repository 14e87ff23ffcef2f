"""The origin of an upload: the revision that its files were taken from, said by somebody or by them, or estimated."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from operator import itemgetter
from typing import Literal, TypeAlias

import pandas as pd

from analysis.changes.compare import SEPARATOR, differing, frame_by_key, key_texts
from analysis.intake import CheckResult, TableResult
from analysis.schema import TABLES, Table
from analysis.store import Store, UnknownRevision

Source = Literal["said", "property", "name", "estimate", "none"]
Said: TypeAlias = "str | Mapping[str, Origin] | None"
"""What is said of where the files of an upload are from: the id of a revision for all of them, "none" for none, or by
the name of each file its origin, which counts as long as there is such a revision."""
NONE = "none"
"""What is said of files that have no origin."""
LAST = 100
"""So many revisions are looked at for an estimate."""
_IN_NAME = re.compile(r"(?<![a-zåäö])versio(?:n)?-([0-9]{1,9})(?![0-9])", re.IGNORECASE)


@dataclass(frozen=True)
class Origin:
    """The revision that a file was taken from, None if it is not known, and how that was found."""

    revision: str | None
    source: Source


NO_ORIGIN = Origin(None, "none")
Origins = Mapping[str, Origin]
"""The origin of each file of an upload by the file's name."""


def find_origins(check: CheckResult, store: Store, said: Said) -> tuple[Origins, Origins]:
    """The origins of the files of an upload: if its tables replace the published ones, and if its rows are only added.

    check: the check of the upload.
    store: where revisions are; those that are unknown or withdrawn are no origin.
    said: what is said of the files; UnknownRevision if an id is said that no revision has.
    """
    known = {each.id for each in store.revisions() if not each.withdrawn}
    if isinstance(said, str) and said not in (NONE, *known):
        raise UnknownRevision(said)
    replacing, adding = {}, {}
    for file in check.files:
        in_name = _IN_NAME.findall(file.name)[-1:]
        first = Origin(said, "said") if isinstance(said, str) else (said or {}).get(file.name, NO_ORIGIN)
        candidates = [first, Origin(file.origin, "property"), *(Origin(id, "name") for id in in_name)]
        found = next((each for each in candidates if each.revision in known), None)
        found = NO_ORIGIN if said == NONE else found
        both = (found, found) if found else _estimates(check.tables, file.name, store)
        replacing[file.name], adding[file.name] = both
    return replacing, adding


def _estimates(tables: Mapping[str, TableResult], file: str, store: Store) -> tuple[Origin, Origin]:
    """The revision from which the tables of a file differ in the fewest cells; none has fewer than half of its keys.

    The second one is that for rows which are added: what the file lacks is no difference then.
    """
    results = {name: each for name, each in tables.items() if file in set(each.rows["file"]) and each.publishable}
    near: list[tuple[int, int, str]] = []
    known: dict[tuple[str, str], tuple[int, int, int]] = {}
    for id, hashes in store.table_hashes(LAST) if results else ():
        for name, each in results.items():
            place = (name, hashes.get(name, ""))
            if place not in known:
                known[place] = _distance(TABLES[name], store.table(id, name), each)
        found, alone, cells = (sum(known[name, hashes.get(name, "")][at] for name in results) for at in range(3))
        if 2 * found >= sum(len(each.frame) for each in results.values()) > 0:
            near.append((cells + alone, cells, id))
    if not near:
        return NO_ORIGIN, NO_ORIGIN
    replacing, adding = (Origin(min(near, key=itemgetter(at))[2], "estimate") for at in (0, 1))
    return replacing, adding


def _distance(table: Table, published: pd.DataFrame, result: TableResult) -> tuple[int, int, int]:
    """How many keys of an upload a published table has, how many filled cells are in rows that only the published
    table has, and in how many other cells both differ.

    Rows that only the upload has count with all their filled cells; columns that the upload lacks, and rows that are
    held back, count nothing.
    """
    present = {name for columns in result.columns.values() for name in columns}
    names = [each.name for each in table.columns if each.name in present]
    held_back = set(map(SEPARATOR.join, result.keys_with_errors))
    published = published[~key_texts(table, published).isin(held_back)]
    old, new = frame_by_key(table, published), frame_by_key(table, result.frame)
    common = new.index[new.index.isin(old.index)]
    before, after = old.loc[common], new.loc[common]
    cells = sum(int(differing(before[name], after[name]).sum()) for name in names)
    removed, added = (_filled(frame.loc[~frame.index.isin(common), names]) for frame in (old, new))
    return len(common), removed, cells + added


def _filled(frame: pd.DataFrame) -> int:
    """How many cells hold something."""
    columns = (frame[name] for name in frame)
    return sum(int((each.map(bool) if each.dtype == object else each.notna()).sum()) for each in columns)
