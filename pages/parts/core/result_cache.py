"""Cross-session cache of sections, keyed by revision, day and address."""

from collections.abc import Callable
from typing import Any, TypeVar

from analysis.cache import cached_on
from pages.parts.core.page_context import PageContext

Value = TypeVar("Value")


def cached_section(view: PageContext, make: Callable[..., Value], *args: Any, **options: Any) -> Value:
    """What ``make`` gives for the page's tables, selection and words, computed once for all readers who see the same.

    ``args`` follow from day and address, ``options`` are hashable and may be anything else. The answer hangs on the
    page's tables; nobody changes it.
    """
    plain = tuple(getattr(each, "key", each) for each in args)
    key = (make.__module__, make.__qualname__, view.numbers_state, plain, tuple(sorted(options.items())))
    return cached_on(view.tables, key, lambda: make(view.tables, view.selection, view.words, *args, **options))
