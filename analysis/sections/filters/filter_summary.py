"""The selection in words: what is counted, what limits it and to how much, and which filters to remove if nothing is.

Tables are named as those of activity are, and ``clusters``.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from analysis.cache import cached_per_tables
from analysis.measures.clusters import clusters_in_selection
from analysis.measures.counts import total, total_without_value
from analysis.measures.records import LIMITS, filters_without_effect, matching_records, uncounted_mask
from analysis.schema import Tables
from analysis.sections.context import code_labels
from analysis.sections.context.periods import Period
from analysis.sections.context.section_context import SectionContext, every_row
from analysis.sections.model.model import FilterRemoval, FilterSummary, TextSpan
from analysis.selection import COMPARE, FILTERS, LISTS, Selection
from analysis.words import Translator
from analysis.words.language import DASH

ALWAYS = ("regions", "themes")
"""Filters that the summary mentions even if they are not set."""


@dataclass(frozen=True)
class RelaxedFilters:
    """Filters to remove together, and how much is counted without them."""

    filters: tuple[str, ...]
    count: int


def filter_summary(
    context: SectionContext, tables: tuple[str, ...], counted_tables: tuple[str, ...] = ()
) -> FilterSummary:
    """The filter summary of a section that shows some tables; ``counted_tables``: those that it counts (else all)."""
    counted_tables, number, selection = counted_tables or tables, context.words.number, context.selection
    some, every = (row_count(context.tables, each, counted_tables) for each in (selection, Selection()))
    relaxed = relaxed_filters(context.tables, selection, counted_tables)
    removed = [name for name in FILTERS if any(name in each.filters for each in relaxed)]
    spans, limiting = tuple(_spans(context, counted_tables)), set().union(*(LIMITS[name] for name in tables))
    values = ", ".join(each.text for each in spans if each.filter)
    return FilterSummary(
        spans=spans,
        counted=number(some) if selection.without(COMPARE) == Selection() else f"{number(some)} / {number(every)}",
        limits=" ".join(_limits(context, tables)),
        idle=tuple(name for name in FILTERS if name not in limiting and not getattr(selection, name)),
        emptied_by=_emptied_by(context, tables, counted_tables, removed) if removed else "",
        removals=tuple(FilterRemoval(each.filters, _removal_text(context, each)) for each in relaxed),
        short=values or context.words("sections.no_filters"),
    )


@cached_per_tables
def row_count(tables: Tables, selection: Selection, counted_tables: tuple[str, ...]) -> int:
    """What the rows of some tables that match a selection count for together."""
    activity, number = every_row(tables), 0
    for name in counted_tables:
        if name == "clusters":
            number += len(clusters_in_selection(tables, selection))
        else:
            rows = matching_records(activity, name, selection)
            number += total(rows.where(~uncounted_mask(rows)))
    return number


def relaxed_filters(
    tables: Tables, selection: Selection, counted_tables: tuple[str, ...]
) -> tuple[RelaxedFilters, ...]:
    """Each single filter whose removal gives rows of the tables, else each pair, and so on.

    Empty if the selection has rows, or nothing gives any.
    """
    if selection == Selection() or row_count(tables, selection, counted_tables):
        return ()
    active = [name for name in FILTERS if getattr(selection, name)]
    for size in range(1, len(active) + 1):
        counts = {
            names: row_count(tables, selection.without(*names), counted_tables) for names in combinations(active, size)
        }
        if any(counts.values()):
            return tuple(RelaxedFilters(names, count) for names, count in counts.items() if count)
    return ()


def _emptied_by(context: SectionContext, tables: tuple[str, ...], counted: tuple[str, ...], filters: list[str]) -> str:
    """Which filters leave nothing of what is counted; "no results" only if nothing else is shown."""
    words, names = context.words, context.words.listing([_filter_text(context, name) for name in filters])
    if not row_count(context.tables, context.selection, tables):
        return words.plural("choosing.emptied", len(filters), filters=names)
    return words.plural("choosing.emptied_counted", len(filters), filters=names, what=_tables_text(words, counted))


def _tables_text(words: Translator, tables: tuple[str, ...]) -> str:
    """The tables within a sentence: "tapahtumat ja klusteritarinat"."""
    return words.listing([words(f"choosing.{name}") for name in tables])


def _spans(context: SectionContext, counted: tuple[str, ...]) -> Iterator[TextSpan]:
    """What is counted, in which years, and each filter that limits any of the tables."""
    words, selection, years = context.words, context.selection, context.years
    limiting = set().union(*(LIMITS[name] for name in counted))
    what = code_labels.capital(_tables_text(words, counted))
    if selection.years and "years" in limiting:
        yield TextSpan(what + " ")
        yield TextSpan(DASH.join(dict.fromkeys(map(str, selection.years))), True, "years")
    elif "years" in limiting:
        span = f" ({DASH.join(dict.fromkeys((str(years[0]), str(years[-1]))))})" if years else ""
        yield TextSpan(f"{what}, {words('sections.all_years')}{span}")
    else:
        yield TextSpan(what)
    for name in LISTS:
        if name in limiting and getattr(selection, name):
            yield TextSpan(", ")
            yield TextSpan(_names(context, name) if name == "regions" else _filter_text(context, name), True, name)
        elif name in limiting and name in ALWAYS:
            yield TextSpan(", ")
            yield TextSpan(words(f"sections.all_{name}"))
    if context.period:
        yield TextSpan(", ")
        yield TextSpan(words("choosing.compare", period=context.period.name), True, COMPARE)


def _filter_text(context: SectionContext, name: str) -> str:
    """The values of a filter within a sentence: "teema rahoitus", "vuodet 2021–2024"."""
    words, values = context.words, getattr(context.selection, name)
    if name == "years":
        years = DASH.join(dict.fromkeys(map(str, values)))
        return words.plural("sections.years", values[1] - values[0] + 1, years=years)
    return words.plural(f"choosing.{name}", len(values), names=_names(context, name))


def _names(context: SectionContext, name: str) -> str:
    """The labels of a filter's values; if none has a label, the values themselves."""
    values = getattr(context.selection, name)
    match name:
        case "regions":
            labels = context.regions
        case "themes":
            labels = context.themes
        case "priorities":
            labels = code_labels.priorities(context.tables, context.words)
        case _:
            labels = code_labels.options("events", "kind", context.words)
    names = [code_labels.inline(code, label) for code, label in labels.items() if code in values]
    return context.words.listing(names or [*values])


