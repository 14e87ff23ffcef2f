"""Conflicts and doubled rows of a merge as issues, each at the upload's own cell."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from analysis.changes.conflict import MergeConflict
from analysis.changes.doubled_rows import doubled_rows
from analysis.intake import TableResult
from analysis.publishing.cell_places import CellPlaces
from analysis.schema import TABLES, Issue, Table, Tables
from analysis.schema.kinds import Choice, Day
from analysis.words import translator


def conflict_issues(conflicts: Iterable[MergeConflict], results: Mapping[str, TableResult]) -> Iterator[Issue]:
    """The issues of conflicts; ``value`` is the upload's, ``suggestion`` the published one, a row's is its key.

    results: the tables of the upload, for the places of cells.
    """
    places = {name: CellPlaces(TABLES[name], result) for name, result in results.items()}
    for each in conflicts:
        table, place = TABLES[each.table], places.get(each.table)
        texts = [_text(table, each, value) for value in (each.upload, each.current)]
        column = each.column or table.key[0]
        if place:
            yield place.issue("conflict", "confirm", each.key, column, *texts)
        else:
            yield Issue("conflict", "confirm", table=each.table, column=column, value=texts[0], suggestion=texts[1])


def doubled_row_issues(bases: Tables, published: Tables, results: Mapping[str, TableResult]) -> Iterator[Issue]:
    """The issues of rows of the upload that somebody else seems to have added under another key.

    bases: by name the tables that those of the upload were taken from.
    published: what is published now.
    results: the tables of the upload.
    """
    for name in (name for name in bases if name in results):
        table, result = TABLES[name], results[name]
        for own, other in doubled_rows(table, bases[name], published[name], result.frame):
            place = CellPlaces(table, result)
            yield place.issue("looks-doubled", "warning", own, table.key[0], " ".join(own), " ".join(other))


def _text(table: Table, conflict: MergeConflict, value: Any) -> str | None:
    """A value as a person writes it into the Finnish workbook; of a whole row its key. None if there is none."""
    if value is None:
        return None
    if conflict.column is None:
        return " ".join(filter(None, conflict.key))
    match table.column(conflict.column).kind:
        case Day():
            return translator("fi").day(value)
        case Choice() as choice if value in choice.names:
            return choice.names[value].fi
        case _:
            return "; ".join(value) if isinstance(value, tuple) else str(value)
