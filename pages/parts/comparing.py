"""Two revisions beside each other: which rows and cells differ."""

from dataclasses import dataclass

import streamlit as st

from analysis.changes import CellChange, Changes, TableChange, compare
from analysis.desk import desk
from analysis.publishing import Meanwhile, since
from analysis.schema import TABLES, Tables
from analysis.store import Revision, UnknownRevision
from pages.parts import markup, moments, values
from pages.parts.values import Names
from pages.parts.view import View

OPEN = 20
"""So many rows and cells are seen at once; the others open on demand."""


@dataclass(frozen=True)
class Cell:
    """A changed cell: the row's name, the column, and both values as they are written."""

    label: str
    column: str
    before: str | None
    after: str | None


@dataclass(frozen=True)
class Block:
    """The difference of one table, its name and its cells as they are written."""

    name: str
    change: TableChange
    cells: tuple[Cell, ...]


def card(view: View) -> None:
    """The card in which any two revisions are chosen and compared; nothing where there are no two."""
    words = view.words
    revisions = [each for each in desk().store.revisions() if not each.withdrawn]
    if len(revisions) < 2:
        return
    by_id = {each.id: each for each in revisions}
    with st.container(key="card-compare"):
        markup.show("compare", words)
        with st.container(key="compare-choice", horizontal=True, vertical_alignment="bottom"):
            before = _choice(view, "before", by_id, 1)
            after = _choice(view, "after", by_id, 0)
        if before in by_id and after in by_id:
            _between(view, before, after)


def meanwhile(view: View, base: str | None) -> None:
    """What others published since a revision, and what of that differs from it."""
    found = since(desk().store, base)
    if found is None:
        return
    words = view.words
    lines = [
        words("revisions.meanwhile", revision=each.id, when=moments.moment(words, each.published), note=each.note)
        for each in found.revisions
    ]
    with st.container(key="meanwhile"):
        for line in lines:
            markup.show("sentence", words, text=line.rstrip())
        _shown(view, found.changes, _tables(base), _tables(_last(found)), base or "", _last(found))


def _last(found: Meanwhile) -> str:
    return found.revisions[-1].id


def _tables(id: str | None) -> Tables:
    return desk().store.tables(id) if id else {}


def _choice(view: View, name: str, by_id: dict[str, Revision], index: int) -> str:
    words = view.words
    return st.selectbox(
        words(f"revisions.{name}"),
        list(by_id),
        index=index,
        format_func=lambda id: words(
            "revisions.choice", revision=id, when=moments.moment(words, by_id[id].published), note=by_id[id].note
        ).rstrip(),
        key=f"compare_{name}",
    )


def _between(view: View, before: str, after: str) -> None:
    try:
        old, new = _tables(before), _tables(after)
    except UnknownRevision:
        return
    _shown(view, compare(old, new), old, new, before, after)


def _shown(view: View, changes: Changes, old: Tables, new: Tables, before: str, after: str) -> None:
    words = view.words
    names = values.names(*(each for each in (old, new) if each), words=words)
    blocks = [
        Block(words.name(TABLES[name].headers), each, tuple(_cell(view, name, cell, names) for cell in each.cells))
        for name, each in changes.tables.items()
    ]
    heads = {"before": words("history.revision", revision=before), "after": words("history.revision", revision=after)}
    markup.show("compared", words, blocks=blocks, open=OPEN, **heads)


def _cell(view: View, table: str, change: CellChange, names: Names) -> Cell:
    column = TABLES[table].column(change.column)
    old, new = (values.text(each, column, names, view.words) for each in (change.before, change.after))
    return Cell(change.label, view.words.name(column.headers), old, new)
