"""Contexts: what a section is made from (tables, selection, counted rows), and a report of several sections."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from analysis.cache import cached_per_tables
from analysis.measures.clusters import clusters_in_selection
from analysis.measures.counts import ComparedYear, compared_year, year_span, years_in_selection
from analysis.measures.records import Records, RecordsByTable, activity_records, counted_records, matching_records
from analysis.schema import Tables
from analysis.sections.context import code_labels
from analysis.sections.context.code_labels import Labels
from analysis.sections.context.filled_shares import RevisionShare
from analysis.sections.context.last_change import LastChange
from analysis.sections.context.link_answers import LinkAnswers
from analysis.sections.context.owner_texts import owner_text
from analysis.sections.context.periods import Period, find_period
from analysis.selection import Selection
from analysis.words import Translator

SHOWN_TABLES = ("events", "stories", "materials", "clusters")
"""The tables whose rows are shown; the others explain them."""


@dataclass(frozen=True)
class SectionContext:
    """What a section is made from.

    - ``today``: an ISO day, None if time plays no part; ``running_year``: its year, which is not over.
    - ``all_rows``: the rows of activity, whether they count or not; ``counted``: those that count, without filters.
    - ``in_all_years``: the counted rows of the selection in all years; ``filtered``: those in its years.
    - ``years``: the years that the data covers, as far as they are selected.
    - ``comparison``: the year whose change is shown, unless a period is compared.
    - ``period``: the period that is compared; ``in_period``: the counted rows of the selection in it.
    - ``is_blank``: whether the tables have no row at all, whatever the selection.
    - ``regions``, ``themes``: their labels by code.
    """

    tables: Tables
    selection: Selection
    words: Translator
    today: str | None
    running_year: int | None
    all_rows: RecordsByTable
    counted: RecordsByTable
    in_all_years: RecordsByTable
    filtered: RecordsByTable
    years: range
    comparison: ComparedYear | None
    period: Period | None
    in_period: RecordsByTable
    is_blank: bool
    regions: Labels
    themes: Labels


@dataclass(frozen=True)
class BaselineRevision:
    """An earlier revision: its id, the ISO day it was published, its tables."""

    revision: str
    published: str
    tables: Tables


@dataclass(frozen=True)
class ReportContext:
    """What several sections are made from: ``today`` and ``published`` are ISO days; news count from ``baseline``.

    ``history`` gives the share of filled cells of the last revisions, the oldest first, when a section asks for it.
    ``links``: what became of asking the links, None if they never were asked.
    ``event_changes`` gives the last change of each event by its id, when a calendar asks for it.
    """

    tables: Tables
    words: Translator
    today: str | None = None
    revision: str = ""
    published: str = ""
    baseline: BaselineRevision | None = None
    history: Callable[[], tuple[RevisionShare, ...]] = tuple
    links: LinkAnswers | None = None
    event_changes: Callable[[], Mapping[str, LastChange]] = dict

    @property
    def source(self) -> str:
        """The publisher of the data, if the owner names one, and the dashboard's name."""
        publisher, dashboard = owner_text(self.tables, "publisher", self.words).text, self.words("frame.name")
        return f"{publisher}, {dashboard}" if publisher else dashboard


@cached_per_tables
def section_context(
    tables: Tables, selection: Selection, words: Translator, today: str | None = None
) -> SectionContext:
    """The context of a selection; a page asks for it several times, so it is computed once for a set of tables."""
    counted = counted_rows(tables)
    period = find_period(tables, counted, selection.compare, words) if selection.compare else None
    return SectionContext(
        tables=tables,
        selection=selection,
        words=words,
        today=today,
        running_year=int(today[:4]) if today else None,
        all_rows=every_row(tables),
        counted=counted,
        in_all_years=selected_rows(tables, selection, None),
        filtered=selected_rows(tables, selection, selection.years),
        years=years_in_selection(year_span(*counted.values()), selection),
        comparison=compared_year(counted, selection, today),
        period=period,
        in_period=selected_rows(tables, selection, period.years) if period else {},
        is_blank=all(tables[name].empty for name in SHOWN_TABLES),
        regions=code_labels.regions(tables, words),
        themes=code_labels.themes(tables, words),
    )


def without_filter(context: SectionContext, name: str, tables: Iterable[str]) -> SectionContext:
    """The context without a filter ("regions", "themes" …), for a chart that compares the values of that filter.

    ``tables``: what the chart counts. If the selection leaves nothing of it, it is the same context, and the chart says
    so.
    """
    selection = context.selection
    if not getattr(selection, name) or not any(len(rows(context, each)) for each in tables):
        return context
    return section_context(context.tables, selection.without(name), context.words, context.today)


def selected_rows(tables: Tables, selection: Selection, years: tuple[int, int] | None) -> RecordsByTable:
    """The counted rows of a selection in these years (None: in all), the same for every language, day and period."""
    return _rows_of(tables, replace(selection, years=years, compare=""))


@cached_per_tables
def _rows_of(tables: Tables, selection: Selection) -> RecordsByTable:
    if not selection.years:
        return counted_records(every_row(tables), selection)
    in_all_years, own = selected_rows(tables, selection, None), Selection(selection.years)
    return {name: matching_records(in_all_years, name, own) for name in in_all_years}


@cached_per_tables
def every_row(tables: Tables) -> RecordsByTable:
    """All rows of activity: the same for every selection."""
    return activity_records(tables)


def counted_rows(tables: Tables) -> RecordsByTable:
    """The rows of activity that count: the same for every selection."""
    return selected_rows(tables, Selection(), None)


def rows(context: SectionContext, name: str) -> Records:
    """The counted rows of a table of activity, or of ``clusters``, that match the selection."""
    return clusters_in_selection(context.tables, context.selection) if name == "clusters" else context.filtered[name]


def nothing_to_show(context: SectionContext) -> tuple[str, ...]:
    """The sentences of a section without content: that there is nothing, and what to do."""
    nothing_yet = context.selection == Selection() or context.is_blank
    key = "sections.nothing_yet" if nothing_yet else "sections.nothing_chosen"
    return context.words(key), context.words(f"{key}_advice")


def no_data(context: SectionContext) -> str:
    """The text in place of a chart or list without rows: short, since the section says what to do."""
    nothing_yet = context.selection == Selection() or context.is_blank
    return context.words("sections.bare_yet" if nothing_yet else "sections.bare_chosen")
