"""A column's cells, typed: the reader of its kind, the checks of every cell, findings with severity and suggestion."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from typing import Any

from analysis.intake.cells import Reader, Reading, choices
from analysis.intake.cells.clock import ClockReader
from analysis.intake.cells.day_habits import ColumnDayReader
from analysis.intake.cells.days import DayReader
from analysis.intake.cells.durations import DurationReader
from analysis.intake.cells.lexicon import Lexicons
from analysis.intake.cells.links import LinkReader, may_hold_odd_signs, without_plain_beginning
from analysis.intake.cells.numbers import WholeReader, YearReader
from analysis.intake.cells.serials import DateSystem
from analysis.intake.issues import Finding, RowFinding
from analysis.intake.letters.broken_letters import may_hold_broken_letters, with_sound_letters
from analysis.intake.letters.known_words import LOST
from analysis.intake.personal_data import contacts, holds_code, mask_codes, may_hold_personal_data
from analysis.intake.text import cut, display_text, is_blank, is_empty, is_excel_error, normalize, odd_texts
from analysis.schema import CODES, TABLES, Column, Severity
from analysis.schema.issues import LISTED
from analysis.schema.kinds import Choice, Clock, Day, Duration, Kind, Link, Many, One, Text, Whole, Year

YEARS_AHEAD = 5
"""Days later than this are unlikely."""
_SAMPLE = 1000
"""By so many cells it is decided whether the texts of a column repeat."""
# After these there is nothing that could have been meant instead.
_NO_SUGGESTION = frozenset(("missing-value", "excel-error", "personal-data", "text-too-long", "unsafe-link"))


@dataclass(frozen=True)
class ColumnValues:
    """A column's plain values by kind (None if empty or left out) and all findings in order.

    ``ends``, where a cell holds a span of days: the second end of each, None of all other cells.
    """

    values: list[Any]
    findings: list[RowFinding]
    ends: list[str | None] | None = None


def read_column(
    column: Column,
    cells: Sequence[Any],
    lexicons: Lexicons,
    *,
    table: str,
    dates: DateSystem,
    today: date,
    beside: Sequence[Any] = (),
) -> ColumnValues:
    """The cells of a column, typed.

    Equal cells are read once. Text is checked as a whole first, and only what may need it is read cell by cell.
    An empty cell of a choice with a default stays None: what that means is decided by what counts it.

    column: its declaration.
    cells: as python-calamine gives them (str, int, float, bool, days and times, None).
    lexicons: the words of other tables.
    table: the name of the table.
    dates: how the workbook counts days.
    today: decides which days are unlikely.
    beside: of a column of days the cells of the other end of its spans.
    """
    reader = _kind_reader(column, lexicons, table, dates, today)
    if isinstance(reader, DayReader):
        reader = ColumnDayReader.of(reader, cells, beside)
    types = set(map(type, cells))
    # True as text: it would else be the same cell as 1.
    if bool in types:
        cells = [display_text(cell) if isinstance(cell, bool) else cell for cell in cells]
    by_cell = _ValueByCell(partial(_read_cell, column, reader))
    values = _values(column.kind, cells, types, by_cell)
    readings = by_cell.readings
    if broken := _with_broken_letters(column.kind, readings, column.name in TABLES[table].key):
        readings |= broken
        values = [broken[cell].value if cell in broken else value for cell, value in zip(cells, values, strict=True)]
    has_ends = any(reading.end for reading in readings.values())
    ends = [readings[cell].end for cell in cells] if has_ends else None
    return ColumnValues(values, _row_findings(column, reader, cells, readings), ends)


class _ValueByCell(dict[Any, Any]):
    """The value of each distinct cell, which is read when it is first looked up; ``readings``: in that order."""

    def __init__(self, read: Callable[[Any], Reading]) -> None:
        super().__init__()
        self._read = read
        self.readings: dict[Any, Reading] = {}

    def __missing__(self, cell: Any) -> Any:
        reading = self.readings[cell] = self._read(cell)
        self[cell] = reading.value
        return reading.value


def _values(kind: Kind, cells: Sequence[Any], types: Set[type], by_cell: _ValueByCell) -> list[Any]:
    """The values of the cells: sound text and links as they are, all else as it is read; ``types``: of the cells."""
    if not isinstance(kind, Text | Link):
        return list(map(by_cell.__getitem__, cells))
    singly = {cell: by_cell[cell] for cell in _to_read(kind, cells, types)}
    return list(map(singly.get, cells, cells) if singly else cells)


def _kind_reader(column: Column, lexicons: Lexicons, table: str, dates: DateSystem, today: date) -> Reader:
    """The reader of a column's kind; parameters as of `read_column`."""
    match column.kind:
        case Day(not_before=before):
            spans = any(isinstance(e.kind, Day) and e.kind.not_before == column.name for e in TABLES[table].columns)
            return DayReader(today.year + YEARS_AHEAD, dates.epoch_1904, spans, takes_last=before is not None)
        case Year() | Whole() | Clock() | Duration() as number:
            return _number_reader(number, dates, today)
        case Choice() as choice:
            return choices.ChoiceReader.of(choice)
        case Link(mailbox=mailbox):
            return LinkReader(mailbox)
        case One(to=to):
            return choices.ReferenceReader(to, lexicons.of_table(to))
        case Many(to=several):
            return _list_reader(several, lexicons)
        case Text(long=long):
            return choices.TextReader(long)


