"""What helps where a selection leaves nothing: the fewest filters that give rows when they are taken away."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from analysis.measures.chosen import chosen, counts
from analysis.measures.clusters import clusters_of
from analysis.measures.totals import total
from analysis.schema import Tables
from analysis.sections.same import cached_per_tables
from analysis.sections.view import prepared
from analysis.selection import FILTERS, Selection


@dataclass(frozen=True)
class Loosening:
    """Filters that have to go together, and how much is left without them."""

    filters: tuple[str, ...]
    count: int


@cached_per_tables
def amount(tables: Tables, selection: Selection, counted: tuple[str, ...]) -> int:
    """How much the rows of these tables (of activity, or ``clusters``) count for that a selection leaves."""
    activity, _ = prepared(tables)
    return sum(
        len(clusters_of(tables, selection)) if name == "clusters" else total(counts(chosen(activity, name, selection)))
        for name in counted
    )


def loosenings(tables: Tables, selection: Selection, counted: tuple[str, ...]) -> tuple[Loosening, ...]:
    """Each single filter without which there is something, else each pair, and so on; none where there is something
    anyhow, or nothing at all."""
    if selection.is_empty or amount(tables, selection, counted):
        return ()
    chosen = [name for name in FILTERS if getattr(selection, name)]
    for size in range(1, len(chosen) + 1):
        if found := tuple(_giving(tables, selection, counted, size, chosen)):
            return found
    return ()


def _giving(
    tables: Tables, selection: Selection, counted: tuple[str, ...], size: int, chosen: list[str]
) -> Iterator[Loosening]:
    for names in combinations(chosen, size):
        if count := amount(tables, selection.without(*names), counted):
            yield Loosening(names, count)
