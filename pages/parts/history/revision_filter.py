"""The filters of the history: revisions that touch rows of some regions, or of one table; both in the address."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import streamlit as st

from analysis.app_services import app_services
from analysis.changes import compare
from analysis.changes.row_regions import touched_regions
from analysis.html_parts.page_context import PageContext
from analysis.schema import TABLES, all_tables
from analysis.sections.context import code_labels
from analysis.store import Revision, UnknownRevision
from pages.parts.core import html, url_state

TABLE = "table"
"""The parameter of the address that names a table."""
EVERY = ""
"""The choice of all tables."""
FIRST = "history_first"
"""Key of the session: how many revisions are passed over."""
REGION_MENU, TABLE_MENU = "history_regions", "history_table"


def show(page: PageContext) -> None:
    """The choice of regions and of a table."""
    words, table = page.words, page.address.of(TABLE)
    if table and table not in TABLES:
        html.show("notice", words, text=words.plural("frame.dropped", 1, values=table))
    regions = {code: str(label) for code, label in code_labels.regions(page.tables, words).items()}
    names = {EVERY: words("history.every_table")} | {name: words.name(each.headers) for name, each in TABLES.items()}
    with st.container(key="history-filters", horizontal=True, vertical_alignment="bottom"):
        st.multiselect(
            words("filters.regions"),
            list(regions),
            format_func=regions.__getitem__,
            placeholder=words("filters.all"),
            key=url_state.set_widget(REGION_MENU, [each for each in page.selection.regions if each in regions]),
            on_change=_change,
        )
        st.selectbox(
            words("update.table"),
            list(names),
            format_func=names.__getitem__,
            placeholder=names[EVERY],
            key=url_state.set_widget(TABLE_MENU, _table(page)),
            on_change=_change,
        )


def matching_revisions(page: PageContext, revisions: Sequence[Revision]) -> Iterator[Revision]:
    """The revisions that the filters of the address leave, in their order.

    One of which it is not known what it changed, because its data or those before it are withdrawn, is left too.
    """
    by_id = {each.id: each for each in revisions}
    regions, table = frozenset(page.selection.regions), _table(page)
    for each in revisions:
        if not regions and not table:
            yield each
            continue
        touched = _touched(each, by_id.get(each.parent or ""))
        names = [table] if table else list(touched or ())
        if touched is None or any(name in touched and (not regions or touched[name] & regions) for name in names):
            yield each


def _table(page: PageContext) -> str:
    """The table that the address names, else all."""
    name = page.address.of(TABLE) or EVERY
    return name if name in TABLES else EVERY


def _change() -> None:
    """Take the choice over into the address, and show the newest revisions first."""
    before = url_state.address().selection
    regions = tuple(st.session_state[REGION_MENU])
    url_state.change(replace(before, regions=regions), table=st.session_state[TABLE_MENU] or None)
    st.session_state[FIRST] = 0


def _touched(revision: Revision, parent: Revision | None) -> Mapping[str, frozenset[str]] | None:
    """By table the regions of the rows that a revision changed on its parent; None if that is not known any more."""
    if revision.withdrawn or (parent and parent.withdrawn):
        return None
    store = app_services().store

    def touched() -> Mapping[str, frozenset[str]]:
        before = store.tables(parent.id) if parent else all_tables({}, TABLES)
        after = store.tables(revision.id)
        return touched_regions(compare(before, after), before, after)

    try:
        key = ("touched", parent.id if parent else "", revision.published)
        return store.cache.get(revision.id, key, touched)
    except UnknownRevision:
        return None
