"""What a section is made from: the tables, what is chosen, and the counted rows of it."""

from dataclasses import dataclass

from analysis.measures.clusters import clusters_in_selection
from analysis.measures.filtering import RecordsByTable, activity_records, counted_records, matching_records
from analysis.measures.records import Records
from analysis.measures.years import ComparedYear, compared_year, year_span, years_in_selection
from analysis.schema import Tables
from analysis.sections.context import code_labels
from analysis.sections.context.code_labels import Labels
from analysis.sections.context.table_cache import cached_per_tables
from analysis.selection import Selection
from analysis.words import Translator

FILLED = ("events", "stories", "materials", "clusters")
"""The tables whose rows are shown; the others tell what these mean."""


@dataclass(frozen=True)
class SectionContext:
    """``activity``: all rows; ``whole``: all that counts, whatever is chosen; ``ever``: of it what is chosen, in all
    years; ``shown``: the same in the chosen years. ``years``: those that the data covers, as far as they are chosen;
    ``compared``: the year that changes are told of. ``today`` is an ISO day, None where time plays no part.
    ``regions`` and ``themes``: what they are called."""

    tables: Tables
    selection: Selection
    words: Translator
    today: str | None
    all_rows: RecordsByTable
    counted: RecordsByTable
    in_all_years: RecordsByTable
    filtered: RecordsByTable
    years: range
    comparison: ComparedYear | None
    regions: Labels
    themes: Labels

    @property
    def running_year(self) -> int | None:
        """The year that is not over."""
        return int(self.today[:4]) if self.today else None


def rows(context: SectionContext, name: str) -> Records:
    """The counted rows of a table of activity, or the clusters, that the selection leaves."""
    return clusters_in_selection(context.tables, context.selection) if name == "clusters" else context.filtered[name]


def is_blank(context: SectionContext) -> bool:
    """Whether there is no row yet, whatever is chosen."""
    return all(context.tables[name].empty for name in FILLED)


def nothing_to_show(context: SectionContext) -> tuple[str, ...]:
    """The sentences of a section that has nothing to show: that there is nothing, and what to do then."""
    key = "sections.nothing_yet" if context.selection.is_empty or is_blank(context) else "sections.nothing_chosen"
    return context.words(key), context.words(f"{key}_advice")


def no_data(context: SectionContext) -> str:
    """What stands in the place of one of its charts or lists then: short, since the section has said what to do."""
    return context.words(
        "sections.bare_yet" if context.selection.is_empty or is_blank(context) else "sections.bare_chosen"
    )


def section_context(
    tables: Tables, selection: Selection, words: Translator, today: str | None = None
) -> SectionContext:
    """The view of a selection; a page asks for it several times, so the latest are kept a while."""
    return _view(tables, selection, words, today)


@cached_per_tables
def counted_rows(tables: Tables) -> tuple[RecordsByTable, RecordsByTable]:
    """All weighed rows of the tables, and all that counts: the same for every selection, so they are kept a while."""
    activity = activity_records(tables)
    return activity, counted_records(activity, Selection())


@cached_per_tables
def _view(tables: Tables, selection: Selection, words: Translator, today: str | None) -> SectionContext:
    activity, whole = counted_rows(tables)
    ever = counted_records(activity, selection.without("years"))
    return SectionContext(
        tables=tables,
        selection=selection,
        words=words,
        today=today,
        all_rows=activity,
        counted=whole,
        in_all_years=ever,
        filtered={name: matching_records(ever, name, Selection(selection.years)) for name in ever},
        years=years_in_selection(year_span(*whole.values()), selection),
        comparison=compared_year(whole, selection, today),
        regions=code_labels.regions(tables, words),
        themes=code_labels.themes(tables, words),
    )
