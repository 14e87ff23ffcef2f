"""What is new since an earlier revision: rows that were added, by table."""

import pandas as pd

from analysis.changes import compare
from analysis.changes.difference import TableChange
from analysis.measures.ordering import rows_by_day
from analysis.sections.context.owner_texts import owner_text
from analysis.sections.context.section_context import (
    BaselineRevision,
    ReportContext,
    SectionContext,
    rows,
    section_context,
)
from analysis.sections.filters.filter_summary import filter_summary
from analysis.sections.model.model import ItemList, Metric, Section, spans
from analysis.sections.records.list_items import ITEMS
from analysis.selection import Selection

TABLES = ("events", "stories", "materials", "clusters")


def changes_since(basis: ReportContext, earlier: BaselineRevision, selection: Selection) -> Section:
    """The section of what was added, changed and removed since; the selection limits the rows that were added."""
    context = section_context(basis.tables, selection, basis.words, basis.today)
    changes = compare(earlier.tables, basis.tables).tables
    coverage, words = owner_text(basis.tables, "coverage", basis.words), basis.words
    new_rows = {name: _new_rows(context, changes.get(name), name) for name in TABLES}
    present = {name: frame for name, frame in new_rows.items() if len(frame)}
    counts = [words.plural(f"present.new_{name}_n", len(frame)) for name, frame in present.items()]
    since = {"revision": earlier.revision, "day": words.day(earlier.published)}
    sentence = words("present.news_sentence", counts=words.listing(counts), **since)
    return Section(
        key="news",
        title=words("present.news_title", **since),
        filter_summary=filter_summary(context, TABLES),
        metrics=tuple(_metric(context, changes.get(name), name, len(frame)) for name, frame in new_rows.items()),
        sentences=(sentence if counts else words("present.news_none", **since),),
        lists=tuple(
            ItemList(name, words(f"present.news_{name}"), ITEMS[name](context, frame))
            for name, frame in present.items()
        ),
        coverage=coverage.text,
        coverage_language=coverage.language,
    )


def _new_rows(context: SectionContext, change: TableChange | None, name: str) -> pd.DataFrame:
    """The rows of a table that are new, of those that the selection leaves and that count; the newest first."""
    records = rows(context, name)
    in_order = rows_by_day(records, newest_first=True) if "day" in records.values else records
    frame = context.tables[name].loc[in_order.index]
    return frame[frame["id"].isin([each.key[0] for each in change.added] if change else [])]


def _metric(context: SectionContext, change: TableChange | None, name: str, count: int) -> Metric:
    """The number of new rows of a table; beside it those that were changed and removed."""
    words = context.words
    changed, removed = (change.changed, len(change.removed)) if change else (0, 0)
    note = words("present.news_besides", changed=words.number(changed), removed=words.number(removed))
    return Metric(name, words(f"present.news_{name}"), count, note, change_spans=spans(note))
