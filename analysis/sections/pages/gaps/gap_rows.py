"""The rows behind one kind of gap, as a section of their own beside that of all gaps."""

from dataclasses import replace

import pandas as pd

from analysis.charts import Field
from analysis.measures.gap_kinds import GAPS, Gap
from analysis.schema import Tables
from analysis.sections.context.link_answers import LinkAnswers
from analysis.sections.context.section_context import SectionContext, section_context
from analysis.sections.filters.filter_summary import filter_summary
from analysis.sections.model.model import RecordTable, Section
from analysis.sections.records.gap_sentences import gap_sentence, remarks, without_gap
from analysis.sections.records.source_rows import source_table
from analysis.sections.records.worklists import selected_gaps, worklist_note
from analysis.selection import Selection
from analysis.words import Translator


def gap_rows(
    tables: Tables,
    selection: Selection,
    words: Translator,
    today: str | None = None,
    key: str | None = None,
    links: LinkAnswers | None = None,
) -> Section | None:
    """The rows behind a gap of the ``selection`` as a section; None if there is no gap of that ``key``.

    ``tables``, ``words``: what it is made of, and the language. ``today``: an ISO day. ``links``: what became of asking
    them.
    """
    if key not in GAPS:
        return None
    context, title = section_context(tables, selection, words, today), words(f"gaps.kind.{key}")
    gap = selected_gaps(tables, selection, words, today, links)[GAPS.index(key)]
    rows = source_table(context, gap.rows, f"gap_{key}", title, words(f"gaps.rule.{key}"))
    return Section(
        key="gap",
        title=title,
        filter_summary=filter_summary(context, tuple(gap.rows)),
        subtitle=gap_sentence(context, gap) if gap.number else without_gap(context, gap, title),
        sentences=(worklist_note(gap.key, words),),
        rows=(_with_remarks(context, rows, gap, links),),
    )


def _with_remarks(context: SectionContext, rows: RecordTable, gap: Gap, links: LinkAnswers | None) -> RecordTable:
    """The rows with what is to be said of each, if anything is."""
    texts = {
        (context.words(f"sections.one_{table}"), id): text for (table, id), text in remarks(context, gap, links).items()
    }
    if not texts:
        return rows
    own = [texts.get(each) for each in zip(rows.table["table"], rows.table["id"], strict=True)]
    table = rows.table.assign(remark=pd.Series(own, index=rows.table.index, dtype="str"))
    field = Field("remark", context.words(f"gaps.remark.{gap.key}"), "text")
    return replace(rows, table=table, fields=(*rows.fields, field))
