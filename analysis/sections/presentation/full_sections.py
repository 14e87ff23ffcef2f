"""Sections with all of their rows, and the agenda of events: what files hold and pages show only some of."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

import pandas as pd

from analysis.measures.filtering import UNCOUNTED_STATUSES, matching_records
from analysis.schema.frames import text_or_none
from analysis.sections.context import code_labels
from analysis.sections.context.report_context import ReportContext
from analysis.sections.context.section_context import section_context
from analysis.sections.filters.filter_summary import filter_summary as chosen_words
from analysis.sections.model.model import RecordTable, Section
from analysis.sections.presentation.outline import Outline
from analysis.sections.records.record_tables import cluster_table, event_table, story_table
from analysis.sections.registry import SECTIONS, section
from analysis.selection import Selection

ALL = 1_000_000
Maker = Callable[[ReportContext, Selection], RecordTable]

ROWS: Mapping[str, Maker] = {
    "events": lambda basis, selection: event_table(basis.tables, selection, basis.words, count=ALL),
    "stories": lambda basis, selection: story_table(basis.tables, selection, basis.words, count=ALL),
    "clusters": lambda basis, selection: cluster_table(basis.tables, selection, basis.words, basis.today, count=ALL),
}
"""By the key of rows: all of them."""
ALL_SECTIONS = tuple(name for name in SECTIONS if name != "news")
"""What a file of everything holds, as far as the selection has it."""


@dataclass(frozen=True)
class CalendarEvent:
    """An event as a calendar has it: its key, name and ISO days, where it is, what it is of, and what became of it
    ("cancelled", "postponed", else empty)."""

    id: str
    name: str
    starts: str | None
    ends: str | None
    status: str
    place: str
    regions: tuple[str, ...]
    kinds: tuple[str, ...]
    link: str | None
    summary: str


def full_sections(names: Iterable[str], basis: ReportContext, selection: Selection) -> tuple[Section, ...]:
    """The sections of these names that can be made of the selection, each with all of its rows."""
    made = (section(name, basis, selection) for name in names)
    return tuple(replace(each, rows=_all(each, basis, selection)) for each in made if each)


def sections_of_slides(outline: Outline, basis: ReportContext) -> tuple[Section, ...]:
    """The sections that slides are taken from with all of their rows: each once under each of its selections."""
    wanted = dict.fromkeys((step.section, outline.filters(step)) for step in outline.slides)
    return tuple(chain.from_iterable(full_sections((name,), basis, selection) for name, selection in wanted))


def presentation_filter_text(outline: Outline, basis: ReportContext) -> str:
    """What is chosen for all slides, in words, and that some have filters of their own where that is so."""
    own = any(outline.filters(step) != outline.selection for step in outline.slides)
    return " ".join(
        filter(None, (filter_text(basis, outline.selection), basis.words("present.some_own") if own else ""))
    )


def filter_text(basis: ReportContext, selection: Selection) -> str:
    """What is chosen, in words."""
    return str(chosen_words(section_context(basis.tables, selection, basis.words, basis.today), ("events", "stories")))


def calendar_events(basis: ReportContext, selection: Selection) -> tuple[CalendarEvent, ...]:
    """The events of a selection in the order of their days, cancelled and postponed ones among them."""
    context = section_context(basis.tables, selection, basis.words, basis.today)
    rows = basis.tables["events"].loc[matching_records(context.all_rows, "events", selection).index]
    kinds = code_labels.options("events", "kind", basis.words)
    ordered = rows.sort_values("starts", kind="stable")
    return tuple(_occasion(row, context.regions, {**kinds}, context.themes) for row in ordered.itertuples(index=False))


def _occasion(
    row: Any, regions: code_labels.Labels, kinds: code_labels.Labels, themes: code_labels.Labels
) -> CalendarEvent:
    status = text_or_none(row.status) or ""
    kind = [str(kinds[row.kind])] if pd.notna(row.kind) and row.kind in kinds else []
    return CalendarEvent(
        id=str(row.id),
        name=str(row.name),
        starts=text_or_none(row.starts),
        ends=text_or_none(row.ends),
        status=status if status in UNCOUNTED_STATUSES else "",
        place=text_or_none(row.place) or "",
        regions=tuple(str(label) for code, label in regions.items() if code in row.regions),
        kinds=(*kind, *(str(themes[code]) for code in row.themes if code in themes)),
        link=text_or_none(row.link),
        summary=text_or_none(row.summary) or "",
    )


def _all(made: Section, basis: ReportContext, selection: Selection) -> tuple[RecordTable, ...]:
    return tuple(ROWS[each.key](basis, selection) if each.key in ROWS else each for each in made.rows)
