"""The columns of one sheet, typed: by the cell readers, with what the workbook knows of a cell beside its text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from analysis.intake.body import Body
from analysis.intake.cells.text import folded, is_blank
from analysis.intake.columns import ColumnRead, Finding, read_column, without_contacts
from analysis.intake.known import Known
from analysis.intake.sheets import Sheet
from analysis.schema import Column, Table
from analysis.schema.kinds import Day, Link

_ERROR = "#VALUE!"
# A title's own hyperlink serves for these, where they are empty.
SERVED = ("link", "website")


@dataclass(frozen=True)
class Typed:
    """A sheet's columns by internal name, and the findings of each: pairs of the column whose cell is named and the
    finding, which is about the column that it is listed under."""

    values: Mapping[str, list[Any]]
    findings: Mapping[str, Sequence[tuple[str, Finding]]]


@dataclass(frozen=True)
class _Reading:
    """What the reading of a sheet's columns needs."""

    sheet: Sheet
    body: Body
    known: Known
    today: date

    def column(self, column: Column, cells: Sequence[Any]) -> ColumnRead:
        name, epoch = self.sheet.table.name, self.sheet.epoch_1904
        return read_column(column, cells, self.known, table=name, epoch_1904=epoch, today=self.today)

    def marked(self, name: str, marks: Mapping[tuple[int, int], str]) -> dict[int, str]:
        number = self.sheet.header.columns.get(name) if self.sheet.header else None
        return self.body.here(marks, number) if number and marks else {}


def typed(sheet: Sheet, body: Body, known: Known, today: date) -> Typed:
    """The columns that a sheet has, in the declaration's order."""
    reading = _Reading(sheet, body, known, today)
    table = sheet.table
    present = [column for column in table.columns if sheet.header and column.name in sheet.header.columns]
    reads = {column.name: _read(reading, column) for column in present}
    values = {name: read.values for name, read in reads.items()}
    findings = {name: [(name, each) for each in _said(table, read, values)] for name, read in reads.items()}
    for column in table.columns:
        if isinstance(column.kind, Day) and column.kind.not_before in reads:
            _take_ends(values, column.name, reads[column.kind.not_before].ends)
        if column.name in SERVED:
            _take_titles_links(reading, column, values, findings)
    return Typed(values, findings)


def _said(table: Table, read: ColumnRead, values: Mapping[str, list[Any]]) -> Sequence[Finding]:
    """The findings of a column, but for addresses of an office where the owner tells of them."""
    return (
        without_contacts(read.findings, values["key"]) if "key" in values and table.key == ("key",) else read.findings
    )


def _read(reading: _Reading, column: Column) -> ColumnRead:
    cells = reading.body.cells[column.name]
    errors = reading.marked(column.name, reading.sheet.grid.marks.errors)
    if errors:
        cells = [_ERROR if position in errors else cell for position, cell in enumerate(cells)]
    read = reading.column(column, cells)
    if errors:
        read = replace(read, findings=[_as_written(finding, errors) for finding in read.findings])
    if isinstance(column.kind, Link):
        return _with_addresses(reading, column, read, cells)
    return read


def _as_written(finding: Finding, errors: Mapping[int, str]) -> Finding:
    """The finding with the error or the formula that stands in the cell."""
    return replace(finding, value=errors[finding.position]) if finding.position in errors else finding


def _with_addresses(reading: _Reading, column: Column, read: ColumnRead, cells: Sequence[Any]) -> ColumnRead:
    """The column with the addresses behind cells whose text is none."""
    addresses = reading.marked(column.name, reading.sheet.grid.marks.links)
    no_link = {finding.position for finding in read.findings if finding.code == "bad-link"}
    wanted = [place for place in addresses if place in no_link or empty(cells[place])]
    if not wanted:
        return read
    behind = reading.column(column, [addresses[place] for place in wanted])
    values = list(read.values)
    for place, value in zip(wanted, behind.values, strict=True):
        values[place] = value
    kept = [finding for finding in read.findings if finding.position not in set(wanted)]
    moved = [replace(finding, position=wanted[finding.position]) for finding in behind.findings]
    return replace(read, values=values, findings=kept + moved)


def _take_ends(values: dict[str, list[Any]], name: str, ends: list[str | None] | None) -> None:
    """The second ends of ranges, where the column of ends says nothing."""
    if ends is None or not any(ends):
        return
    own = values.get(name) or [None] * len(ends)
    values[name] = [mine or range_end for mine, range_end in zip(own, ends, strict=True)]


def _take_titles_links(
    reading: _Reading, column: Column, values: dict[str, list[Any]], findings: dict[str, list[tuple[str, Finding]]]
) -> None:
    """The addresses behind titles or names, for rows whose column of links is empty."""
    label = reading.sheet.table.label
    addresses = reading.marked(label, reading.sheet.grid.marks.links)
    cells = reading.body.cells.get(column.name, [""] * len(reading.body.numbers))
    own = values.get(column.name, [None] * len(cells))
    wanted = [place for place in addresses if own[place] is None and empty(cells[place])]
    if not wanted:
        return
    read = reading.column(column, [addresses[place] for place in wanted])
    behind = dict(zip(wanted, read.values, strict=True))
    values[column.name] = [behind.get(place, value) for place, value in enumerate(own)]
    moved = [(label, replace(finding, position=wanted[finding.position])) for finding in read.findings]
    findings[column.name] = [*findings.get(column.name, []), *moved]


def empty(cell: Any) -> bool:
    """Whether a cell is blank."""
    return cell is None or (isinstance(cell, str) and is_blank(folded(cell)))
