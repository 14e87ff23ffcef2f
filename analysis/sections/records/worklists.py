"""Gaps in rows as a list in words, and the worklist of one of them that a coordinator fills in."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.measures.clusters import clusters_in_selection
from analysis.measures.gap_kinds import GAPS, Gap
from analysis.measures.gaps import all_gaps
from analysis.measures.toolkit_gaps import dead_link_gap
from analysis.schema import TABLES, Tables
from analysis.schema.kinds import One
from analysis.sections.context.link_answers import LinkAnswers
from analysis.sections.context.section_context import SectionContext, no_data, section_context
from analysis.sections.model.model import Item, ItemList
from analysis.sections.records.gap_sentences import gap_sentence
from analysis.selection import Selection
from analysis.words import Translator

GAP_PAGE = "gaps"
"""What an item that leads to a gap has in the place of its table."""


@dataclass(frozen=True)
class Worklist:
    """What is to be filled in: by table the rows, the column that they lack, and how many new rows.

    ``title`` says what is missing; ``note`` what to do with the marked cells of each table. ``marks``: by table and
    column the labels of the rows whose cells are marked.
    """

    key: str
    title: str
    rows: Mapping[str, pd.DataFrame]
    fill: Mapping[str, str]
    new_rows: Mapping[str, int]
    note: str
    marks: Mapping[str, Mapping[str, np.ndarray]]


def gap_list(context: SectionContext, most: int = len(GAPS), links: LinkAnswers | None = None) -> ItemList:
    """The first ``most`` kinds of gaps that there are, each with its number and the way to its rows.

    ``links``: what became of asking them, None if that plays no part.
    """
    words = context.words
    gaps = selected_gaps(context.tables, context.selection, words, context.today, links)
    items = [
        Item(None, words(f"gaps.kind.{gap.key}"), _beside_period(context, gap), row=(GAP_PAGE, gap.key))
        for gap in gaps
        if gap.number
    ]
    checked = any(gap.base for gap in gaps)
    empty = words("gaps.missing_none") if checked else no_data(context)
    return ItemList("missing", words("gaps.missing"), tuple(items[:most]), empty, note=words("gaps.missing_note"))


def worklist(
    tables: Tables,
    selection: Selection,
    words: Translator,
    today: str | None,
    key: str,
    links: LinkAnswers | None = None,
) -> Worklist:
    """What is to be filled in for a gap of the ``selection``; KeyError if there is no gap of that ``key``.

    ``tables``, ``words``: what it is made of, and the language. ``today``: an ISO day. ``links``: what became of asking
    them.
    """
    gap = {each.key: each for each in selected_gaps(tables, selection, words, today, links)}[key]
    rows = {name: tables[name].loc[records.index] for name, records in gap.rows.items() if len(records)}
    rows = {name: _with_referred_rows(tables[name], name, frame, rows) for name, frame in rows.items()}
    title = words(f"gaps.kind.{key}")
    all_rows = {name: {gap.fill[name]: gap.rows[name].index} for name in rows if name in gap.fill}
    return Worklist(key, title, rows, gap.fill, gap.new_rows, worklist_note(key, words), gap.marks or all_rows)


def _with_referred_rows(
    every: pd.DataFrame, name: str, frame: pd.DataFrame, rows: Mapping[str, pd.DataFrame]
) -> pd.DataFrame:
    """The rows of a table (``frame``, some of ``every``) and those that other ``rows`` of the worklist refer to.

    An upload looks for references in its own sheets first. ``name``: of the table.
    """
    key = every[TABLES[name].key[0]]
    is_needed = every.index.isin(frame.index)
    for other, own in rows.items():
        for column in TABLES[other].columns:
            if isinstance(column.kind, One) and column.kind.to == name:
                is_needed |= key.isin(own[column.name].dropna()).to_numpy()
    return every[is_needed]


def worklist_note(key: str, words: Translator) -> str:
    """What a coordinator does with the marked cells of a gap."""
    return words("gaps.worklist_note", what=words(f"gaps.fill.{key}"), way=words("update.way.add"))


def selected_gaps(
    tables: Tables, selection: Selection, words: Translator, today: str | None, links: LinkAnswers | None = None
) -> tuple[Gap, ...]:
    """The gaps of a ``selection`` of ``tables``, in the order of `GAPS`; ``words``: the language.

    ``today``: an ISO day. ``links``: what became of asking them. Quicker to find again than to cache: each gap holds
    the records of its rows.
    """
    context = section_context(tables, selection, words, today)
    themes = [code for code in context.themes if code in (selection.themes or context.themes)]
    rows = {**context.filtered, "clusters": clusters_in_selection(tables, selection)}
    dead, day = {link for link, _ in links.dead} if links else set(), links.day if links else None
    return (*all_gaps(context.filtered, themes, today), dead_link_gap(tables, rows, dead, day))


def _beside_period(context: SectionContext, gap: Gap) -> str:
    """The sentence of a gap, and the same two numbers of the period that is compared if one is.

    Of links it is known only what became of them today.
    """
    sentence, words = gap_sentence(context, gap), context.words
    if context.period is None:
        return sentence
    themes = [code for code in context.themes if code in (context.selection.themes or context.themes)]
    all_earlier = {each.key: each for each in all_gaps(context.in_period, themes, context.today)}
    if gap.key not in all_earlier:
        return sentence
    earlier = all_earlier[gap.key]
    numbers = {"n": words.number(earlier.number), "base": words.number(earlier.base)}
    return f"{sentence} {words('gaps.compared', period=context.period.name, **numbers)}"
