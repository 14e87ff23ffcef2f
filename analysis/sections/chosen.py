"""What is chosen, in words: what is counted, what limits it and to how much, and what the filters leave whole."""

from collections.abc import Iterator

from analysis.measures import clusters
from analysis.measures.chosen import LIMITS, unlimited
from analysis.measures.clusters import left_whole
from analysis.measures.totals import undated
from analysis.sections import labels
from analysis.sections.loosening import Loosening, amount, loosenings
from analysis.sections.section import Chosen, Part, Way
from analysis.sections.view import View
from analysis.selection import Selection
from analysis.words.formats import DASH

NAMED = ("regions", "themes", "priorities", "kinds")
ALWAYS = ("regions", "themes")
"""Filters that are told of where all is chosen too."""


def chosen(view: View, shows: tuple[str, ...], counted: tuple[str, ...] = ()) -> Chosen:
    """What is chosen on a section that shows these tables; ``counted`` are those whose rows are told (else all).

    Tables are those of activity, and ``clusters``.
    """
    counted = counted or shows
    emptied, ways = _emptied(view, counted)
    some, every = (amount(view.tables, each, counted) for each in (view.selection, Selection()))
    told = view.words.number(some)
    return Chosen(
        parts=tuple(_parts(view, counted)),
        counted=told if view.selection.is_empty else f"{told} / {view.words.number(every)}",
        limits=" ".join((*_limits(view, shows), *_undated(view, shows))),
        emptied=emptied,
        ways=ways,
    )


def filter_words(view: View, name: str) -> str:
    """What a filter is set to, as it is told within a sentence: "teema rahoitus", "vuodet 2021–2024"."""
    words, values = view.words, getattr(view.selection, name)
    if name == "years":
        return words.plural("sections.years", values[1] - values[0] + 1, years=_span(*values))
    return words.plural(f"choosing.{name}", len(values), names=_names(view, name))


def _parts(view: View, counted: tuple[str, ...]) -> Iterator[Part]:
    words, limiting = view.words, _limiting(counted)
    what = words.listing([_called(view, name, at) for at, name in enumerate(counted)])
    if view.selection.years and "years" in limiting:
        yield Part(what + " ")
        yield Part(_span(*view.selection.years), True, "years")
    else:
        yield Part(what + (f", {_all_years(view)}" if "years" in limiting else ""))
    for name in NAMED:
        if name in limiting and (getattr(view.selection, name) or name in ALWAYS):
            yield Part(", ")
            yield _part(view, name)


def _part(view: View, name: str) -> Part:
    if not getattr(view.selection, name):
        return Part(view.words(f"sections.all_{name}"))
    return Part(_names(view, name) if name == "regions" else filter_words(view, name), True, name)


def _called(view: View, name: str, at: int) -> str:
    label = view.words(f"choosing.{name}")
    return label if at else labels.capital(label)


def _limiting(counted: tuple[str, ...]) -> set[str]:
    """The filters that limit any of the tables."""
    by_table = {name: {*limits, "years"} for name, limits in LIMITS.items()} | {"clusters": {*clusters.LIMITS}}
    return set().union(*(by_table[name] for name in counted))


def _all_years(view: View) -> str:
    covered = view.years
    span = f" ({_span(covered.start, covered.stop - 1)})" if covered else ""
    return view.words("sections.all_years") + span


def _names(view: View, name: str) -> str:
    codes = getattr(view.selection, name)
    named = {
        "regions": lambda: view.regions,
        "themes": lambda: view.themes,
        "priorities": lambda: labels.priorities(view.tables, view.words),
        "kinds": lambda: labels.options("events", "kind", view.words),
    }[name]()
    return view.words.listing([labels.inline(code, named[code]) for code in named if code in codes] or [*codes])


def _span(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}{DASH}{last}"


def _limits(view: View, shows: tuple[str, ...]) -> Iterator[str]:
    activity = [name for name in shows if name in LIMITS]
    free = {each for name in activity for each in unlimited(name, view.selection)}
    yield from (view.words(f"sections.limit_{each}") for each in ("regions", "priorities", "kinds") if each in free)
    if "clusters" in shows and left_whole(view.selection):
        yield view.words("regions.limit_clusters")


def _undated(view: View, shows: tuple[str, ...]) -> Iterator[str]:
    left_out = sum(undated(view.ever[name]) for name in shows if name in view.ever) if view.selection.years else 0
    if left_out:
        yield view.words.plural("sections.left_out", left_out)


def _emptied(view: View, counted: tuple[str, ...]) -> tuple[str, tuple[Way, ...]]:
    found = loosenings(view.tables, view.selection, counted)
    if not found:
        return "", ()
    names = [name for name in ("years", *NAMED) if any(name in each.filters for each in found)]
    told = [filter_words(view, name) for name in names]
    emptied = view.words.plural("choosing.emptied", len(told), filters=view.words.listing(told))
    return emptied, tuple(_way(view, each) for each in found)


def _way(view: View, given: Loosening) -> Way:
    words, count = view.words, view.words.number(given.count)
    if len(given.filters) == 1:
        return Way(given.filters, words(f"choosing.without_{given.filters[0]}", n=count))
    if view.selection.without(*given.filters).is_empty:
        return Way(given.filters, words("choosing.without_all", n=count))
    named = words.listing([words(f"choosing.filter_{name}") for name in given.filters])
    return Way(given.filters, words("choosing.without", filters=named, n=count))
