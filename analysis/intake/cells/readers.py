"""Which reader reads the cells of a column: one a kind."""

from datetime import date

from analysis.intake.cells.cell import Reader
from analysis.intake.cells.choices import ChoiceReader
from analysis.intake.cells.clock import ClockReader
from analysis.intake.cells.days import DayReader
from analysis.intake.cells.links import LinkReader
from analysis.intake.cells.lists import KnownListReader, TextListReader
from analysis.intake.cells.numbers import WholeReader, YearReader
from analysis.intake.cells.references import ReferenceReader
from analysis.intake.cells.regions import RegionsReader
from analysis.intake.cells.text import TextReader
from analysis.intake.known import Known
from analysis.schema import TABLES, Column
from analysis.schema.kinds import Choice, Clock, Day, Link, Many, One, Text, Whole, Year

AHEAD = 5
"""Days so many years ahead are not asked about."""


def reader_of(column: Column, known: Known, *, table: str, epoch_1904: bool, today: date) -> Reader:
    """The reader of a column of a table, in a workbook whose days are counted from 1900 or from 1904."""
    match column.kind:
        case Day(not_before=before):
            spans = any(isinstance(e.kind, Day) and e.kind.not_before == column.name for e in TABLES[table].columns)
            return DayReader(today.year + AHEAD, epoch_1904, spans, takes_last=before is not None)
        case Year(earliest=earliest, ahead=ahead):
            return YearReader(earliest, today.year + ahead)
        case Whole(least=least, likely=likely):
            return WholeReader(least, likely)
        case Clock():
            return ClockReader(epoch_1904)
        case Choice() as choice:
            return ChoiceReader.of(choice)
        case Link(mailbox=mailbox):
            return LinkReader(mailbox)
        case One(to=to):
            return ReferenceReader(to, known.of_table(to))
        case Many(to=several):
            return _list_reader(several, known)
        case Text(long=long):
            return TextReader(long)


def _list_reader(to: str | None, known: Known) -> Reader:
    if to is None:
        return TextListReader()
    words = known.of_table(to)
    if to == "regions":
        return RegionsReader(words)
    return KnownListReader(words, "unknown-theme" if to == "themes" else "unknown-priority")
