"""What is chosen, in words: what is shown, what the filters leave whole, and what has no year."""

from collections.abc import Iterator

from analysis.measures.chosen import unlimited
from analysis.measures.totals import total, undated
from analysis.sections import labels
from analysis.sections.parts import parts, strong
from analysis.sections.section import Part
from analysis.sections.view import View
from analysis.words.formats import DASH


def chosen(view: View, shows: tuple[str, ...]) -> tuple[Part, ...]:
    """The sentences on the selection for a section that shows these tables, in stretches."""
    return parts(" ".join((_shown(view), *_further(view), *_limits(view, shows), *_undated(view, shows))))


def counted(view: View) -> str:
    """How many of all events the selection leaves, as "12 / 31"; nothing where all are shown."""
    if view.selection.is_empty:
        return ""
    shown, every = (view.words.number(total(frame["events"])) for frame in (view.shown, view.whole))
    return view.words("sections.counted", shown=shown, all=every)


def _shown(view: View) -> str:
    words, selection = view.words, view.selection
    return words(
        "sections.chosen",
        regions=_named(view, selection.regions, view.regions, "sections.all_regions"),
        themes=_named(view, selection.themes, view.themes, "sections.all_themes"),
        years=_years(view),
    )


def _named(view: View, codes: tuple[str, ...], named: labels.Labels, everything: str) -> str:
    if not codes:
        return strong(view.words(everything))
    return view.words.listing([strong(_inline(code, named)) for code in named if code in codes] or [*codes])


def _inline(code: str, named: labels.Labels) -> str:
    return labels.inline(code, named[code])


def _years(view: View) -> str:
    words, years = view.words, view.selection.years
    if not years:
        covered = view.years
        span = f" ({_span(covered.start, covered.stop - 1)})" if covered else ""
        return strong(words("sections.all_years") + span)
    return words.plural("sections.years", years[1] - years[0] + 1, years=strong(_span(*years)))


def _span(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}{DASH}{last}"


def _further(view: View) -> Iterator[str]:
    words, selection = view.words, view.selection
    if selection.priorities:
        named = labels.priorities(view.tables, words)
        yield words("sections.priorities", names=_named(view, selection.priorities, named, "sections.counted"))
    if selection.kinds:
        named = labels.options("events", "kind", words)
        yield words("sections.kinds", names=_named(view, selection.kinds, named, "sections.counted"))


def _limits(view: View, shows: tuple[str, ...]) -> Iterator[str]:
    free = {each for name in shows for each in unlimited(name, view.selection)}
    yield from (view.words(f"sections.limit_{each}") for each in ("regions", "priorities", "kinds") if each in free)


def _undated(view: View, shows: tuple[str, ...]) -> Iterator[str]:
    left_out = sum(undated(view.ever[name]) for name in shows) if view.selection.years else 0
    if left_out:
        yield view.words.plural("sections.left_out", left_out)
