"""Rules that the cells of one row have to keep together, derived from the declarations of the sheets."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from analysis.schema.kinds import Day
from analysis.schema.tables import Table

PARTICIPANT_GROUPS = ("from_companies", "from_research", "from_public", "from_others")
"""The columns of events that count participants by group."""


@dataclass(frozen=True)
class RowRule:
    """A rule of a table's rows. ``columns``: those that it looks at; ``column``: the one whose cell is named.

    ``is_broken``: takes plain values in the order of ``columns``, None for an empty cell.
    """

    column: str
    columns: tuple[str, ...]
    is_broken: Callable[..., bool]


@cache
def row_rules(table: Table) -> tuple[RowRule, ...]:
    """The rules of a table: days in order, groups within participants, years of validity in order."""
    names = {column.name for column in table.columns}
    rules = [
        RowRule(column.name, (column.kind.not_before, column.name), ends_early)
        for column in table.columns
        if isinstance(column.kind, Day) and column.kind.not_before
    ]
    if names.issuperset(PARTICIPANT_GROUPS):
        rules.append(RowRule("participants", ("participants", *PARTICIPANT_GROUPS), exceed_whole))
    if names.issuperset(("valid_from", "valid_to")):
        rules.append(RowRule("valid_to", ("valid_from", "valid_to"), _is_later))
    return tuple(rules)


def ends_early(first: str | None, last: str | None) -> bool:
    """Whether the last day is before the first, at the precision of both: 2023-03 is not before 2023-03-12."""
    return bool(first and last and last < first and not first.startswith(last))


def exceed_whole(whole: int | None, *parts: int | None) -> bool:
    """Whether the parts that are known sum up to more than the whole."""
    return whole is not None and sum(filter(None, parts)) > whole


def _is_later(first: int | None, last: int | None) -> bool:
    return first is not None and last is not None and first > last
