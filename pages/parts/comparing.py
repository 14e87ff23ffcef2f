"""Two revisions beside each other: which rows and cells differ."""

from dataclasses import dataclass

import streamlit as st

from analysis.changes import Changes, TableChange, compare
from analysis.desk import app_services
from analysis.publishing import since
from analysis.schema import TABLES, Tables
from analysis.store import UnknownRevision
from pages.parts import markup, moments, values
from pages.parts.view import PageContext

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
        id: words("revisions.choice", revision=id, when=moments.moment(words, each.published), note=each.note).rstrip()
        for id, each in by_id.items()
    }

    def choice(name: str, index: int) -> str:
        label, key = words(f"revisions.{name}"), f"compare_{name}"
        return st.selectbox(label, list(by_id), index=index, format_func=labels.__getitem__, key=key)

    with st.container(key="card-compare"):
        markup.show("compare", words)
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
            when = moments.moment(words, each.published)
            line = words("revisions.meanwhile", revision=each.id, when=when, note=each.note)
            markup.show("sentence", words, text=line.rstrip())
        last = found.revisions[-1].id
        tables = {id: store.tables(id) for id in (base, last) if id}
        _differences(view, found.changes, tables, base or "", last)


def _differences(view: PageContext, changes: Changes, tables: dict[str, Tables], before: str, after: str) -> None:
    """The changes between two revisions, table by table; ``tables``: those of each of them that there is."""
    words = view.words
    names = values.names(*tables.values(), words=words)
    blocks = []
    for table, change in changes.tables.items():
        cells = []
        for each in change.cells:
            column = TABLES[table].column(each.column)
            old, new = (values.text(value, column, names, words) for value in (each.before, each.after))
            cells.append(ComparedCell(each.label, words.name(column.headers), old, new))
        blocks.append(ComparedTable(words.name(TABLES[table].headers), change, tuple(cells)))
    heads = {"before": words("history.revision", revision=before), "after": words("history.revision", revision=after)}
    markup.show("revision-diff", words, blocks=blocks, open=OPEN, **heads)
