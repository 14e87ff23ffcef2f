"""Kinds: what a cell of a column may hold, and names in three languages. Reading and writing are elsewhere."""

from dataclasses import dataclass
from typing import Literal, NamedTuple, get_args

Language = Literal["fi", "en", "sv"]
LANGUAGES: tuple[Language, ...] = get_args(Language)


class Names(NamedTuple):
    """One thing's names in Finnish, English and Swedish."""

    fi: str
    en: str
    sv: str

    def of(self, language: Language) -> str:
        """The name in one language."""
        return str(getattr(self, language))


def names(line: str) -> Names:
    """Names from a line of the contract: ``"Nimi · Name · Namn"``; one word alone is the name in all three."""
    parts = [part.strip() for part in line.split(" · ")]
    fi, en, sv = parts if len(parts) == 3 else parts * 3
    return Names(fi, en, sv)


@dataclass(frozen=True)
class Option:
    """One value of a choice: the key that is stored, its names, and further words that mean it."""

    key: str
    names: Names
    aliases: tuple[str, ...] = ()


def option(key: str, line: str = "", *aliases: str) -> Option:
    """An option from its key and a line of names; without a line the key is its name everywhere."""
    return Option(key, names(line or key), aliases)


@dataclass(frozen=True)
class Text:
    """Text; ``long`` if it is prose, ``code`` if a number is its digits ("18", and "07" keeps its zero)."""

    long: bool = False
    code: bool = False


@dataclass(frozen=True)
class Day:
    """A day at the precision that is known, stored as "2023-03-12", "2023-03" or "2023" (ISO 8601)."""

    not_before: str | None = None


@dataclass(frozen=True)
class Year:
    """A calendar year. Outside ``earliest``–now+``ahead`` it is unlikely."""

    earliest: int = 1990
    ahead: int = 5


@dataclass(frozen=True)
class Whole:
    """A whole number, at least ``least``; above ``likely`` a warning asks about it."""

    least: int = 0
    likely: int | None = None


@dataclass(frozen=True)
class Clock:
    """A place in a recording, stored in seconds; 12:30 is minutes and seconds."""


@dataclass(frozen=True)
class Duration:
    """A length of time, stored in minutes; 1:30 is hours and minutes. Above ``likely`` a warning asks about it."""

    likely: int | None = None


@dataclass(frozen=True)
class Choice:
    """One of a few fixed values, named in three languages; ``default`` is what an empty cell means."""

    options: tuple[Option, ...]
    default: str | None = None

    @property
    def names(self) -> dict[str, Names]:
        """The names of the options by key, in their order."""
        return {each.key: each.names for each in self.options}


PRECISIONS = Choice(
    (
        option("day", "päivä · day · dag"),
        option("month", "kuukausi · month · månad"),
        option("year", "vuosi · year · år"),
    )
)
"""How precisely a day is known."""


@dataclass(frozen=True)
class Link:
    """An address: http, https or mailto. ``mailbox``: a bare mail address is one too."""

    mailbox: bool = False


@dataclass(frozen=True)
class One:
    """A reference to one row of another table, by its key or one of its names."""

    to: str


@dataclass(frozen=True)
class Many:
    """A list: of keys of another table, or of plain text if ``to`` is None. Stored as a tuple of str."""

    to: str | None = None


Kind = Text | Day | Year | Whole | Clock | Duration | Choice | Link | One | Many
