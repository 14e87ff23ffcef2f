"""What the reading of one cell gives, and what a reader of cells is."""

from typing import Any, NamedTuple, Protocol

from analysis.intake.issues import Finding


class Reading(NamedTuple):
    """One cell as understood: its value (None if empty or left out), what is to be said, the second end of a range.

    ``whole``: the cell is filled and means all there is, for which there is no value.
    """

    value: Any = None
    findings: tuple[Finding, ...] = ()
    end: str | None = None
    whole: bool = False


class Reader(Protocol):
    """Reads the cells of one kind. It is given what is not blank: folded text, or a value that is no text."""

    def read(self, value: Any) -> Reading:
        """The reading of a cell."""

    def likely(self, finding: Finding) -> str | None:
        """What was likely meant by the value of a finding, as a person would write it; None if nothing is likely."""
