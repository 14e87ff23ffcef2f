"""Cells to typed values, one module a kind: what the reading of a cell gives, and the interface of all readers."""

from typing import Any, NamedTuple, Protocol

from analysis.intake.issues import Finding


class Reading(NamedTuple):
    """One cell: its value (None if empty or left out), the findings in it, the second end of a span of days.

    ``whole``: the cell means everything there is (``kaikki``), for which there is no value.
    """

    value: Any = None
    findings: tuple[Finding, ...] = ()
    end: str | None = None
    whole: bool = False


class Reader(Protocol):
    """Reads the cells of one kind that are not blank: normalized text, or a value that is no text."""

    def read(self, value: Any) -> Reading:
        """The reading of a cell."""

    def likely(self, finding: Finding) -> str | None:
        """The likely meaning of a finding's value, as a person would write it; None if nothing is likely."""
        return None
