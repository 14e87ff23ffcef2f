"""Typed values as a reader reads them."""

from collections.abc import Mapping
from typing import Any

from analysis.exports.excel.column_help import reference_names
from analysis.schema import Column, Tables
from analysis.schema.kinds import Choice, Clock, Day, Many, One, Whole
from analysis.words import Translator
from analysis.words.formats import clock

Names = Mapping[str, Mapping[str, str]]


def names(*tables: Tables, words: Translator) -> Names:
    """What the rows of several sets of tables are called, by table and key; a later set wins."""
    found: dict[str, dict[str, str]] = {}
    for each in tables:
        for table, labels in reference_names(each, words).items():
            found.setdefault(table, {}).update(labels)
    return found


def text(value: Any, column: Column, names: Names, words: Translator) -> str | None:
    """A cell's value as text; None if the cell is empty."""
    if value is None or value == ():
        return None
    match column.kind:
        case Whole():
            return words.number(value)
        case Clock():
            return clock(value)
        case Day():
            return words.day(value)
        case Choice() as kind:
            return words.name(kind.option(value).names)
        case Many(to=to):
            return ", ".join(names.get(to or "", {}).get(each, each) for each in value)
        case One(to=to):
            return names.get(to, {}).get(value, value)
        case _:
            return str(value)
