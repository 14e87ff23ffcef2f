"""Rules between the cells of a row: days in order, groups within the whole, what looks called off."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from analysis.intake.issues import Finding, RowFinding
from analysis.schema import Table
from analysis.schema.kinds import Day
from analysis.schema.row_rules import PARTICIPANT_GROUPS, ends_early, exceed_whole
from analysis.schema.sheets.activity import STATUS

_WORDS = [word for each in STATUS.options if each.key != STATUS.default for word in (*each.names, *each.aliases)]
# The word is whole: "Siirretty-hankkeen avajaiset" is the name of something else, "PERUTTU-Avajaiset" is not.
_CALLED_OFF = re.compile(rf"\W*(?i:{'|'.join(_WORDS)})(?!\w|[-\u2010\u2011][a-zåäö])")


def unlikely_rows(table: Table, values: Mapping[str, Sequence[Any]]) -> Iterator[RowFinding]:
    """Rows that end before they start, at the precision of both days, and events whose groups exceed participants."""
    for column in table.columns:
        if isinstance(column.kind, Day) and column.kind.not_before:
            days = zip(values.get(column.kind.not_before, ()), values.get(column.name, ()), strict=False)
            for position, (first, last) in enumerate(days):
                # The comparison first: it spares most rows the call.
                if first and last and last < first and ends_early(first, last):
                    yield position, Finding("ends-before-starts", severity="warning", column=column.name)
    groups = [values[name] for name in PARTICIPANT_GROUPS if name in values]
    if table.name == "events" and "participants" in values and groups:
        for position, (whole, *counts) in enumerate(zip(values["participants"], *groups, strict=True)):
            if exceed_whole(whole, *counts):
                yield position, Finding("unlikely-value", severity="warning", column="participants")


def called_off_rows(names: Sequence[str | None], struck: Collection[int]) -> list[int]:
    """The positions of rows that are called off by the first word of their name, or because they are struck through.

    ``struck``: the positions of the latter.
    """
    folded = "\n".join(filter(None, names)).casefold()
    if not struck and not any(word in folded for word in _WORDS):
        return []
    return [at for at, name in enumerate(names) if name and (at in struck or _CALLED_OFF.match(name))]