def _number_reader(kind: Year | Whole | Clock | Duration, dates: DateSystem, today: date) -> Reader:
    """The reader of a kind of numbers."""
    match kind:
        case Year(earliest=earliest, ahead=ahead):
            return YearReader(earliest, today.year + ahead, dates)
        case Whole(least=least, likely=likely):
            return WholeReader(least, likely, dates)
        case Duration(likely=likely):
            return DurationReader(likely, dates)
        case Clock():
            return ClockReader(dates.epoch_1904)


def _list_reader(to: str | None, lexicons: Lexicons) -> Reader:
    """The reader of lists of a table's words, or of text."""
    if to is None:
        return choices.TextListReader()
    lexicon = lexicons.of_table(to)
    if to == "regions":
        return choices.RegionsReader(lexicon)
    return choices.KnownListReader(lexicon, choices.UNKNOWN[to])


def _read_cell(column: Column, reader: Reader, value: Any) -> Reading:
    """A cell as the file gives it: blank cells, formula errors and personal identity codes are the same in every kind.

    Of a cell that holds such a code nothing else is said, and it is masked in every text about the cell.
    """
    if isinstance(value, str):
        value = normalize(value)
        if is_excel_error(value):
            return Reading(findings=(Finding("excel-error", value),))
        if holds_code(value):
            text = mask_codes(value)
            is_text = isinstance(column.kind, Text)
            return Reading(text if is_text else None, (Finding("personal-data", text, "error"),))
    # Text is normalized by now.
    blank = is_blank(value) if isinstance(value, str) else is_empty(value)
    reading = Reading() if blank else reader.read(value)
    if reading.value is None and not reading.findings and not reading.whole:
        return Reading(findings=(Finding("missing-value", display_text(value)),)) if column.required else Reading()
    text = ", ".join(dict.fromkeys(_contacts(column.kind, value)))
    if not text:
        return reading
    return reading._replace(findings=(*reading.findings, Finding("personal-data", text, "warning")))


