"""Sections with all of their rows, and the calendar of events: files hold all of what pages show in part."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from analysis.measures.records import UNCOUNTED_STATUSES, matching_records
from analysis.schema.frames import text_or_none
from analysis.sections.context import code_labels
from analysis.sections.context.last_change import LastChange
from analysis.sections.context.section_context import ReportContext, section_context
from analysis.sections.filters.filter_summary import filter_summary
from analysis.sections.model.model import RecordTable, Section
from analysis.sections.presentation.outline import Outline
from analysis.sections.records.record_tables import cluster_table, event_table, story_table
from analysis.sections.registry import SECTIONS, section
from analysis.selection import Selection

ALL = 1_000_000
ROWS: Mapping[str, Callable[[ReportContext, Selection], RecordTable]] = {
    "events": lambda context, selection: event_table(context.tables, selection, context.words, count=ALL),
    "stories": lambda context, selection: story_table(context.tables, selection, context.words, count=ALL),
    "clusters": lambda context, selection: cluster_table(
        context.tables, selection, context.words, context.today, count=ALL
    ),
}
"""The table with all rows, by the key of one that a page shows in part."""
CALENDAR_TEXTS = ("starts", "ends", "status", "kind", "place", "link", "summary")
"""The columns of a calendar event that hold one text or none."""
ALL_SECTIONS = tuple(name for name in SECTIONS if name not in ("news", "start"))
"""The sections of a file of everything, as far as they can be made of the selection."""


@dataclass(frozen=True)
class CalendarEvent:
    """An event for a calendar: ISO days, names of its regions, and of its type and themes (``kinds``).

    ``status`` is "cancelled", "postponed" or empty; ``changed`` the last change of its row, None if it is not known.
    """

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
    changed: LastChange | None = None


def full_sections(names: Iterable[str], context: ReportContext, selection: Selection) -> tuple[Section, ...]:
    """The sections of these names that can be made of the selection, each with all of its rows."""
    full = []
    for name in names:
        if content := section(name, context, selection):
            rows = (ROWS[each.key](context, selection) if each.key in ROWS else each for each in content.rows)
            full.append(replace(content, rows=tuple(rows)))
    return tuple(full)


def presentation_filter_text(outline: Outline, context: ReportContext) -> str:
    """The selection of all slides in words, and that some have filters of their own if that is so."""
    text = filter_text(context, outline.selection)
    if any(outline.filters(slide) != outline.selection for slide in outline.slides):
        return f"{text} {context.words('present.some_own')}"
    return text


def filter_text(context: ReportContext, selection: Selection) -> str:
    """The selection in words, with the number of events and stories."""
    each = section_context(context.tables, selection, context.words, context.today)
    return str(filter_summary(each, ("events", "stories")))


def calendar_events(context: ReportContext, selection: Selection) -> tuple[CalendarEvent, ...]:
    """The events of a selection in the order of their days, cancelled and postponed ones among them."""
    within = section_context(context.tables, selection, context.words, context.today)
    kinds, changes = code_labels.options("events", "kind", context.words), context.event_changes()
    rows = context.tables["events"].loc[matching_records(within.all_rows, "events", selection).index]
    events = []
    for row in rows.sort_values("starts", kind="stable").to_dict("records"):
        text = {name: text_or_none(row[name]) for name in CALENDAR_TEXTS}
        labels = [kinds.get(text["kind"] or ""), *(within.themes.get(code) for code in row["themes"])]
        events.append(
            CalendarEvent(
                id=str(row["id"]),
                name=str(row["name"]),
                starts=text["starts"],
                ends=text["ends"],
                status=text["status"] if text["status"] in UNCOUNTED_STATUSES else "",
                place=text["place"] or "",
                regions=tuple(str(label) for code, label in within.regions.items() if code in row["regions"]),
                kinds=tuple(str(label) for label in labels if label),
                link=text["link"],
                summary=text["summary"] or "",
                changed=changes.get(str(row["id"])),
            )
        )
    return tuple(events)
