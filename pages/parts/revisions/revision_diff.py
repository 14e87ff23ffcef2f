"""Two revisions beside each other: which rows and cells differ."""

from dataclasses import dataclass

import streamlit as st

from analysis.app_services import app_services
from analysis.changes import Changes, TableChange, compare
from analysis.publishing import since
from analysis.schema import TABLES, Tables
from analysis.store import UnknownRevision
from pages.parts.core import html, times
from pages.parts.core.page_context import PageContext
from pages.parts.revisions import cell_text

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
    """The difference of one table: its name, what changed, and its cells as text."""

    name: str
    change: TableChange
    cells: tuple[ComparedCell, ...]


def show(view: PageContext) -> None:
    """The card in which any two revisions are chosen and compared; nothing if there are no two."""
    words, store = view.words, app_services().store
    by_id = {each.id: each for each in store.revisions() if not each.withdrawn}
    if len(by_id) < 2:
        return
    labels = {
        id: words("revisions.choice", revision=id, when=times.moment(words, each.published), note=each.note).rstrip()
        for id, each in by_id.items()
    }

    def choice(name: str, index: int) -> str:
        label, key = words(f"revisions.{name}"), f"compare_{name}"
        return st.selectbox(label, list(by_id), index=index, format_func=labels.__getitem__, key=key)

    with st.container(key="card-compare"):
        html.show("compare", words)
        with st.container(key="compare-choice", horizontal=True, vertical_alignment="bottom"):
            before, after = choice("before", 1), choice("after", 0)
        if before in by_id and after in by_id:
            try:
                old, new = store.tables(before), store.tables(after)
            except UnknownRevision:
                return
            _differences(view, compare(old, new), {before: old, after: new}, before, after)


def changes_meanwhile(view: PageContext, base: str | None) -> None:
    """What others published since a revision, and what of that differs from it."""
    words, store = view.words, app_services().store
    found = since(store, base)
    if found is None:
        return
    with st.container(key="meanwhile"):
        for each in found.revisions:
            when = times.moment(words, each.published)
            line = words("revisions.meanwhile", revision=each.id, when=when, note=each.note)
            html.show("sentence", words, text=line.rstrip())
        last = found.revisions[-1].id
        tables = {id: store.tables(id) for id in (base, last) if id}
        _differences(view, found.changes, tables, base or "", last)


def _differences(view: PageContext, changes: Changes, tables: dict[str, Tables], before: str, after: str) -> None:
    """The changes between two revisions, table by table; ``tables``: those of each of them that there is."""
    words = view.words
    names = cell_text.names(*tables.values(), words=words)
    blocks = []
    for table, change in changes.tables.items():
        cells = []
        for each in change.cells:
            column = TABLES[table].column(each.column)
            old, new = (cell_text.text(value, column, names, words) for value in (each.before, each.after))
            cells.append(ComparedCell(each.label, words.name(column.headers), old, new))
        blocks.append(ComparedTable(words.name(TABLES[table].headers), change, tuple(cells)))
    heads = {"before": words("history.revision", revision=before), "after": words("history.revision", revision=after)}
    html.show("revision-diff", words, blocks=blocks, open=OPEN, **heads)
