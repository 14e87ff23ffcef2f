"""Conflicts of an upload with what was published since: each as a card in which one side is picked, or all at once."""

from collections.abc import Iterable, Mapping
from zlib import crc32

import streamlit as st

from analysis.app_services import app_services
from analysis.changes.conflict import MergeConflict, Place, Side
from analysis.html_parts.page_context import PageContext
from analysis.publishing import Preview, last_change
from analysis.schema import TABLES
from analysis.words.value_texts import RowNames, value_text
from pages.parts.core import html
from pages.parts.revisions.revision_diff import row_names
from pages.parts.update.change_list import UploadPlaces

SIDES: tuple[Side, ...] = ("theirs", "mine")
MOST = 50
"""So many conflicts have a card; more are settled all at once."""


def settled(preview: Preview) -> Preview:
    """The preview with its conflicts settled as they were picked."""
    sides = settlement(preview.plan.conflicts)
    return preview.settle(sides) if sides else preview


def settlement(conflicts: Iterable[MergeConflict]) -> dict[Place, Side]:
    """The side that was picked in each conflict; one in which none was is left out."""
    return {each.place: st.session_state[key] for each in conflicts if st.session_state.get(key := _key(each)) in SIDES}


def pick(conflicts: Iterable[MergeConflict], sides: Mapping[Place, Side]) -> None:
    """Pick these sides in conflicts, and none in those that they do not name, before their cards are made."""
    for each in conflicts:
        st.session_state[_key(each)] = sides.get(each.place)


def show(page: PageContext, preview: Preview) -> None:
    """The card of the conflicts, nothing if there are none."""
    words, conflicts = page.words, preview.plan.conflicts
    if not conflicts:
        return
    names = row_names(preview.sources.published, preview.plan.tables, words=words)
    with st.container(key="card-conflicts"):
        html.show("conflicts", words, count=len(conflicts), open=len(preview.plan.open))
        with st.container(key="settle-all", horizontal=True):
            for side in SIDES:
                label = words(f"update.conflicts.all_{side}")
                st.button(label, key=f"all_{side}", on_click=_settle_all, args=(conflicts, side))
        places = {name: UploadPlaces(preview, name) for name in {each.table for each in conflicts[:MOST]}}
        for each in conflicts[:MOST]:
            _show_conflict(page, preview, each, places[each.table], names)
        if len(conflicts) > MOST:
            shown, whole = words.number(MOST), words.number(len(conflicts))
            html.show("hint", words, text=words("update.not_listed", shown=shown, all=whole))


def _show_conflict(
    page: PageContext, preview: Preview, conflict: MergeConflict, places: UploadPlaces, names: RowNames
) -> None:
    """A conflict: the row and column, what was there, and both sides to pick from.

    page, preview: the page and the upload; conflict: the one; places: of the upload's cells in its table; names: of
    rows that cells refer to.
    """
    words, table = page.words, TABLES[conflict.table]
    column = words.name(table.column(conflict.column).headers) if conflict.column else words("update.conflicts.row")
    texts = {side: _text(page, conflict, side, names) for side in ("base", *SIDES)}
    by = last_change(conflict, preview.sources, app_services().store)
    labels = {side: html.widget_label(words(f"update.conflicts.{side}", value=texts[side])) for side in SIDES}
    who = words("update.conflicts.by", who=by.author, when=page.moment(by.published)) if by else ""
    heading = {"table": words.name(table.headers), "row": conflict.label, "column": column}
    with st.container(key=f"conflict_{_key(conflict)}"):
        html.show("conflict", words, was=texts["base"], **heading)
        st.radio(
            html.widget_label(words("update.conflicts.place", **heading)),
            SIDES,
            index=None,
            format_func=labels.__getitem__,
            captions=[html.widget_label(each) for each in (who, places.of(conflict.key, conflict.column) or "")],
            label_visibility="collapsed",
            key=_key(conflict),
        )


def _text(page: PageContext, conflict: MergeConflict, side: str, names: RowNames) -> str:
    """What one side has, as text; of a whole row whether it is there."""
    value = {"base": conflict.base, "theirs": conflict.current, "mine": conflict.upload}[side]
    if conflict.column is None:
        return page.words("update.conflicts.removed") if value is None else page.words("update.conflicts.changed")
    column = TABLES[conflict.table].column(conflict.column)
    return value_text(value, column, names, page.words) or page.words("update.empty")


def _settle_all(conflicts: tuple[MergeConflict, ...], side: Side) -> None:
    """Pick one side in every conflict."""
    for each in conflicts:
        st.session_state[_key(each)] = side


def _key(conflict: MergeConflict) -> str:
    """The key of the session for the side that was picked: a pick ends once something else is published in the cell."""
    published = crc32(repr(conflict.current).encode())
    return "settle_" + "_".join((conflict.table, *conflict.key, conflict.column or "", f"{published:08x}"))
