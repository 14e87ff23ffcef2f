"""Options of the filters: the values that each can be set to."""

from typing import TypedDict

from analysis import selection as selecting
from analysis.cache import cached_per_tables
from analysis.measures.counts import year_span
from analysis.schema import Tables
from analysis.sections.context import code_labels
from analysis.sections.context.periods import phase_periods
from analysis.sections.context.section_context import counted_rows
from analysis.selection import Selection
from analysis.words import Translator

Pairs = list[tuple[str, str]]


class FilterOptions(TypedDict):
    """By filter: the first and last year with any row (None if there is none), for the others code and label.

    ``compare``: the phases and the years that can be compared, the latest first.
    """

    years: tuple[int, int] | None
    regions: Pairs
    themes: Pairs
    priorities: Pairs
    kinds: Pairs
    compare: Pairs


@cached_per_tables
def filter_options(tables: Tables, words: Translator) -> FilterOptions:
    """The values of every filter: regions in the order of Statistics Finland, the others in the owner's."""
    years = year_span(*counted_rows(tables).values())
    regions, themes, priorities, kinds = (
        [(code, code_labels.capital(label.text)) for code, label in labels.items()]
        for labels in (
            code_labels.regions(tables, words),
            code_labels.themes(tables, words),
            code_labels.priorities(tables, words),
            code_labels.options("events", "kind", words),
        )
    )
    span = (years.start, years.stop - 1) if years else None
    periods = [(id, each.name) for id, each in phase_periods(tables, words, years.stop - 1).items()]
    periods += [(str(year), str(year)) for year in reversed(years)]
    return FilterOptions(
        years=span, regions=regions, themes=themes, priorities=priorities, kinds=kinds, compare=periods
    )


def known_values(selection: Selection, options: FilterOptions) -> tuple[Selection, tuple[str, ...]]:
    """The selection with only values that the filters offer, and the unknown ones that were dropped."""
    values = {name: tuple(code for code, _ in options[name]) for name in selecting.LISTS}  # type: ignore[literal-required]
    known, unknown = selecting.without_unknown_values(selection, values)
    years, asked = options["years"], selecting.read_years(selection.compare)
    inside = years and asked and asked[0] <= years[1] and asked[1] >= years[0]
    if not selection.compare or inside or selection.compare in dict(options["compare"]):
        return known, unknown
    return known.without(selecting.COMPARE), (*unknown, selection.compare)
