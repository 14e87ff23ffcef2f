"""The rows of a sheet that hold data, and its columns, typed, with what the workbook has of a cell beside its text."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Any

from analysis.intake.cells.column_reading import ColumnValues, read_column
from analysis.intake.cells.lexicon import Lexicons
from analysis.intake.files import Cell
from analysis.intake.issues import Finding, RowFinding
from analysis.intake.tables.sheets import TableSheet
from analysis.intake.text import display_text, is_empty, normalize
from analysis.schema import Column
from analysis.schema.kinds import Day, Link

TOTALS = frozenset(
    (
        *("yhteensä", "summa", "loppusumma", "kaikki", "kaikkiyhteensä", "keskiarvo", "lukumäärä"),
        *("total", "sum", "grandtotal", "average", "totalt", "medelvärde"),
    )
)
"""The words of a totals row, without spaces."""
_BESIDE_TOTALS = re.compile(r"[\s:0-9.,]+")
LINK_COLUMNS = ("link", "website")
"""Columns that a title's own hyperlink fills if they are empty."""
CONTACT_ROWS = frozenset(("contact", "feedback", "authority"))
"""Keys of the table "about" whose rows are there to hold an address, of an office and of no person."""
_ERROR = "#VALUE!"

_NEVER_EMPTY = frozenset((bool, int, date, datetime, time, timedelta))
"""The types of cells that hold something whatever their value: a float may be no number."""

CellFinding = tuple[str, int, Finding]
"""The internal name of the column whose cell is meant, the position of the row, and the finding."""


@dataclass(frozen=True)
class DataRows:
    """The data of a sheet. ``cells``: by internal name of column, all of one length; ``numbers``: the sheet's rows.

    ``totals``: the findings of totals rows; ``totals_rows``: the indices of these in the grid.
    """

    cells: Mapping[str, Sequence[Any]]
    numbers: Sequence[int]
    totals: tuple[Finding, ...] = ()
    totals_rows: tuple[int, ...] = ()


def data_rows(sheet: TableSheet) -> DataRows:
    """The rows below the header that hold something in a column of the table, but for the totals at the foot.

    If there is no header, the cells are those of all columns, by number.
    """
    grid, header = sheet.grid, sheet.header
    start = header.index + 1 if header else 0
    cells: dict[str, Sequence[Any]] = {str(number): column for number, column in enumerate(grid.columns)}
    if header:
        cells = {name: grid.columns[number - grid.left][start:] for name, number in header.columns.items()}
    numbers = grid.numbers[start:]
    blank = _blank_rows(sheet, cells, numbers)
    keep = [index for index in range(len(numbers)) if index not in blank] if blank else list(range(len(numbers)))
    of_tables = grid.marks.totals_rows if header else frozenset()
    totals_rows = [index + start for index in keep if numbers[index] in of_tables] if of_tables else []
    keep = [index for index in keep if numbers[index] not in of_tables] if totals_rows else keep
    while keep and _is_total(sheet, keep[-1] + start):
        totals_rows.append(keep.pop() + start)
    if len(keep) == len(numbers):
        return DataRows(cells, numbers)
    cells = {name: [column[index] for index in keep] for name, column in cells.items()}
    totals = tuple(_total(sheet, index) for index in totals_rows)
    return DataRows(cells, [numbers[index] for index in keep], totals, tuple(totals_rows))


def _blank_rows(sheet: TableSheet, cells: Mapping[str, Sequence[Any]], numbers: Sequence[int]) -> set[int]:
    """The indices of rows that are blank in all columns of the table, and have no error or formula in them."""
    # The first cell first: most columns are of another type.
    perhaps = (column for column in cells.values() if column and type(column[0]) in _NEVER_EMPTY)
    if any(_NEVER_EMPTY.issuperset(map(type, column)) for column in perhaps):
        return set()
    blank: Iterable[int] = range(len(numbers))
    for name in sorted(cells, key=lambda name: name not in sheet.table.key):
        column = cells[name]
        blank = [index for index in blank if is_empty(column[index])]
        if not blank:
            return set()
    numbers_read = set(sheet.header.columns.values()) if sheet.header else set()
    with_mark = {row for row, column in sheet.grid.marks.errors if column in numbers_read}
    return {index for index in blank if numbers[index] not in with_mark}


def _first_filled(sheet: TableSheet, index: int) -> tuple[int, Any]:
    """The place of the first filled cell in a row of the grid, -1 if there is none, and the cell."""
    cells = enumerate(column[index] for column in sheet.grid.columns)
    return next(((place, cell) for place, cell in cells if not is_empty(cell)), (-1, ""))


def _is_total(sheet: TableSheet, index: int) -> bool:
    """Whether the row at an index of the grid is a totals row by its first word."""
    place, cell = _first_filled(sheet, index)
    if not sheet.header or not isinstance(cell, str):
        return False
    if _BESIDE_TOTALS.sub("", normalize(cell).casefold()) not in TOTALS:
        return False
    key = sheet.header.columns.get(sheet.table.key[0])
    offset = -1 if key is None else key - sheet.grid.left
    return offset in (-1, place) or is_empty(sheet.grid.columns[offset][index])


def _total(sheet: TableSheet, index: int) -> Finding:
    """The finding of a totals row."""
    place, cell = _first_filled(sheet, index)
    number = max(place, 0) + sheet.grid.left
    finding = Finding("totals-row", display_text(cell), "info")
    return finding.at(sheet.address, sheet.grid.numbers[index], number, sheet.table.name, None)


