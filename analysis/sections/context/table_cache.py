"""Cache for values derived from one set of tables; they hang on the tables and are freed with them."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from analysis.cache import cached_on
from analysis.schema import Tables

Arguments = ParamSpec("Arguments")
Value = TypeVar("Value")
Derivation = Callable[Concatenate[Tables, Arguments], Value]


def cached_per_tables(make: Derivation[Arguments, Value]) -> Derivation[Arguments, Value]:
    """A function of tables and of hashable arguments that computes each answer once for a set of tables.

    The answers are shared: nobody changes them. A set of tables holds at most ``cache.DERIVED`` bytes of them.
    """

    @wraps(make)
    def cached(tables: Tables, *args: Arguments.args, **kwargs: Arguments.kwargs) -> Value:
        key = (make, args, tuple(kwargs.items())) if kwargs else (make, args)
        return cached_on(tables, key, lambda: make(tables, *args, **kwargs))

    return cached
