"""What is made from tables alone, kept as long as it is asked for: tables are never changed in place."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, wraps
from typing import Concatenate, ParamSpec, TypeVar

from analysis.schema import Tables

Said = ParamSpec("Said")
Made = TypeVar("Made")


@dataclass(frozen=True, eq=False)
class Same:
    """Tables by what they are, not what they hold."""

    tables: Tables

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.tables is other.tables

    def __hash__(self) -> int:
        return id(self.tables)


def kept(
    number: int,
) -> Callable[[Callable[Concatenate[Tables, Said], Made]], Callable[Concatenate[Tables, Said], Made]]:
    """A function of tables and of what can be a key keeps so many of its latest answers, which nobody changes."""

    def keeping(make: Callable[Concatenate[Tables, Said], Made]) -> Callable[Concatenate[Tables, Said], Made]:
        @lru_cache(maxsize=number)
        def made(same: Same, *args: Said.args, **kwargs: Said.kwargs) -> Made:
            return make(same.tables, *args, **kwargs)

        @wraps(make)
        def asked(tables: Tables, *args: Said.args, **kwargs: Said.kwargs) -> Made:
            return made(Same(tables), *args, **kwargs)  # type: ignore[arg-type]

        return asked

    return keeping
