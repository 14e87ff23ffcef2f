"""The columns of one sheet, typed: cell by cell, with what the workbook has of a cell beside its text."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from analysis.intake.cells.cell_readers import CellReader, kind_reader, texts_to_read
from analysis.intake.cells.cell_reading import Reader, Reading
from analysis.intake.cells.lexicon import Lexicons
from analysis.intake.cells.links import is_plain
from analysis.intake.issues import LISTED, Finding, RowFinding
from analysis.intake.tables.data_rows import DataRows
from analysis.intake.tables.sheets import TableSheet
from analysis.intake.text import display_text, is_blank, normalize
from analysis.schema import CODES, Column, Severity
from analysis.schema.kinds import Day, Link, Text

WIDEST = 200
"""A longer value is cut in a finding: enough to know the cell again."""
SERVED = ("link", "website")
"""Columns that a title's own hyperlink fills if they are empty."""
CONTACT_ROWS = frozenset(("contact", "feedback", "authority"))
"""Keys of the sheet of the owner's texts whose rows are there to hold an address, of an office and of no person."""

_ERROR = "#VALUE!"
# After these there is nothing that could have been meant instead.
_SAYS_ITSELF = frozenset(("missing-value", "excel-error", "personal-data", "text-too-long", "unsafe-link"))

CellFinding = tuple[str, int, Finding]
"""The internal name of the column whose cell is named, the position of the row, and the finding."""


@dataclass(frozen=True)
class ColumnValues:
    """A column as understood: plain values by the kind (None if empty or left out) and all findings in order.

    ``ends``, of columns of days alone: the second end if a cell held a range, else None.
    """

    values: list[Any]
    findings: list[RowFinding]
    ends: list[str | None] | None = None


@dataclass(frozen=True)
class TypedColumns:
    """A sheet's columns by internal name, and the findings in their cells."""

    values: Mapping[str, list[Any]]
    findings: Sequence[CellFinding]


def read_column(
    column: Column, cells: Sequence[Any], lexicons: Lexicons, *, table: str, epoch_1904: bool, today: date
) -> ColumnValues:
    """The cells of a column, typed.

    Equal cells are read once. Text is looked at as a whole first, and only what may need it is read cell by cell.
    An empty cell of a choice with a default stays None: what that means is decided by what counts it.

    cells: as python-calamine gives them (str, int, float, bool, days and times, None).
    lexicons: the words of other tables.
    table: the name of the table.
    epoch_1904: whether the workbook counts days from 1904.
    today: tells which days are far ahead.
    """
    reader = kind_reader(column, lexicons, table=table, epoch_1904=epoch_1904, today=today)
    # True as text: it would else be the same cell as 1.
    if bool in set(map(type, cells)):
        cells = [display_text(cell) if isinstance(cell, bool) else cell for cell in cells]
    cell_reader = CellReader(column, reader)
    readings = {cell: cell_reader.read(cell) for cell in _to_read(column, cells)}
    values = {cell: reading.value for cell, reading in readings.items()}
    ends = {cell: reading.end for cell, reading in readings.items()}
    return ColumnValues(
        [values.get(cell, cell) for cell in cells] if values else list(cells),
        _row_findings(column, reader, cells, readings),
        [ends[cell] for cell in cells] if isinstance(column.kind, Day) else None,
    )


def _to_read(column: Column, cells: Sequence[Any]) -> Iterable[Any]:
    """The distinct cells that are read one by one: all, but of text and links only what cannot be kept as it is."""
    if not isinstance(column.kind, Text | Link):
        return dict.fromkeys(cells)
    texts = [cell for cell in cells if isinstance(cell, str)]
    others = [cell for cell in cells if not isinstance(cell, str)] if len(texts) < len(cells) else []
    singly = texts_to_read(texts) | dict.fromkeys(others).keys()
    if isinstance(column.kind, Link):
        singly.update(text for text in dict.fromkeys(texts) if not is_plain(text))
    return singly


def _row_findings(
    column: Column, reader: Reader, cells: Sequence[Any], readings: Mapping[Any, Reading]
) -> list[RowFinding]:
    """The findings of all cells, with severity and suggestion.

    Only the first hundred of a code get a suggestion, since no more of them are listed.
    """
    raw = {cell: reading.findings for cell, reading in readings.items() if reading.findings}
    rows: list[RowFinding] = []
    if not raw:
        return rows
    number: Counter[str] = Counter()
    suggestions: dict[tuple[str, str], str | None] = {}
    complete: dict[Any, list[Finding]] = {}
    for position, cell in enumerate(cells):
        if cell not in raw:
            continue
        for each in raw[cell]:
            number[each.code] += 1
            word = (each.code, each.value)
            if word not in suggestions and each.code not in _SAYS_ITSELF and number[each.code] <= LISTED:
                suggestions[word] = reader.likely(each)
        if cell not in complete:
            complete[cell] = [_complete(column, each, suggestions.get((each.code, each.value))) for each in raw[cell]]
        rows += [(position, each) for each in complete[cell]]
    return rows


