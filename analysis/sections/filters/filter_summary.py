"""What is chosen, in words: what is counted, what limits it and to how much, and what the filters leave whole."""

from collections.abc import Iterator

from analysis.measures.counts import total_without_value
from analysis.measures.filtering import LIMITS, filters_without_effect
from analysis.sections.context import code_labels
from analysis.sections.context.section_context import SectionContext
from analysis.sections.filters.filter_relaxation import RelaxedFilters, relaxed_filters, row_count
from analysis.sections.model.model import FilterRemoval, FilterSummary, TextSpan
from analysis.selection import Selection
from analysis.words.language import DASH

NAMED = ("regions", "themes", "priorities", "kinds")
ALWAYS = ("regions", "themes")
"""Filters that are told of where all is chosen too."""


def filter_summary(context: SectionContext, tables: tuple[str, ...], counted: tuple[str, ...] = ()) -> FilterSummary:
    """The filter summary of a section that shows these tables; ``counted`` are those whose rows it tells (else all).

    Tables are those of activity, and ``clusters``.
    """
    counted, number = counted or tables, context.words.number
    emptied, ways = _emptied(context, counted)
    some, every = (row_count(context.tables, each, counted) for each in (context.selection, Selection()))
    return FilterSummary(
        spans=tuple(_parts(context, counted)),
        counted=number(some) if context.selection.is_empty else f"{number(some)} / {number(every)}",
        limits=" ".join(_limits(context, tables)),
        emptied_by=emptied,
        removals=ways,
    )


def filter_text(context: SectionContext, name: str) -> str:
    """What a filter is set to, as it is told within a sentence: "teema rahoitus", "vuodet 2021–2024"."""
    words, values = context.words, getattr(context.selection, name)
    if name == "years":
        return words.plural("sections.years", values[1] - values[0] + 1, years=_span(*values))
    return words.plural(f"choosing.{name}", len(values), names=_names(context, name))


def _parts(context: SectionContext, counted: tuple[str, ...]) -> Iterator[TextSpan]:
    """What is counted, in which years, and each filter that limits any of the tables."""
    words, selection, years = context.words, context.selection, context.years
    limiting = set().union(*(LIMITS[name] for name in counted))
    what = code_labels.capital(words.listing([words(f"choosing.{name}") for name in counted]))
    if selection.years and "years" in limiting:
        yield TextSpan(what + " ")
        yield TextSpan(_span(*selection.years), True, "years")
    elif "years" in limiting:
        span = f" ({_span(years.start, years.stop - 1)})" if years else ""
        yield TextSpan(f"{what}, {words('sections.all_years')}{span}")
    else:
        yield TextSpan(what)
    for name in NAMED:
        values = getattr(selection, name)
        if name in limiting and (values or name in ALWAYS):
            yield TextSpan(", ")
            if not values:
                yield TextSpan(words(f"sections.all_{name}"))
            else:
                yield TextSpan(_names(context, name) if name == "regions" else filter_text(context, name), True, name)


def _names(context: SectionContext, name: str) -> str:
    codes = getattr(context.selection, name)
    named = {
        "regions": lambda: context.regions,
        "themes": lambda: context.themes,
        "priorities": lambda: code_labels.priorities(context.tables, context.words),
        "kinds": lambda: code_labels.options("events", "kind", context.words),
    }[name]()
    return context.words.listing([code_labels.inline(code, named[code]) for code in named if code in codes] or [*codes])


def _span(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}{DASH}{last}"


def _limits(context: SectionContext, shows: tuple[str, ...]) -> Iterator[str]:
    """Which filters leave tables whole, and how many rows have no year."""
    words, selection = context.words, context.selection
    free = {each for name in shows if name in context.in_all_years for each in filters_without_effect(name, selection)}
    yield from (words(f"sections.limit_{each}") for each in ("regions", "priorities", "kinds") if each in free)
    if "clusters" in shows and filters_without_effect("clusters", selection):
        yield words("regions.limit_clusters")
    tables = [context.in_all_years[name] for name in shows if name in context.in_all_years]
    if selection.years and (left_out := sum(total_without_value(rows, "year") for rows in tables)):
        yield words.plural("sections.left_out", left_out)


def _emptied(context: SectionContext, counted: tuple[str, ...]) -> tuple[str, tuple[FilterRemoval, ...]]:
    found = relaxed_filters(context.tables, context.selection, counted)
    if not found:
        return "", ()
    names = [name for name in ("years", *NAMED) if any(name in each.filters for each in found)]
    told = [filter_text(context, name) for name in names]
    emptied = context.words.plural("choosing.emptied", len(told), filters=context.words.listing(told))
    return emptied, tuple(_way(context, each) for each in found)


def _way(context: SectionContext, given: RelaxedFilters) -> FilterRemoval:
    words, count = context.words, context.words.number(given.count)
    if len(given.filters) == 1:
        return FilterRemoval(given.filters, words(f"choosing.without_{given.filters[0]}", n=count))
    if context.selection.without(*given.filters).is_empty:
        return FilterRemoval(given.filters, words("choosing.without_all", n=count))
    named = words.listing([words(f"choosing.filter_{name}") for name in given.filters])
    return FilterRemoval(given.filters, words("choosing.without", filters=named, n=count))
