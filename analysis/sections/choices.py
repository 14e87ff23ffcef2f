"""What each filter can be set to."""

from typing import TypedDict

from analysis import selection as selecting
from analysis.measures.years import span
from analysis.schema import Tables
from analysis.sections import labels
from analysis.sections.same import cached_per_tables
from analysis.sections.view import prepared
from analysis.selection import Selection
from analysis.words import Words

Pairs = list[tuple[str, str]]


class Options(TypedDict):
    """By filter: the first and last year that anything is recorded in (None where nothing is), else (code, label)."""

    years: tuple[int, int] | None
    regions: Pairs
    themes: Pairs
    priorities: Pairs
    kinds: Pairs


@cached_per_tables
def options(tables: Tables, words: Words) -> Options:
    """The values of every filter in their order: regions as Statistics Finland has them, the rest as the owner has."""
    years = span(*prepared(tables)[1].values())
    return Options(
        years=(years.start, years.stop - 1) if years else None,
        regions=_pairs(labels.regions(tables, words)),
        themes=_pairs(labels.themes(tables, words)),
        priorities=_pairs(labels.priorities(tables, words)),
        kinds=_pairs(labels.options("events", "kind", words)),
    )


def known(selection: Selection, given: Options) -> tuple[Selection, tuple[str, ...]]:
    """The selection with only values that the filters offer, and the unknown ones that were dropped."""
    values = {name: tuple(code for code, _ in given[name]) for name in selecting.LISTS}  # type: ignore[literal-required]
    return selecting.known(selection, values)


def _pairs(named: labels.Labels) -> Pairs:
    return [(code, labels.capital(label.text)) for code, label in named.items()]
