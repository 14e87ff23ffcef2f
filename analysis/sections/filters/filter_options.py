"""What each filter can be set to."""

from typing import TypedDict

from analysis import selection as selecting
from analysis.measures.years import year_span
from analysis.schema import Tables
from analysis.sections.context import code_labels
from analysis.sections.context.section_context import counted_rows
from analysis.sections.context.table_cache import cached_per_tables
from analysis.selection import Selection
from analysis.words import Translator

Pairs = list[tuple[str, str]]


class FilterOptions(TypedDict):
    """By filter: the first and last year that anything is recorded in (None where nothing is), else (code, label)."""

    years: tuple[int, int] | None
    regions: Pairs
    themes: Pairs
    priorities: Pairs
    kinds: Pairs


@cached_per_tables
def filter_options(tables: Tables, words: Translator) -> FilterOptions:
    """The values of every filter in their order: regions as Statistics Finland has them, the rest as the owner has."""
    years = year_span(*counted_rows(tables)[1].values())
    return FilterOptions(
        years=(years.start, years.stop - 1) if years else None,
        regions=_pairs(code_labels.regions(tables, words)),
        themes=_pairs(code_labels.themes(tables, words)),
        priorities=_pairs(code_labels.priorities(tables, words)),
        kinds=_pairs(code_labels.options("events", "kind", words)),
    )


def known_values(selection: Selection, options: FilterOptions) -> tuple[Selection, tuple[str, ...]]:
    """The selection with only values that the filters offer, and the unknown ones that were dropped."""
    values = {name: tuple(code for code, _ in options[name]) for name in selecting.LISTS}  # type: ignore[literal-required]
    return selecting.without_unknown_values(selection, values)


def _pairs(named: code_labels.Labels) -> Pairs:
    return [(code, code_labels.capital(label.text)) for code, label in named.items()]
