"""What others published since the last revision of the editor who is signed in, each with its difference."""

from collections.abc import Sequence
from itertools import takewhile

import streamlit as st

from analysis.app_services import app_services
from analysis.html_parts.page_context import PageContext
from analysis.store import Revision
from analysis.words.revision_notes import note_text
from pages.parts.core import auth, html
from pages.parts.revisions import revision_diff

MOST = 10
"""So many revisions are listed; the history has all."""


def revisions_by_others(revisions: Sequence[Revision], name: str) -> list[Revision]:
    """The revisions since the last one of an author that hold data, newest first; none if the author has none.

    revisions: newest first; name: the author, empty if nobody knows who she is.
    """
    own = " ".join(name.split())
    if not own or own not in {each.author for each in revisions}:
        return []
    return [each for each in takewhile(lambda each: each.author != own, revisions) if not each.withdrawn]


def show(page: PageContext) -> None:
    """The card of the revisions by others; nothing if there is none, or if it is not known who is signed in."""
    words, news = page.words, revisions_by_others(app_services().store.revisions(), auth.name())
    if not news:
        return
    with st.container(key="card-others"):
        html.show("others", words, count=len(news), listed=min(len(news), MOST))
        for each in news[:MOST]:
            line = words("update.others.line", revision=each.id, when=page.moment(each.published), who=each.author)
            html.show("other-revision", words, line=line, note=note_text(each.note, words))
            label = html.widget_label(words("update.others.show", revision=each.id))
            if each.parent and st.toggle(label, key=f"others_{each.id}"):
                revision_diff.show_difference(page, each.parent, each.id)
