"""What the reading of one cell gives, and what a reader of cells is."""

from typing import Any, NamedTuple, Protocol

from analysis.schema import Severity


class Note(NamedTuple):
    """Something to say of a cell: an issue code, the word or text it is about, and how grave it is.

    Where no severity is given the column decides: what it must hold is an error, else a warning.
    """

    code: str
    word: str
    severity: Severity | None = None


class Reading(NamedTuple):
    """One cell as understood: its value (None where empty or left out), what is to be said, a range's second end.

    ``whole``: the cell is filled and means all there is, for which no value stands.
    """

    value: Any = None
    notes: tuple[Note, ...] = ()
    end: str | None = None
    whole: bool = False


NOTHING = Reading()


def left_out(code: str, word: str, severity: Severity | None = None) -> Reading:
    """A cell that could not be understood."""
    return Reading(None, (Note(code, word, severity),))


class Reader(Protocol):
    """Reads the cells of one kind. It is given what is not blank: folded text, or a value that is no text."""

    def read(self, value: Any) -> Reading:
        """The reading of a cell."""

    def likely(self, note: Note) -> str | None:
        """What was likely meant by the word of a note, as a person would write it; None where nothing is likely."""