def _complete(column: Column, finding: Finding, suggestion: str | None) -> Finding:
    """A finding with its severity and suggestion, its value cut.

    The severity is the code's usual one; if it has two, an error in a column that must be filled and else a warning.
    """
    severity: Severity | None = finding.severity
    if not severity:
        severities = [severity for severity, _ in CODES[finding.code]]
        severity = severities[0]
        if set(severities) == {"error", "warning"}:
            severity = "error" if column.required else "warning"
    value = finding.value if len(finding.value) <= WIDEST else finding.value[: WIDEST - 1] + "…"
    return Finding(finding.code, value, severity, suggestion, column.name)


def typed_columns(sheet: TableSheet, rows: DataRows, lexicons: Lexicons, today: date) -> TypedColumns:
    """The columns that a sheet has, in the declaration's order."""
    context = _SheetContext(sheet, rows, lexicons, today)
    table = sheet.table
    present = [column for column in table.columns if sheet.header and column.name in sheet.header.columns]
    reads = {column.name: context.read_with_marks(column) for column in present}
    values = {name: read.values for name, read in reads.items()}
    findings: list[CellFinding] = []
    for name, read in reads.items():
        in_rows = read.findings
        if table.key == ("key",) and "key" in values:
            in_rows = without_contacts(in_rows, values["key"])
        findings += [(name, position, finding) for position, finding in in_rows]
    for column in table.columns:
        if isinstance(column.kind, Day) and column.kind.not_before in reads:
            # The second ends of ranges, if the column of ends says nothing.
            ends = reads[column.kind.not_before].ends
            if ends and any(ends):
                own = values.get(column.name) or [None] * len(ends)
                values[column.name] = [mine or range_end for mine, range_end in zip(own, ends, strict=True)]
        if column.name in SERVED:
            findings += context.fill_from_titles(column, values)
    return TypedColumns(values, findings)


def without_contacts(findings: Sequence[RowFinding], keys: Sequence[str | None]) -> list[RowFinding]:
    """The findings but for mail addresses and phone numbers in rows that are there to hold them; ``keys``: the rows'.

    A personal identity code is an error there as anywhere.
    """
    return [
        (position, each)
        for position, each in findings
        if (each.code, each.severity) != ("personal-data", "warning") or keys[position] not in CONTACT_ROWS
    ]


@dataclass(frozen=True)
class _SheetContext:
    """What the reading of a sheet's columns needs."""

    sheet: TableSheet
    rows: DataRows
    lexicons: Lexicons
    today: date

    def read(self, column: Column, cells: Sequence[Any]) -> ColumnValues:
        name, epoch = self.sheet.table.name, self.sheet.epoch_1904
        return read_column(column, cells, self.lexicons, table=name, epoch_1904=epoch, today=self.today)

    def marks_in(self, name: str, marks: Mapping[tuple[int, int], str]) -> dict[int, str]:
        """The marks of a column by the position of their row."""
        number = self.sheet.header.columns.get(name) if self.sheet.header else None
        return self.rows.marks_in(marks, number) if number and marks else {}

    def read_with_marks(self, column: Column) -> ColumnValues:
        """A column with the errors and formulas, and the addresses, that are behind its cells."""
        cells = self.rows.cells[column.name]
        errors = self.marks_in(column.name, self.sheet.grid.marks.errors)
        if errors:
            cells = [_ERROR if position in errors else cell for position, cell in enumerate(cells)]
        read = self.read(column, cells)
        if errors:
            findings = [(at, each._replace(value=errors[at]) if at in errors else each) for at, each in read.findings]
            read = replace(read, findings=findings)
        return self._with_addresses(column, read, cells) if isinstance(column.kind, Link) else read

    def _with_addresses(self, column: Column, read: ColumnValues, cells: Sequence[Any]) -> ColumnValues:
        """The column with the addresses behind cells whose text is none."""
        addresses = self.marks_in(column.name, self.sheet.grid.marks.links)
        no_link = {position for position, finding in read.findings if finding.code == "bad-link"}
        wanted = [place for place in addresses if place in no_link or is_empty(cells[place])]
        if not wanted:
            return read
        behind = self.read(column, [addresses[place] for place in wanted])
        values = list(read.values)
        for place, value in zip(wanted, behind.values, strict=True):
            values[place] = value
        own = [(position, finding) for position, finding in read.findings if position not in set(wanted)]
        return replace(read, values=values, findings=own + [(wanted[at], each) for at, each in behind.findings])

    def fill_from_titles(self, column: Column, values: dict[str, list[Any]]) -> list[CellFinding]:
        """Fill a column of links, if it is empty, with the addresses behind titles or names; the findings in these."""
        addresses = self.sheet.grid.marks.links and self.marks_in(self.sheet.table.label, self.sheet.grid.marks.links)
        if not addresses:
            return []
        cells = self.rows.cells.get(column.name, [""] * len(self.rows.numbers))
        own = values.get(column.name, [None] * len(cells))
        wanted = [place for place in addresses if own[place] is None and is_empty(cells[place])]
        if not wanted:
            return []
        read = self.read(column, [addresses[place] for place in wanted])
        behind = dict(zip(wanted, read.values, strict=True))
        values[column.name] = [behind.get(place, value) for place, value in enumerate(own)]
        return [(self.sheet.table.label, wanted[at], each) for at, each in read.findings]


def is_empty(cell: Any) -> bool:
    """Whether a cell is blank."""
    return cell is None or (isinstance(cell, str) and is_blank(normalize(cell)))
