"""Values of metrics, list items and facts: typed until a page or a file formats them in the reader's language."""

from dataclasses import dataclass

from analysis.words import Translator
from analysis.words.language import DASH


@dataclass(frozen=True)
class Days:
    """A day or a span of days in ISO format, each at its own precision ("2024", "2024-05", "2024-05-01").

    ``starts`` is None if the day is unknown.
    """

    starts: str | None
    ends: str | None = None


@dataclass(frozen=True)
class YearValue:
    """A calendar year."""

    number: int


@dataclass(frozen=True)
class Position:
    """A position in a reading order, counted from 1."""

    number: int


Value = str | int | float | Days | YearValue | Position
"""Plain text, a number, or one of the types above; text is never read as anything else."""


def format_value(value: Value | None, words: Translator) -> str:
    """A value in the language of ``words``; None is written as unknown."""
    match value:
        case None:
            return words("sections.unknown")
        case str():
            return value
        case Days(starts, ends):
            return words.days(starts, ends) if starts else DASH
        case YearValue(number):
            return str(number)
        case Position(number):
            return f"{number}."
        case _:
            return words.number(value, 0 if float(value).is_integer() else 1)


def iso_value(value: Value) -> str:
    """A value for programs: ISO 8601 days (a span with a slash, an unknown day empty), plain digits, decimal point."""
    match value:
        case Days(starts, ends):
            return "/".join(filter(None, (starts, ends)))
        case YearValue(number) | Position(number):
            return str(number)
        case _:
            return str(value)
