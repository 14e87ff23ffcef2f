"""Conflicts and doubled rows of a merge as issues, each at the upload's own cell."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from analysis.changes.conflict import MergeConflict
from analysis.changes.doubled_rows import doubled_rows
from analysis.intake import TableResult
from analysis.publishing.cell_places import CellPlaces
from analysis.schema import TABLES, Issue, Table, Tables
from analysis.schema.aliases import ALL_SEVEN, SEVEN
from analysis.schema.kinds import Duration, Many, Whole
from analysis.words import translator
from analysis.words.value_texts import RowNames, value_text

_NAMED = ("regions", "themes", "priorities", "clusters")
"""The tables to whose rows cells refer by name."""


def conflict_issues(
    conflicts: Iterable[MergeConflict], results: Mapping[str, TableResult], known: Tables, published: Tables
) -> Iterator[Issue]:
    """The issues of conflicts; ``value`` is the upload's, ``suggestion`` the published one, a row's is its key.

    results: the tables of the upload, for the places of cells.
    known, published: the tables of the origins, and the published ones, for the names of what cells refer to.
    """
    places = {name: CellPlaces(TABLES[name], result) for name, result in results.items()}
    names = {name: _names(TABLES[name], (known, published), results) for name in _NAMED}
    for each in conflicts:
        table, place = TABLES[each.table], places.get(each.table)
        texts = [_text(table, each, value, names) for value in (each.upload, each.current)]
        column = each.column or table.key[0]
        if place:
            issue = place.issue("conflict", "confirm", each.key, column, *texts)
        else:
            issue = Issue("conflict", "confirm", table=each.table, column=column, value=texts[0], suggestion=texts[1])
        of_row = "row-removed" if each.upload is None else "row-changed"
        yield issue if each.column else replace(issue, variant=of_row)


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


def _names(table: Table, sides: Iterable[Tables], results: Mapping[str, TableResult]) -> dict[str, str]:
    """The Finnish name of each row by its key, of the rows of older and newer tables and then of the upload's."""
    name = table.name
    frames = [*(each[name] for each in sides if name in each), *(each.frame for each in [results.get(name)] if each)]
    return {key: name for each in frames for key, name in zip(each[table.key[0]], each[table.label], strict=True)}


def _text(table: Table, conflict: MergeConflict, value: Any, names: RowNames) -> str | None:
    """A value as a person writes it into the Finnish workbook; of a whole row its key. None if there is none.

    ``names``: by table the name of each key.
    """
    if value is None:
        return None
    if conflict.column is None:
        return " ".join(filter(None, conflict.key))
    column = table.column(conflict.column)
    if isinstance(column.kind, Whole | Duration):
        return str(value)
    if isinstance(column.kind, Many) and column.kind.to == "regions" and set(value) == set(SEVEN):
        return ALL_SEVEN[0]
    return value_text(value, column, names, translator("fi"), separator="; ")
