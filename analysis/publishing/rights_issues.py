"""What an editor of some regions may not change, as issues at her upload's own cells."""

from collections.abc import Iterator, Mapping

from analysis.intake import TableResult
from analysis.publishing.cell_places import CellPlaces
from analysis.publishing.region_rights import OwnMerge
from analysis.schema import TABLES, Issue
from analysis.schema.kinds import Many, One

UNKNOWN = {"themes": "unknown-theme", "priorities": "unknown-priority"}
"""The code of a reference to a row that there is not, by the table of that row."""


def rights_issues(own: OwnMerge, results: Mapping[str, TableResult]) -> Iterator[Issue]:
    """The issues of rows whose changes were taken back, and of references to rows that were not added because of that.

    results: the tables of the upload, for the places of cells.
    """
    names = {*own.foreign, *(each.table for each in own.references)}
    places = {name: CellPlaces(TABLES[name], results.get(name)) for name in names}
    for name, found in own.foreign.items():
        for key in found:
            value = " ".join(filter(None, key))
            yield places[name].issue("not-yours", "info", key, TABLES[name].key[0], value)
    for each in own.references:
        kind = TABLES[each.table].column(each.column).kind
        to = kind.to if isinstance(kind, One | Many) else None
        code, values = UNKNOWN.get(to or "", "dangling-reference"), "; ".join(each.values)
        yield places[each.table].issue(code, "warning", each.key, each.column, values)
