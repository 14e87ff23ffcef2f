"""What a cell of a column may hold. A kind says what is meant; how it is read, written and shown stands elsewhere."""

from dataclasses import dataclass

from analysis.schema.names import Names, names


@dataclass(frozen=True)
class Option:
    """One value of a choice: the key that is stored, its names, and further words taken for it."""

    key: str
    names: Names
    aliases: tuple[str, ...] = ()


def option(key: str, line: str = "", *aliases: str) -> Option:
    """An option from its key and a line of names; without a line the key is its name everywhere."""
    return Option(key, names(line or key), aliases)


@dataclass(frozen=True)
class Text:
    """Text; ``long`` where it is prose, ``code`` where a number is its digits ("18", and "07" keeps its zero)."""

    long: bool = False
    code: bool = False


@dataclass(frozen=True)
class Day:
    """A day at the precision known: stored as "2023-03-12", "2023-03" or "2023" (ISO 8601, reduced precision)."""

    not_before: str | None = None


@dataclass(frozen=True)
class Year:
    """A calendar year. Outside ``earliest``–now+``ahead`` it is unlikely."""

    earliest: int = 1990
    ahead: int = 5


@dataclass(frozen=True)
class Whole:
    """A whole number, at least ``least``; above ``likely`` it is kept and asked about."""

    least: int = 0
    likely: int | None = None


@dataclass(frozen=True)
class Clock:
    """A place in a recording, stored in seconds; 12:30 is minutes and seconds."""


@dataclass(frozen=True)
class Choice:
    """One of a few fixed values, named in three languages; ``default`` is what an empty cell means."""

    options: tuple[Option, ...]
    default: str | None = None

    def option(self, key: str) -> Option:
        """The option of a key; KeyError where there is none."""
        return {each.key: each for each in self.options}[key]

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys in their order."""
        return tuple(each.key for each in self.options)


@dataclass(frozen=True)
class Link:
    """An address: http, https or mailto. ``mailbox`` where a bare mail address may stand."""

    mailbox: bool = False


@dataclass(frozen=True)
class One:
    """A reference to one row of another table, by its key or one of its names."""

    to: str


@dataclass(frozen=True)
class Many:
    """A list: of keys of another table, or of plain text where ``to`` is None. Stored as a tuple of str."""

    to: str | None = None


Kind = Text | Day | Year | Whole | Clock | Choice | Link | One | Many
