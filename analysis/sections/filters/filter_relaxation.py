"""What helps where a selection leaves nothing: the fewest filters that give rows when they are taken away."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from analysis.measures.clusters import clusters_in_selection
from analysis.measures.counts import total
from analysis.measures.filtering import matching_records, uncounted_mask
from analysis.schema import Tables
from analysis.sections.context.section_context import counted_rows
from analysis.sections.context.table_cache import cached_per_tables
from analysis.selection import FILTERS, Selection


@dataclass(frozen=True)
class RelaxedFilters:
    """Filters that have to go together, and how much is left without them."""

    filters: tuple[str, ...]
    count: int


@cached_per_tables
def row_count(tables: Tables, selection: Selection, counted: tuple[str, ...]) -> int:
    """How much the rows of these tables (of activity, or ``clusters``) count for that a selection leaves."""
    activity, number = counted_rows(tables)[0], 0
    for name in counted:
        if name == "clusters":
            number += len(clusters_in_selection(tables, selection))
        else:
            rows = matching_records(activity, name, selection)
            number += total(rows.where(~uncounted_mask(rows)))
    return number


def relaxed_filters(tables: Tables, selection: Selection, counted: tuple[str, ...]) -> tuple[RelaxedFilters, ...]:
    """Each single filter without which there is something, else each pair, and so on; none where there is something
    anyhow, or nothing at all."""
    if selection.is_empty or row_count(tables, selection, counted):
        return ()
    chosen = [name for name in FILTERS if getattr(selection, name)]
    for size in range(1, len(chosen) + 1):
        if found := tuple(_giving(tables, selection, counted, size, chosen)):
            return found
    return ()


def _giving(
    tables: Tables, selection: Selection, counted: tuple[str, ...], size: int, chosen: list[str]
) -> Iterator[RelaxedFilters]:
    for names in combinations(chosen, size):
        if count := row_count(tables, selection.without(*names), counted):
            yield RelaxedFilters(names, count)
