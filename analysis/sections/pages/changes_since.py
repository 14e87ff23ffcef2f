"""What is new since an earlier revision: rows that were added, by table."""

from collections.abc import Callable, Mapping

import pandas as pd

from analysis.changes import compare
from analysis.changes.difference import TableChange
from analysis.measures.ordering import newest_first
from analysis.sections.context.owner_texts import owner_text
from analysis.sections.context.section_context import (
    BaselineRevision,
    ReportContext,
    SectionContext,
    rows,
    section_context,
)
from analysis.sections.filters.filter_summary import filter_summary
from analysis.sections.model.model import Item, ItemList, Metric, Section, spans
from analysis.sections.records import list_items
from analysis.selection import Selection

TOLD = ("events", "stories", "materials", "clusters")
MADE: Mapping[str, Callable[[SectionContext, pd.DataFrame], tuple[Item, ...]]] = {
    "events": list_items.event_items,
    "stories": list_items.story_items,
    "materials": list_items.material_items,
    "clusters": list_items.cluster_items,
}


def changes_since(basis: ReportContext, earlier: BaselineRevision, selection: Selection) -> Section:
    """The section of what was added, changed and removed since; the selection limits the rows that were added."""
    context = section_context(basis.tables, selection, basis.words, basis.today)
    found = compare(earlier.tables, basis.tables).tables
    coverage, words = owner_text(basis.tables, "coverage", basis.words), basis.words
    added = {name: _added(context, found, name) for name in TOLD}
    since = {"revision": earlier.revision, "day": words.day(earlier.published)}
    return Section(
        key="news",
        title=words("present.news_title", **since),
        filter_summary=filter_summary(context, TOLD),
        metrics=tuple(_number(context, found.get(name), name, len(added[name])) for name in TOLD),
        sentences=(_sentence(context, added, since),),
        lists=tuple(_listing(context, name, rows) for name, rows in added.items() if len(rows)),
        coverage=coverage.text,
        coverage_language=coverage.language,
    )


def _added(context: SectionContext, found: Mapping[str, TableChange], name: str) -> pd.DataFrame:
    """The rows of a table that are new, of those that the selection leaves and that count; the newest first."""
    left = rows(context, name)
    held = context.tables[name].loc[(newest_first(left) if "day" in left.values else left).index]
    keys = [each.key[0] for each in found[name].added] if name in found else []
    return held[held["id"].isin(keys)]


def _number(context: SectionContext, change: TableChange | None, name: str, count: int) -> Metric:
    words = context.words
    changed, removed = (change.changed, len(change.removed)) if change else (0, 0)
    told = words("present.news_besides", changed=words.number(changed), removed=words.number(removed))
    label = words(f"present.news_{name}")
    return Metric(name, label, count, told, change_spans=spans(told))


def _sentence(context: SectionContext, added: Mapping[str, pd.DataFrame], since: Mapping[str, str]) -> str:
    words = context.words
    counts = [words.plural(f"present.new_{name}_n", len(rows)) for name, rows in added.items() if len(rows)]
    if not counts:
        return words("present.news_none", **since)
    return words("present.news_sentence", counts=words.listing(counts), **since)


def _listing(context: SectionContext, name: str, rows: pd.DataFrame) -> ItemList:
    return ItemList(name, context.words(f"present.news_{name}"), MADE[name](context, rows))