def typed_columns(
    sheet: TableSheet, rows: DataRows, lexicons: Lexicons, today: date
) -> tuple[dict[str, list[Any]], list[CellFinding]]:
    """The columns that a sheet has, by internal name in the declaration's order, and the findings in their cells."""
    table = sheet.table
    read = partial(read_column, lexicons=lexicons, table=table.name, dates=sheet.dates, today=today)
    reader = _MarksReader(sheet, rows, read)
    columns = {column.name: reader.column(column) for column in table.columns if column.name in rows.cells}
    values = {name: each.values for name, each in columns.items()}
    findings: list[CellFinding] = []
    for name, each in columns.items():
        is_about = table.key == ("key",) and "key" in values
        in_rows = without_contacts(each.findings, values["key"]) if is_about else each.findings
        findings += [(name, position, finding) for position, finding in in_rows]
    for column in table.columns:
        if isinstance(column.kind, Day) and column.kind.not_before in columns:
            # The second ends of spans fill the column of ends where that is empty.
            ends = columns[column.kind.not_before].ends
            if ends and any(ends):
                own = values.get(column.name) or [None] * len(ends)
                values[column.name] = [mine or end for mine, end in zip(own, ends, strict=True)]
        if column.name in LINK_COLUMNS:
            findings += reader.fill_from_titles(column, values)
    return values, findings


def without_contacts(findings: Sequence[RowFinding], keys: Sequence[str | None]) -> list[RowFinding]:
    """The findings but for mail addresses and phone numbers in `CONTACT_ROWS`; ``keys``: those of the rows.

    A personal identity code is an error there as anywhere.
    """
    return [
        (position, each)
        for position, each in findings
        if (each.code, each.severity) != ("personal-data", "warning") or keys[position] not in CONTACT_ROWS
    ]


@dataclass(frozen=True)
class _MarksReader:
    """Reads the columns of a sheet with the marks behind their cells; ``read``: reads cells without marks."""

    sheet: TableSheet
    rows: DataRows
    read: Callable[..., ColumnValues]

    def _marks_in(self, name: str, marks: Mapping[Cell, str]) -> dict[int, str]:
        """The marks of a column by the position of their row."""
        number = self.sheet.header.columns.get(name) if self.sheet.header and marks else None
        texts = {row: text for (row, column), text in marks.items() if column == number}
        return {place: texts[row] for place, row in enumerate(self.rows.numbers) if row in texts} if texts else {}

    def column(self, column: Column) -> ColumnValues:
        """A column with the errors and formulas, and the addresses, that are behind its cells."""
        cells = self.rows.cells[column.name]
        errors = self._marks_in(column.name, self.sheet.grid.marks.errors)
        if errors:
            cells = [_ERROR if position in errors else cell for position, cell in enumerate(cells)]
        more = {"beside": self._other_end(column)} if isinstance(column.kind, Day) else {}
        values = self.read(column, cells, **more)
        if errors:
            findings = [(at, each._replace(value=errors[at]) if at in errors else each) for at, each in values.findings]
            values = replace(values, findings=findings)
        return self._with_addresses(column, values, cells) if isinstance(column.kind, Link) else values

    def _other_end(self, column: Column) -> Sequence[Any]:
        """The cells of the column that a column of days bounds or is bound by, none if there is no such column."""
        others = {each.name: each.kind.not_before for each in self.sheet.table.columns if isinstance(each.kind, Day)}
        name = others[column.name] or next((end for end, start in others.items() if start == column.name), "")
        return self.rows.cells.get(name, ())

    def _with_addresses(self, column: Column, text: ColumnValues, cells: Sequence[Any]) -> ColumnValues:
        """The column with the addresses behind cells whose text is none."""
        no_link = {position for position, finding in text.findings if finding.code == "bad-link"}
        values, findings = self._links_behind(column, column.name, lambda at: at in no_link or is_empty(cells[at]))
        if not values:
            return text
        own = [(position, finding) for position, finding in text.findings if position not in values]
        all_values = [values.get(position, value) for position, value in enumerate(text.values)]
        return replace(text, values=all_values, findings=own + findings)

    def fill_from_titles(self, column: Column, values: dict[str, list[Any]]) -> list[CellFinding]:
        """Fill the empty cells of a column of links with the addresses behind titles or names; the findings in them."""
        if not self.sheet.grid.marks.links:
            return []
        label = self.sheet.table.label
        cells = self.rows.cells.get(column.name, [""] * len(self.rows.numbers))
        own = values.get(column.name, [None] * len(cells))
        links, findings = self._links_behind(column, label, lambda at: own[at] is None and is_empty(cells[at]))
        if links:
            values[column.name] = [links.get(position, value) for position, value in enumerate(own)]
        return [(label, position, each) for position, each in findings]

    def _links_behind(
        self, column: Column, label: str, is_open: Callable[[int], bool]
    ) -> tuple[dict[int, Any], list[RowFinding]]:
        """Values and findings of the addresses behind the cells of column ``label``, at the positions that are open."""
        addresses = self._marks_in(label, self.sheet.grid.marks.links)
        places = list(filter(is_open, addresses))
        behind = self.read(column, [addresses[place] for place in places]) if places else ColumnValues([], [])
        return dict(zip(places, behind.values, strict=True)), [(places[at], each) for at, each in behind.findings]
