"""The reader of a column's cells: by kind, after what every cell is looked at for; and which texts need one at all."""

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from analysis.intake.cells.cell_reading import Reader, Reading
from analysis.intake.cells.choices import (
    ChoiceReader,
    KnownListReader,
    ReferenceReader,
    RegionsReader,
    TextListReader,
)
from analysis.intake.cells.clock import ClockReader
from analysis.intake.cells.days import DayReader
from analysis.intake.cells.lexicon import Lexicons
from analysis.intake.cells.links import LinkReader
from analysis.intake.cells.numbers import WholeReader, YearReader
from analysis.intake.issues import Finding
from analysis.intake.personal_data import (
    contacts,
    holds_code,
    mail_addresses,
    mask_codes,
    may_hold_personal_data,
    phone_of,
)
from analysis.intake.text import BLANK, TOO_LONG, display_text, is_blank, is_excel_error, normalize
from analysis.schema import TABLES, Column
from analysis.schema.kinds import Choice, Clock, Day, Link, Many, One, Text, Whole, Year

AHEAD = 5
"""Days so many years ahead are not asked about."""
_BAR = "|"


def kind_reader(column: Column, lexicons: Lexicons, *, table: str, epoch_1904: bool, today: date) -> Reader:
    """The reader of a column's kind.

    lexicons: the words of other tables.
    table: the name of the table that the column belongs to.
    epoch_1904: whether the workbook counts days from 1904, not from 1900.
    today: days more than five years after it are unlikely.
    """
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
            return ReferenceReader(to, lexicons.of_table(to))
        case Many(to=several):
            return _list_reader(several, lexicons)
        case Text(long=long):
            return TextReader(long)


def _list_reader(to: str | None, lexicons: Lexicons) -> Reader:
    """The reader of lists of a table's words, or of text."""
    if to is None:
        return TextListReader()
    lexicon = lexicons.of_table(to)
    if to == "regions":
        return RegionsReader(lexicon)
    return KnownListReader(lexicon, "unknown-theme" if to == "themes" else "unknown-priority")


@dataclass(frozen=True)
class TextReader:
    """Reads text. In prose (``long``) line breaks stay; elsewhere they become spaces, because a name is one line."""

    long: bool = False

    def read(self, value: Any) -> Reading:
        """The text, with a finding if it is over 2,000 characters."""
        text = display_text(value)
        if not self.long and "\n" in text:
            text = " ".join(text.split("\n"))
        return Reading(text, (Finding("text-too-long", text),) if len(text) > TOO_LONG else ())

    def likely(self, finding: Finding) -> str | None:
        """Nothing: text may say anything."""
        return None


@dataclass(frozen=True)
class CellReader:
    """Reads one cell after the other by the column's kind.

    Blank ones, errors of formulas and personal identity codes are the same in every kind. Of a cell that holds such a
    code nothing else is said, and it is masked in every text about the cell.
    """

    column: Column
    reader: Reader

    def read(self, value: Any) -> Reading:
        """The reading of a cell as the file gives it."""
        if isinstance(value, str):
            value = normalize(value)
            if is_blank(value):
                return self._missing(value)
            if is_excel_error(value):
                return Reading(findings=(Finding("excel-error", value),))
            if holds_code(value):
                text = mask_codes(value)
                is_text = isinstance(self.column.kind, Text)
                return Reading(text if is_text else None, (Finding("personal-data", text, "error"),))
        elif value is None:
            return self._missing("")
        reading = self.reader.read(value)
        if reading.value is None and not reading.findings and not reading.whole:
            return self._missing(display_text(value))
        text = ", ".join(dict.fromkeys(self._contacts(value)))
        if not text:
            return reading
        return reading._replace(findings=(*reading.findings, Finding("personal-data", text, "warning")))

    def _missing(self, text: str) -> Reading:
        return Reading(findings=(Finding("missing-value", text),)) if self.column.required else Reading()

    def _contacts(self, value: Any) -> list[str]:
        """Mail addresses and phone numbers, if a column may hold any and is not there to hold one."""
        match self.column.kind, value:
            case Link(mailbox=True), _:
                return []
            case Link() | Text(code=True), str():
                return mail_addresses(value)
            case Text() | Many(to=None), str():
                return contacts(value)
            case Text(code=False) | Many(to=None), int() | float():
                return phone_of(value)
        return []


def texts_to_read(texts: Sequence[str]) -> set[str]:
    """The texts that are blank, too long, to be folded, an error of a formula, or that may hold personal data.

    All others can be kept as they are. Each look is taken at all texts joined, and only one that sees something is
    repeated text by text: a column of ten thousand sound names costs some milliseconds.
    """
    joined = f"{_BAR}{_BAR.join(texts)}{_BAR}"
    looks = [look for look in _LOOKS if look(joined)]
    wanted = {text for text in texts if len(text) > TOO_LONG or (len(text) < 12 and text.casefold() in BLANK)}
    if looks:
        wanted |= {text for text in texts if any(look(f"{_BAR}{text}{_BAR}") for look in looks)}
    return wanted


# Each sees whether a text, between bars, may be one of those. Not printable are control, format and separator
# characters but the plain space: line breaks, no-break spaces, soft hyphens …
_LOOKS: tuple[Callable[[str], bool], ...] = (
    lambda text: not text.isprintable(),
    lambda text: "  " in text or "| " in text or " |" in text,
    lambda text: "_x000" in text or "|#" in text or "|Err:" in text,
    lambda text: not unicodedata.is_normalized("NFC", text),
    may_hold_personal_data,
)
