"""Values of the typed tables as people read them: days, numbers, places in recordings, choices, names of rows."""

from collections.abc import Mapping
from typing import Any

from analysis.schema import Column
from analysis.schema.kinds import Choice, Clock, Day, Duration, Many, One, Whole
from analysis.words.language import Translator, clock

RowNames = Mapping[str, Mapping[str, str]]
"""What rows are called, by table and key."""


def value_text(value: Any, column: Column, names: RowNames, words: Translator, separator: str = ", ") -> str | None:
    """A plain value as text; None if the cell is empty.

    value, column: the value, and the declaration of its column.
    names: of the rows that it may refer to; one that is not there is called by its key.
    words: the language.
    separator: between the elements of a list.
    """
    if value is None or value == ():
        return None
    match column.kind:
        case Whole() | Duration():
            return words.number(value)
        case Clock():
            return clock(value)
        case Day():
            return words.day(value)
        case Choice() as kind if value in kind.names:
            return words.name(kind.names[value])
        case Many(to=to):
            return separator.join(names.get(to or "", {}).get(each, each) for each in value)
        case One(to=to):
            return names.get(to, {}).get(value, value)
        case _:
            return str(value)