def _limits(context: SectionContext, tables: tuple[str, ...]) -> Iterator[str]:
    """Which filters do not limit some of the tables, and how many rows have no year."""
    words, selection, rows = context.words, context.selection, context.in_all_years
    without_effect = {each for name in tables if name in rows for each in filters_without_effect(name, selection)}
    for name in ("regions", "priorities", "kinds"):
        if name in without_effect:
            yield words(f"sections.limit_{name}")
    if "clusters" in tables and filters_without_effect("clusters", selection):
        yield words("regions.limit_clusters")
    if context.period:
        yield from _unequal_periods(context, context.period)
    undated = sum(total_without_value(rows[name], "year") for name in tables if name in rows) if selection.years else 0
    if undated:
        yield words.plural("sections.left_out", undated)


def _unequal_periods(context: SectionContext, period: Period) -> Iterator[str]:
    """That the two periods are of different lengths, or that a year of them is not over."""
    words, years = context.words, context.selection.years
    first, last = years or (context.years.start, context.years.stop - 1)
    lengths = [last - first + 1, period.last - period.first + 1]
    if context.years and lengths[0] != lengths[1]:
        texts = [words.plural("choosing.years_n", n) for n in lengths]
        yield words("choosing.compare_unequal", selected=texts[0], compared=texts[1])
    running = context.running_year
    if running and any(start <= running <= end for start, end in ((first, last), period.years)):
        yield words("choosing.compare_running", year=running)


def _removal_text(context: SectionContext, relaxed: RelaxedFilters) -> str:
    words, count = context.words, context.words.number(relaxed.count)
    if len(relaxed.filters) == 1:
        return words(f"choosing.without_{relaxed.filters[0]}", n=count)
    if context.selection.without(*relaxed.filters) == Selection():
        return words("choosing.without_all", n=count)
    names = words.listing([words(f"choosing.filter_{name}") for name in relaxed.filters])
    return words("choosing.without", filters=names, n=count)
