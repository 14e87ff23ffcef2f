"""Two revisions beside each other: which rows and cells differ, and cells as text."""

from dataclasses import dataclass

import streamlit as st

from analysis.app_services import app_services
from analysis.changes import Changes, TableChange, compare
from analysis.exports.excel.column_help import reference_names
from analysis.html_parts.page_context import PageContext
from analysis.publishing import since
from analysis.schema import TABLES, Tables
from analysis.store import UnknownRevision
from analysis.words import Translator
from analysis.words.revision_notes import change_lines, note_text
from analysis.words.value_texts import RowNames, value_text
from pages.parts.core import html

OPEN = 20
"""So many rows and cells are shown at once; the others open on demand."""


@dataclass(frozen=True)
class ComparedCell:
    """A changed cell: the row's name, the column, and both values as text."""

    label: str
    column: str
    before: str | None
    after: str | None


@dataclass(frozen=True)
class ComparedTable:
    """The difference of one table: its name, that with the numbers of rows, what changed, and its cells as text."""

    name: str
    heading: str
    change: TableChange
    cells: tuple[ComparedCell, ...]


def row_names(*tables: Tables, words: Translator) -> RowNames:
    """What the rows of several sets of tables are called; a later set wins."""
    names: dict[str, dict[str, str]] = {}
    for each in tables:
        for table, labels in reference_names(each, words).items():
            names.setdefault(table, {}).update(labels)
    return names


def show(page: PageContext) -> None:
    """The card in which two revisions are picked and compared; nothing if there are no two."""
    words, store = page.words, app_services().store
    revisions = {each.id: each for each in store.revisions() if not each.withdrawn}
    if len(revisions) < 2:
        return
    labels = {
        id: words(
            "revisions.choice", revision=id, when=page.moment(each.published), note=note_text(each.note, words)
        ).rstrip()
        for id, each in revisions.items()
    }
    with st.container(key="card-compare"):
        html.show("compare", words)
        with st.container(key="compare-choice", horizontal=True, vertical_alignment="bottom"):
            before, after = (
                st.selectbox(
                    words(f"revisions.{name}"),
                    list(revisions),
                    index=index,
                    format_func=labels.__getitem__,
                    key=f"compare_{name}",
                )
                for name, index in (("before", 1), ("after", 0))
            )
        if before in revisions and after in revisions:
            show_difference(page, before, after)


def show_difference(page: PageContext, before: str, after: str) -> None:
    """What differs between two revisions, by their ids; nothing if one of them is withdrawn."""
    store = app_services().store
    try:
        old, new = store.tables(before), store.tables(after)
    except UnknownRevision:
        return
    key = ("difference", before, store.revision(after).published)
    changes = store.cache.get(after, key, lambda: compare(old, new))
    _show_changes(page, changes, {before: old, after: new}, before, after)


def show_changes_meanwhile(page: PageContext, base: str | None) -> None:
    """What others published since a revision, and what of that differs from it."""
    words, store = page.words, app_services().store
    meanwhile = since(store, base)
    if meanwhile is None:
        return
    with st.container(key="meanwhile"):
        for each in meanwhile.revisions:
            when = page.moment(each.published)
            line = words("revisions.meanwhile", revision=each.id, when=when, note=note_text(each.note, words))
            html.show("sentence", words, text=line.rstrip())
        last = meanwhile.revisions[-1].id
        tables = {id: store.tables(id) for id in (base, last) if id}
        _show_changes(page, meanwhile.changes, tables, base or "", last)


def _show_changes(page: PageContext, changes: Changes, tables: dict[str, Tables], before: str, after: str) -> None:
    """The changes table by table.

    ``before`` and ``after`` are the ids of the two revisions (``before`` may be empty), ``tables`` those of each.
    """
    words = page.words
    names = row_names(*tables.values(), words=words)
    blocks = []
    headings = change_lines(changes.counts(), words)
    for heading, (table, change) in zip(headings, changes.tables.items(), strict=True):
        cells = []
        for each in change.cells:
            column = TABLES[table].column(each.column)
            old, new = (value_text(value, column, names, words) for value in (each.before, each.after))
            cells.append(ComparedCell(each.label, words.name(column.headers), old, new))
        blocks.append(ComparedTable(words.name(TABLES[table].headers), heading, change, tuple(cells)))
    heads = {"before": words("history.revision", revision=before), "after": words("history.revision", revision=after)}
    html.show("revision-diff", words, blocks=blocks, open=OPEN, **heads)
