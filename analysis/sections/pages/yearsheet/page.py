"""The year sheet: what a funder asks about a region's or the whole area's year, on one A4."""

from collections.abc import Iterator
from dataclasses import replace

from analysis.measures.counts import (
    compared_year,
    joint_events,
    total,
    total_without_value,
    years_with_records,
)
from analysis.schema import Tables
from analysis.sections.context import code_labels
from analysis.sections.context.owner_texts import owner_text
from analysis.sections.context.section_context import (
    SectionContext,
    counted_rows,
    nothing_to_show,
    section_context,
)
from analysis.sections.filters.filter_summary import filter_summary
from analysis.sections.metrics import metrics
from analysis.sections.model.model import FilterSummary, Section
from analysis.sections.pages.yearsheet.charts import events_by_kind_and_form, participants_by_group
from analysis.sections.pages.yearsheet.lists import target_list, unknown_list, unknown_of_events
from analysis.selection import Selection
from analysis.words import Translator

TABLES = ("events", "stories", "materials")
NUMBERS = ("events", "joint", "participants", "stories", "materials")
SMALL = 5
"""Of fewer events no percentage is given."""


def yearsheet(
    tables: Tables, selection: Selection, words: Translator, today: str | None = None, year: str | None = None
) -> Section:
    """The section of a year of the regions of a ``selection``, without any of the whole area.

    ``tables``, ``words``: the data and the language. ``today``: an ISO day. ``year``: the year that a reader asks for
    (`shown_year` says which one is shown).
    """
    shown = shown_year(tables, selection, today, year)
    own = replace(selection, years=(shown, shown)) if shown else selection
    context, coverage = section_context(tables, own, words, today), owner_text(tables, "coverage", words)
    where = code_labels.region_names(selection.regions or tuple(context.regions), context.regions, words)
    summary = filter_summary(context, TABLES, ("events",))
    return Section(
        key="yearsheet",
        title=words("yearsheet.title", year=shown, where=where) if shown else words("yearsheet.title_none"),
        filter_summary=summary if selection.years == own.years else _fixed_years(summary),
        metrics=metrics.with_definitions(tuple(metrics.yearly_metric(context, key) for key in NUMBERS), words),
        sentences=tuple(_sentences(context, shown, is_default=selection.years != own.years and str(shown) != year)),
        charts=(events_by_kind_and_form(context), participants_by_group(context)),
        lists=(target_list(context), unknown_list(context)),
        coverage=coverage.text,
        coverage_language=coverage.language,
        one_page=True,
    )


def sheet_years(tables: Tables, selection: Selection) -> tuple[int, ...]:
    """The years that a sheet can be of: those with any row that counts, among the selected ones."""
    first, last = selection.years or (0, 9999)
    return tuple(each for each in years_with_records(*counted_rows(tables).values()) if first <= each <= last)


def shown_year(tables: Tables, selection: Selection, today: str | None, year: str | None = None) -> int | None:
    """The year of the sheet: the filter's if it is one, else the one asked for, else the last full one with rows.

    ``tables``, ``selection``: rows and filters; ``today``: an ISO day, without it every year counts as over; ``year``:
    what the address asks for. If no year is over it is the last one; None if no year has any row.
    """
    if selection.years and selection.years[0] == selection.years[1]:
        return selection.years[0]
    years = sheet_years(tables, selection)
    by_text = {str(each): each for each in years}
    if year in by_text:
        return by_text[year]
    latest = compared_year(counted_rows(tables), selection, today)
    return latest.year if latest else years[-1] if years else None


def _fixed_years(summary: FilterSummary) -> FilterSummary:
    """The summary of a sheet whose year is no filter: there is none to remove."""
    spans = tuple(replace(each, filter="") if each.filter == "years" else each for each in summary.spans)
    return replace(summary, spans=spans)


def _sentences(context: SectionContext, year: int | None, *, is_default: bool) -> Iterator[str]:
    """How much there was, how much of it joint, of how many events the participants are known, and why this year."""
    words, events = context.words, context.filtered["events"]
    counts = {name: total(rows) for name, rows in context.filtered.items()}
    if not any(counts.values()) or not year:
        yield from nothing_to_show(context)
    else:
        texts = {name: words.plural(f"sections.{name}_n", count) for name, count in counts.items()}
        yield words("yearsheet.sentence", year=year, **texts)
    if counts["events"] and year:
        yield _joint_sentence(context, counts["events"], total(joint_events(events)))
        if unknown := total_without_value(events, "participants"):
            yield words("yearsheet.participants", unknown=unknown_of_events(unknown, counts["events"], words))
        else:
            yield words("yearsheet.participants_known")
    if year and year == context.running_year:
        yield words("yearsheet.running", year=year)
    elif year and is_default:
        yield words("yearsheet.default", year=year)


def _joint_sentence(context: SectionContext, every: int, joint: int) -> str:
    """How many events are joint, and what share that is unless they are few."""
    words = context.words
    if not joint:
        return words("yearsheet.joint_none")
    if every < SMALL:
        return words.plural("yearsheet.joint_few", every, joint=words.number(joint))
    percent = (200 * joint + every) // (2 * every)
    return words.plural("yearsheet.joint", every, joint=words.number(joint), percent=words.number(percent))
