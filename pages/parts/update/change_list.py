"""What an upload would change: rows added and removed, and every changed cell with its old and its new value."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

import streamlit as st

from analysis.changes import CellChange, RowChange, TableChange
from analysis.changes.compare import plain_value
from analysis.exports import changes_workbook, file_name
from analysis.html_parts.page_context import PageContext
from analysis.publishing import Preview
from analysis.publishing.merge import keys
from analysis.schema import TABLES, Column, Tables
from analysis.schema.kinds import Duration, Whole
from analysis.words import Translator
from analysis.words.revision_notes import change_lines
from analysis.words.value_texts import RowNames, value_text
from pages.parts.charts import downloads
from pages.parts.core import html
from pages.parts.revisions.revision_diff import row_names

MOST = 100
"""At most this many rows and cells of each sort and table are shown; of the others only the number."""
OPEN = 20
"""So many are seen at once; the others open on demand."""


@dataclass(frozen=True)
class ChangeLine:
    """A changed cell, or a row: its place in the upload, the row's name, column, values as text.

    ``delta`` is the difference of two numbers; ``fields``: of a new row its filled cells as they were read, by column.
    """

    place: str | None
    label: str
    column: str = ""
    before: str | None = None
    after: str | None = None
    delta: str = ""
    fields: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class TableChanges:
    """The difference of one table in lines, at most `MOST` of each sort, and in numbers; ``heading``: these in words.

    A row that keeps all but its key is in ``renamed`` (both keys), and not in ``added`` and ``removed`` besides;
    ``added_count`` and ``removed_count`` are the numbers of these, of those that are not in the lines too.
    """

    name: str
    heading: str
    added: tuple[ChangeLine, ...]
    removed: tuple[ChangeLine, ...]
    cells: tuple[ChangeLine, ...]
    renamed: tuple[ChangeLine, ...]
    added_count: int
    removed_count: int
    change: TableChange


class UploadPlaces:
    """Places of rows in the upload, by key: "Tapahtumat!L24"."""

    def __init__(self, preview: Preview, table: str) -> None:
        self.read = preview.plan.check.tables.get(table)
        row_keys = keys(TABLES[table], self.read.frame) if self.read else []
        self.positions = {key: position for position, key in enumerate(row_keys)}
        self.first = TABLES[table].key[0]

    def of(self, key: tuple[str, ...], column: str | None = None) -> str | None:
        """The place of a row's cell, of its key if no column is named; None if the upload has none."""
        if self.read is None or key not in self.positions:
            return None
        _, sheet, cell = self.read.place(self.positions[key], column or self.first)
        return f"{sheet}!{cell}" if cell else sheet


def show(page: PageContext, preview: Preview, published: Tables) -> None:
    """The card of the difference between what is published and what would be."""
    words = page.words
    blocks = list(changes_by_table(preview, published, words))
    with st.container(key="card-difference"):
        html.show("difference", words, preview=preview, blocks=blocks, open=OPEN)
        if preview.plan.changes:
            origin = words("update.compared", revision=preview.base) if preview.base else ""
            base = f"r{preview.base}" if preview.base else ""
            name = file_name(words("difference.title"), ending="xlsx", revision=base)
            tables = (published, preview.plan.tables)
            data = partial(changes_workbook, preview.plan.changes, words, tables, origin=origin)
            downloads.button(words("difference.button"), data, name, "download_changes", editors=True)


def changes_by_table(preview: Preview, published: Tables, words: Translator) -> Iterator[TableChanges]:
    """The difference by table."""
    names = row_names(published, preview.plan.tables, words=words)
    headings = change_lines(preview.plan.changes.counts_by_kind(), words)
    for heading, (name, change) in zip(headings, preview.plan.changes.tables.items(), strict=True):
        places, table = UploadPlaces(preview, name), TABLES[name]
        old_keys, new_keys = ({pair[side] for pair in change.renamed} for side in (0, 1))
        added = [each for each in change.added if each.key not in new_keys]
        removed = [each for each in change.removed if each.key not in old_keys]
        labels = {each.key: each.label for each in change.added}
        yield TableChanges(
            name=words.name(table.headers),
            heading=heading,
            added=tuple(_added_line(each, name, places, names, words) for each in added[:MOST]),
            removed=tuple(ChangeLine(places.of(each.key), each.label) for each in removed[:MOST]),
            renamed=tuple(
                ChangeLine(places.of(new), labels[new], before=" ".join(old), after=" ".join(new))
                for old, new in change.renamed[:MOST]
            ),
            cells=tuple(
                _cell_line(each, table.column(each.column), places, names, words) for each in change.cells[:MOST]
            ),
            added_count=len(added),
            removed_count=len(removed),
            change=change,
        )


def _added_line(row: RowChange, name: str, places: UploadPlaces, names: RowNames, words: Translator) -> ChangeLine:
    """A new row of a table (``name``) as a line, with its cells as they were read; ``names``: of rows it refers to."""
    position = places.positions.get(row.key)
    if places.read is None or position is None:
        return ChangeLine(places.of(row.key), row.label)
    values = [(each, plain_value(places.read.frame[each.name].iat[position])) for each in TABLES[name].columns]
    texts = [(words.name(column.headers), value_text(value, column, names, words)) for column, value in values]
    fields = [(column, text) for column, text in texts if text]
    return ChangeLine(places.of(row.key), row.label, fields=tuple(fields))


def _cell_line(
    change: CellChange, column: Column, places: UploadPlaces, names: RowNames, words: Translator
) -> ChangeLine:
    """A changed cell as a line; numbers have their difference too."""
    before, after = (value_text(each, column, names, words) for each in (change.before, change.after))
    numbers = isinstance(column.kind, Whole | Duration) and change.before is not None and change.after is not None
    delta = words.change(change.after - change.before) if numbers else ""
    return ChangeLine(
        places.of(change.key, change.column), change.label, words.name(column.headers), before, after, delta
    )
