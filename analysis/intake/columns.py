"""One column of a sheet: its cells typed, and what is to be said of them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from analysis.intake.cells.cell import Note, Reader, Reading
from analysis.intake.cells.links import is_plain
from analysis.intake.cells.looks import odd_ones
from analysis.intake.cells.readers import reader_of
from analysis.intake.cells.single import CellReader
from analysis.intake.cells.text import shown
from analysis.intake.known import Known
from analysis.schema import CODES, Column, Severity
from analysis.schema.kinds import Day, Link, Text

LISTED = 100
"""So many findings of a code get a suggestion: no more of them are listed."""
WIDEST = 200
"""A longer value is cut in a finding: enough to know the cell again."""

# After these there is nothing that could have been meant instead.
_SAYS_ITSELF = frozenset(("missing-value", "excel-error", "personal-data", "text-too-long", "unsafe-link"))

CONTACT_ROWS = frozenset(("contact", "feedback", "authority"))
"""Keys of the sheet of what the owner says whose rows are there to hold an address, of an office and of no person."""


@dataclass(frozen=True)
class Finding:
    """One finding in one cell of a column.

    ``position`` is the index in the given values; ``value`` what stands there as a person sees it, identity codes
    masked, cut after 200 characters; ``suggestion`` the likely meaning as a person would write it.
    """

    position: int
    code: str
    severity: Severity
    value: str
    suggestion: str | None = None


@dataclass(frozen=True)
class ColumnRead:
    """A column as understood: plain values by the kind (None where empty or left out) and all findings in order.

    ``ends``, of columns of days alone: the second end where a cell held a range, else None.
    """

    values: list[Any]
    findings: list[Finding]
    ends: list[str | None] | None = None


def read_column(
    column: Column, values: Sequence[Any], known: Known, *, table: str, epoch_1904: bool, today: date
) -> ColumnRead:
    """The cells of a column as python-calamine gives them (str, int, float, bool, days and times, None), typed.

    Equal cells are read once. Text is looked at as a whole first, and only what may need it is read cell by cell.
    An empty cell of a choice with a default stays None: what that means is said where things are counted.
    """
    reader = reader_of(column, known, table=table, epoch_1904=epoch_1904, today=today)
    given = _without_bools(values)
    cells = CellReader(column, reader)
    readings = {value: cells.read(value) for value in _to_read(column, given)}
    typed = {value: reading.value for value, reading in readings.items()}
    ends = {value: reading.end for value, reading in readings.items()}
    return ColumnRead(
        [typed.get(value, value) for value in given] if typed else list(given),
        list(_findings(column, reader, given, readings)),
        [ends[value] for value in given] if isinstance(column.kind, Day) else None,
    )


def without_contacts(findings: Sequence[Finding], keys: Sequence[str | None]) -> list[Finding]:
    """The findings but for mail addresses and phone numbers in rows that are there to hold them; ``keys``: the rows'.

    A personal identity code is an error there as anywhere.
    """
    return [
        each
        for each in findings
        if (each.code, each.severity) != ("personal-data", "warning") or keys[each.position] not in CONTACT_ROWS
    ]


def _without_bools(values: Sequence[Any]) -> Sequence[Any]:
    """True as text: it would else be the same cell as 1."""
    if bool not in set(map(type, values)):
        return values
    return [shown(value) if isinstance(value, bool) else value for value in values]


def _to_read(column: Column, values: Sequence[Any]) -> Iterable[Any]:
    """The distinct values that are read one by one: all, but of text and links only what may not stand as it is."""
    if not isinstance(column.kind, Text | Link):
        return dict.fromkeys(values)
    texts = [value for value in values if isinstance(value, str)]
    others = [value for value in values if not isinstance(value, str)] if len(texts) < len(values) else []
    singly = odd_ones(texts) | dict.fromkeys(others).keys()
    if isinstance(column.kind, Link):
        singly.update(text for text in dict.fromkeys(texts) if not is_plain(text))
    return singly


def _findings(
    column: Column, reader: Reader, values: Sequence[Any], readings: Mapping[Any, Reading]
) -> Iterator[Finding]:
    noted = {value: reading.notes for value, reading in readings.items() if reading.notes}
    if not noted:
        return
    given: Counter[str] = Counter()
    likely: dict[Note, str | None] = {}
    for position, value in enumerate(values):
        for note in noted.get(value, ()):
            given[note.code] += 1
            if note not in likely and note.code not in _SAYS_ITSELF and given[note.code] <= LISTED:
                likely[note] = reader.likely(note)
            yield _finding(column, position, note, likely.get(note))


def _finding(column: Column, position: int, note: Note, suggestion: str | None) -> Finding:
    return Finding(position, note.code, note.severity or _severity(column, note.code), _cut(note.word), suggestion)


def _severity(column: Column, code: str) -> Severity:
    """The code's usual severity; where it knows two, an error in a column that must be filled and a warning else."""
    severities = [severity for severity, _ in CODES[code]]
    if set(severities) == {"error", "warning"}:
        return "error" if column.required else "warning"
    return severities[0]


def _cut(text: str) -> str:
    return text if len(text) <= WIDEST else text[: WIDEST - 1] + "…"
