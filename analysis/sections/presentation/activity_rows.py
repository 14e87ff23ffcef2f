"""The rows of activity for a feed: events, stories and materials, what changed last first."""

from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from analysis.measures.records import DAY, LIMITS, UNCOUNTED_STATUSES, filters_without_effect, matching_records
from analysis.schema import TABLES, Tables
from analysis.schema.frames import text_or_none
from analysis.sections.context import code_labels
from analysis.sections.context.last_change import LastChange
from analysis.sections.context.section_context import SectionContext, section_context
from analysis.selection import Selection
from analysis.words import Translator

FULL = len("2023-06-24")
Categories = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class ActivityRow:
    """A row: its table and key, its ISO day (empty if only month or year are known, or nothing), when it changed.

    ``text``: its days as they are written, its place and its summary, a line each; ``categories``: code and label of
    its regions, themes and kind.
    """

    table: str
    id: str
    title: str
    day: str
    text: str
    categories: Categories
    link: str | None
    updated: datetime


def activity_rows(
    tables: Tables, selection: Selection, words: Translator, changes: Callable[[str], Mapping[str, LastChange]]
) -> tuple[ActivityRow, ...]:
    """The rows of a selection, cancelled and postponed ones among them.

    tables, selection, words: as everywhere; changes: gives the last change of each row of a table by its key. A table
    that a filter does not limit, as materials with a region, gives none.
    """
    context = section_context(tables, selection, words)
    tables_with_rows = [each for each in DAY if not filters_without_effect(each, selection)]
    rows = [each for table in tables_with_rows for each in _rows(context, table, changes(table))]
    return tuple(sorted(rows, key=lambda each: (each.updated, each.day), reverse=True))


def _rows(context: SectionContext, table: str, changes: Mapping[str, LastChange]) -> Iterator[ActivityRow]:
    """The rows of a table."""
    words = context.words
    frame = context.tables[table]
    for row in frame.loc[matching_records(context.all_rows, table, context.selection).index].to_dict("records"):
        day, ends, link = (text_or_none(row.get(name)) for name in (DAY[table], "ends", "link"))
        place = [text_or_none(row.get("place"))]
        if "regions" in row:
            place.append(
                words.listing([str(label) for code, label in context.regions.items() if code in row["regions"]])
            )
        lines = (words.days(day, ends) if day else "", ", ".join(filter(None, place)), text_or_none(row["summary"]))
        yield ActivityRow(
            table,
            str(row["id"]),
            _title(table, row, words),
            day if day and len(day) == FULL else "",
            "\n".join(filter(None, lines)),
            _categories(context, table, row),
            link,
            changes[str(row["id"])].time,
        )


def _title(table: str, row: Mapping[Hashable, Any], words: Translator) -> str:
    """The name of a row; before it what became of it."""
    title, status = str(row[TABLES[table].label]), text_or_none(row.get("status"))
    return f"{words(f'exports.agenda.{status}')}: {title}" if status in UNCOUNTED_STATUSES else title


def _categories(context: SectionContext, table: str, row: Mapping[Hashable, Any]) -> Categories:
    """Code and label of a row's regions, themes and kind."""
    labels = {"regions": context.regions, "themes": context.themes}
    lists = [name for name in labels if name in LIMITS[table].values()]
    pairs = [(code, str(labels[name][code])) for name in lists for code in row[name] if code in labels[name]]
    kind = text_or_none(row.get("kind"))
    if kind:
        pairs.append((kind, str(code_labels.options(table, "kind", context.words)[kind])))
    return tuple(pairs)
