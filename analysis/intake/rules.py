"""Rules between the cells of a row and between rows, over the columns of a whole table."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from analysis.schema import Severity, Table
from analysis.schema.kinds import Choice, Day

GROUPS = ("from_companies", "from_research", "from_public", "from_others")
Values = Mapping[str, Sequence[Any]]


class Broken(NamedTuple):
    """A rule that a row breaks: its position, the code, the column concerned, and the columns whose cell may be named,
    the first that the sheet has."""

    position: int
    code: str
    severity: Severity
    column: str
    named: tuple[str, ...]


def broken(table: Table, values: Values, unsure: Collection[int]) -> Iterator[Broken]:
    """All rules that rows break; ``unsure``: positions of rows whose key could not be read."""
    yield from doubled_keys(table, values, unsure)
    for column in table.columns:
        if isinstance(column.kind, Day) and column.kind.not_before:
            yield from early_ends(column.name, column.kind.not_before, values)
    if table.name == "events":
        yield from crowded_groups(values)


def keys(table: Table, values: Values) -> list[tuple[str, ...]]:
    """The key of each row as text, "" for a part that is empty or could not be read."""
    length = max(map(len, values.values()), default=0)
    parts = [values.get(name, [None] * length) for name in table.key]
    return list(zip(*(["" if value is None else str(value) for value in part] for part in parts), strict=True))


def doubled_keys(table: Table, values: Values, unsure: Collection[int]) -> Iterator[Broken]:
    """Rows whose key a row above has; a key of which a required part is missing is none."""
    all_keys = keys(table, values)
    if len(set(all_keys)) == len(all_keys):
        return
    needed = [place for place, name in enumerate(table.key) if table.column(name).required]
    seen: set[tuple[str, ...]] = set()
    for position, key in enumerate(all_keys):
        if position in unsure or not all(key[place] for place in needed):
            continue
        if key in seen:
            yield Broken(position, "duplicate-key", "error", table.key[0], (table.key[0],))
        seen.add(key)


def early_ends(ends: str, starts: str, values: Values) -> Iterator[Broken]:
    """Rows that end before they start, at the precision that both days have. A range in one cell names that cell."""
    pairs = zip(values.get(starts, ()), values.get(ends, ()), strict=False)
    for position, (first, last) in enumerate(pairs):
        if first and last and last < first and not first.startswith(last):
            yield Broken(position, "ends-before-starts", "warning", ends, (ends, starts))


def crowded_groups(values: Values) -> Iterator[Broken]:
    """Events whose groups are more people than took part."""
    groups = [values[name] for name in GROUPS if name in values]
    if "participants" not in values or not groups:
        return
    for position, (whole, *parts) in enumerate(zip(values["participants"], *groups, strict=True)):
        if whole is not None and sum(filter(None, parts)) > whole:
            yield Broken(position, "unlikely-value", "warning", "participants", ("participants",))


def with_defaults(table: Table, values: Values, length: int) -> dict[str, Sequence[Any]]:
    """The columns with what an empty cell of a choice means."""
    filled = dict(values)
    for column in table.columns:
        if isinstance(column.kind, Choice) and (default := column.kind.default):
            given = values.get(column.name) or [None] * length
            filled[column.name] = [default if value is None else value for value in given]
    return filled
