"""Targets beside actuals by year, region and theme: what is reached, at risk, or lacks the one or the other."""

from dataclasses import replace

import pandas as pd

from analysis.cache import cached_per_tables
from analysis.measures.records import matching_records
from analysis.measures.targets import actuals_of_scopes, progress, targets_in_selection
from analysis.schema import Tables
from analysis.sections.context.owner_texts import owner_text
from analysis.sections.context.section_context import SectionContext, counted_rows, section_context
from analysis.sections.filters.filter_summary import filter_summary
from analysis.sections.model.model import ItemList, Section
from analysis.sections.pages.targets.progress import STATES, progress_chart, target_tables
from analysis.sections.pages.targets.target_lists import risk_list, without_actual, without_target_list
from analysis.selection import Selection
from analysis.words import Translator

TABLES = ("events", "stories", "materials")


def targets(tables: Tables, selection: Selection, words: Translator, today: str | None = None) -> Section:
    """The section of the targets of a ``selection`` of ``tables``, in the language of ``words``.

    Years, regions and themes of the selection choose the targets; each is set against all rows of its own year, region
    and theme. ``today``: an ISO day, by which the pace of the running year is reckoned.
    """
    context, coverage = section_context(tables, selection, words, today), owner_text(tables, "coverage", words)
    rows = _with_period(context, targets_in_selection(all_progress(tables, today), selection))
    return Section(
        key="targets",
        title=words("targets.title"),
        filter_summary=filter_summary(context, TABLES, ("events",)),
        sentences=_sentences(context, rows),
        charts=(progress_chart(context, rows),),
        lists=_lists(context, rows) if len(tables["targets"]) else (),
        rows=target_tables(context, rows),
        coverage=coverage.text,
        coverage_language=coverage.language,
    )


@cached_per_tables
def all_progress(tables: Tables, today: str | None) -> pd.DataFrame:
    """The rows of `progress` of all targets: they do not depend on what is selected."""
    counted = counted_rows(tables)
    return progress(tables["targets"], counted, today)


def _sentences(context: SectionContext, rows: pd.DataFrame) -> tuple[str, ...]:
    """How many targets there are and how they stand; without any what to do."""
    words, selection = context.words, context.selection
    if context.tables["targets"].empty:
        return words("targets.none"), words("targets.none_advice")
    if rows.empty:
        return (words("targets.none_chosen"),)
    states = rows["status"].value_counts()
    parts = [words.plural(f"targets.count.{status}", int(states[status])) for status in STATES if status in states]
    sentence = words.plural("targets.sentence", len(rows), parts=words.listing(parts))
    ignored = [words("targets.limits")] if selection.priorities or selection.kinds else []
    return (sentence, *_of_period(context), *ignored)


def _of_period(context: SectionContext) -> tuple[str, ...]:
    """How many targets the period that is compared has, and how many of them were reached; nothing if none is."""
    words, period = context.words, context.period
    if period is None:
        return ()
    own = replace(context.selection, years=period.years)
    rows = targets_in_selection(all_progress(context.tables, context.today), own)
    if rows.empty:
        return (words("targets.compared_none", period=period.name),)
    reached = words.number(int((rows["status"] == "reached").sum()))
    return (words("targets.compared", period=period.name, n=reached, base=words.number(len(rows))),)


def _with_period(context: SectionContext, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with ``earlier``, the actual of the same scope in the compared period; as they are if none is."""
    if context.period is None:
        return rows
    own = Selection(context.period.years)
    counted = {name: matching_records(context.counted, name, own) for name in context.counted}
    return rows.assign(earlier=actuals_of_scopes(rows, counted))


def _lists(context: SectionContext, rows: pd.DataFrame) -> tuple[ItemList, ...]:
    """What is at risk or was missed, targets without any actual, actuals without any target."""
    return risk_list(context, rows), without_actual(context, rows), without_target_list(context)