def _with_broken_letters(kind: Kind, readings: Mapping[Any, Reading], is_key: bool) -> dict[Any, Reading]:
    """The readings of texts whose letters are broken, with the text as it should be; nothing of identity codes.

    They are looked for in texts that are not normalized: that takes out signs which tell.
    """
    if not isinstance(kind, Text) and kind != Many(to=None):
        return {}
    texts = [cell for cell in readings if isinstance(cell, str) and not cell.isascii()]
    if not texts or not may_hold_broken_letters("|".join(texts)):
        return {}
    broken: dict[Any, Reading] = {}
    for cell, sound in ((cell, with_sound_letters(cell)) for cell in texts):
        reading, is_lost = readings[cell], LOST in sound
        if (sound != cell or is_lost) and not any(each.severity == "error" for each in reading.findings):
            suggestion = None if is_lost else normalize(sound)
            finding = Finding("broken-letters", normalize(cell), "error" if is_key else "warning", suggestion)
            # Held back under the key that was meant, so that the published row of that key stays.
            value = suggestion if is_key and suggestion else reading.value
            broken[cell] = reading._replace(value=value, findings=(finding, *reading.findings))
    return broken


def _contacts(kind: Kind, value: Any) -> list[str]:
    """Mail addresses and phone numbers, if a column may hold any and is not there to hold one."""
    match kind, value:
        case Link(mailbox=True), _:
            return []
        case Link() | Text(code=True), str():
            return contacts(value, phones=False)
        case (Text() | Many(to=None), str()) | (Text(code=False) | Many(to=None), int() | float()):
            return contacts(value)
    return []


def _to_read(kind: Text | Link, cells: Sequence[Any], types: Set[type]) -> Iterable[Any]:
    """The distinct cells of text or links that are read one by one, because they cannot be used as they are.

    ``types``: those of the cells.
    """
    texts, others = cells, set[Any]()
    if types != {str}:
        texts = [cell for cell in cells if isinstance(cell, str)]
        others = {cell for cell in cells if not isinstance(cell, str)}
    if len(set(texts[:_SAMPLE])) < _SAMPLE // 2:
        texts = list(set(texts))
    if isinstance(kind, Link):
        return texts_to_read(texts, may_hold_odd_signs) | without_plain_beginning(texts) | others
    return texts_to_read(texts) | others


def texts_to_read(texts: Sequence[str], *more: Callable[[str], bool]) -> set[str]:
    """The texts that are odd in themselves (`odd_texts`), or that may hold personal data or broken letters.

    ``more``: further checks, each as of `odd_texts`.
    """
    return odd_texts(texts, may_hold_personal_data, _may_be_broken, *more)


def _may_be_broken(text: str) -> bool:
    return not text.isascii() and may_hold_broken_letters(text)


def _row_findings(
    column: Column, reader: Reader, cells: Sequence[Any], readings: Mapping[Any, Reading]
) -> list[RowFinding]:
    """The findings of all cells, with severity and suggestion.

    Only the first hundred of a code get a suggestion, since no more of them are listed.
    """
    raw = {cell: reading.findings for cell, reading in readings.items() if reading.findings}
    if not raw:
        return []
    likely = cache(reader.likely)
    number: Counter[str] = Counter()
    complete: dict[Any, list[Finding]] = {}
    for cell in (cell for cell in dict.fromkeys(cells) if cell in raw):
        complete[cell] = []
        for each in raw[cell]:
            number[each.code] += 1
            has_meaning = each.code not in _NO_SUGGESTION and number[each.code] <= LISTED
            meant = each if each.value.isascii() else each._replace(value=with_sound_letters(each.value))
            suggestion = (each.suggestion or likely(meant)) if has_meaning else None
            complete[cell].append(_complete(column, each, suggestion))
    return [(position, each) for position, cell in enumerate(cells) if cell in complete for each in complete[cell]]


def _complete(column: Column, finding: Finding, suggestion: str | None) -> Finding:
    """A finding with its suggestion and severity, its value cut.

    The severity is the code's usual one; if it has two, an error in a required column and else a warning.
    """
    severities: list[Severity] = [severity for severity, _ in CODES[finding.code]]
    usual = severities[0]
    if set(severities) == {"error", "warning"}:
        usual = "error" if column.required else "warning"
    return Finding(finding.code, cut(finding.value), finding.severity or usual, suggestion, column.name)
