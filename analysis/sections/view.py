"""What a section is made from: the tables, what is chosen, and the counted rows of it."""

from dataclasses import dataclass

from analysis.measures.chosen import Weighed, counted, weighed, within
from analysis.measures.clusters import clusters_of
from analysis.measures.records import Records
from analysis.measures.years import Compared, comparison, covered, span
from analysis.schema import Tables
from analysis.sections import labels
from analysis.sections.labels import Labels
from analysis.sections.same import cached_per_tables
from analysis.selection import Selection
from analysis.words import Words

FILLED = ("events", "stories", "materials", "clusters")
"""The tables whose rows are shown; the others tell what these mean."""


@dataclass(frozen=True)
class View:
    """``activity``: all rows; ``whole``: all that counts, whatever is chosen; ``ever``: of it what is chosen, in all
    years; ``shown``: the same in the chosen years. ``years``: those that the data covers, as far as they are chosen;
    ``compared``: the year that changes are told of. ``today`` is an ISO day, None where time plays no part.
    ``regions`` and ``themes``: what they are called."""

    tables: Tables
    selection: Selection
    words: Words
    today: str | None
    activity: Weighed
    whole: Weighed
    ever: Weighed
    shown: Weighed
    years: range
    compared: Compared | None
    regions: Labels
    themes: Labels

    @property
    def running(self) -> int | None:
        """The year that is not over."""
        return int(self.today[:4]) if self.today else None


def rows(context: View, name: str) -> Records:
    """The counted rows of a table of activity, or the clusters, that the selection leaves."""
    return clusters_of(context.tables, context.selection) if name == "clusters" else context.shown[name]


def blank(context: View) -> bool:
    """Whether there is no row yet, whatever is chosen."""
    return all(context.tables[name].empty for name in FILLED)


def nothing(context: View) -> tuple[str, ...]:
    """The sentences of a section that has nothing to show: that there is nothing, and what to do then."""
    key = "sections.nothing_yet" if context.selection.is_empty or blank(context) else "sections.nothing_chosen"
    return context.words(key), context.words(f"{key}_advice")


def no_data(context: View) -> str:
    """What stands in the place of one of its charts or lists then: short, since the section has said what to do."""
    return context.words(
        "sections.bare_yet" if context.selection.is_empty or blank(context) else "sections.bare_chosen"
    )


def view(tables: Tables, selection: Selection, words: Words, today: str | None = None) -> View:
    """The view of a selection; a page asks for it several times, so the latest are kept a while."""
    return _view(tables, selection, words, today)


@cached_per_tables
def prepared(tables: Tables) -> tuple[Weighed, Weighed]:
    """All weighed rows of the tables, and all that counts: the same for every selection, so they are kept a while."""
    activity = weighed(tables)
    return activity, counted(activity, Selection())


@cached_per_tables
def _view(tables: Tables, selection: Selection, words: Words, today: str | None) -> View:
    activity, whole = prepared(tables)
    ever = counted(activity, selection.without("years"))
    return View(
        tables=tables,
        selection=selection,
        words=words,
        today=today,
        activity=activity,
        whole=whole,
        ever=ever,
        shown={name: within(frame, selection.years) for name, frame in ever.items()},
        years=covered(span(*whole.values()), selection),
        compared=comparison(whole, selection, today),
        regions=labels.regions(tables, words),
        themes=labels.themes(tables, words),
    )
