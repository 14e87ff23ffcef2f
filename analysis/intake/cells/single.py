"""One cell of a column: what every cell is looked at for before its kind is read."""

from dataclasses import dataclass
from typing import Any

from analysis.intake import personal
from analysis.intake.cells.cell import NOTHING, Note, Reader, Reading, left_out
from analysis.intake.cells.errors import is_excel_error
from analysis.intake.cells.text import folded, is_blank, shown
from analysis.schema import Column
from analysis.schema.kinds import Link, Many, Text


@dataclass(frozen=True)
class CellReader:
    """Reads one cell after the other by the column's kind.

    Blank ones, errors of formulas and personal identity codes are the same in every kind. Of a cell that holds such a
    code nothing else is said, and what stands for it everywhere is masked.
    """

    column: Column
    reader: Reader

    def read(self, value: Any) -> Reading:
        """The reading of a cell as the file gives it."""
        if isinstance(value, str):
            value = folded(value)
            if is_blank(value):
                return self._missing(value)
            if is_excel_error(value):
                return left_out("excel-error", value)
            if personal.holds_code(value):
                return self._masked(personal.masked(value))
        elif value is None:
            return self._missing("")
        reading = self.reader.read(value)
        if reading.value is None and not reading.notes and not reading.whole:
            return self._missing(shown(value))
        found = self._contacts(value)
        return reading._replace(notes=(*reading.notes, _contact_note(found))) if found else reading

    def _missing(self, text: str) -> Reading:
        return left_out("missing-value", text) if self.column.required else NOTHING

    def _masked(self, text: str) -> Reading:
        kept = text if isinstance(self.column.kind, Text) else None
        return Reading(kept, (Note("personal-data", text, "error"),))

    def _contacts(self, value: Any) -> list[str]:
        """Mail addresses and phone numbers, where a column may hold any and is not there to hold one."""
        match self.column.kind, value:
            case Link(mailbox=True), _:
                return []
            case Link() | Text(code=True), str():
                return personal.addresses(value)
            case Text() | Many(to=None), str():
                return personal.contacts(value)
            case Text(code=False) | Many(to=None), int() | float():
                return personal.phone_of(value)
        return []


def _contact_note(found: list[str]) -> Note:
    return Note("personal-data", ", ".join(dict.fromkeys(found)), "warning")
