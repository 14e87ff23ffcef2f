"""Where an upload's copy is from: one sentence, and another revision to pick where that was only estimated."""

import streamlit as st

from analysis.app_services import app_services
from analysis.html_parts.page_context import PageContext
from analysis.publishing import NONE, Preview
from analysis.store import Revision
from analysis.words.revision_notes import note_text
from pages.parts.core import html

BASE, MENU = "upload_base_said", "upload_base"
"""Keys of the session: the revision that the coordinator says her copy is from, and the menu in which she picks it."""


def show(page: PageContext, preview: Preview) -> None:
    """The sentence of a copy of an older revision, and the choice of another one if it is not sure or was chosen."""
    sources, words = preview.sources, page.words
    revisions = {each.id: each for each in app_services().store.revisions() if not each.withdrawn}
    is_picked = st.session_state.get(BASE) is not None
    if sources.bases:
        with st.container(key="origin"):
            html.show("origin", words, parts=_sentences(page, preview, revisions))
    if sources.guess or is_picked:
        labels = {NONE: words("update.origin.none")}
        labels |= {
            id: words(
                "revisions.choice", revision=id, when=page.moment(each.published), note=note_text(each.note, words)
            ).rstrip()
            for id, each in revisions.items()
        }
        st.selectbox(
            words("update.origin.pick"),
            list(labels),
            index=list(labels).index(sources.origin.revision or NONE),
            format_func=labels.__getitem__,
            key=MENU,
            on_change=_say,
        )


def _say() -> None:
    """Keep what was picked: the menu itself stands on the estimate before anybody picks."""
    st.session_state[BASE] = st.session_state[MENU]


def _sentences(page: PageContext, preview: Preview, revisions: dict[str, Revision]) -> list[str]:
    """From which revision, what was published since and by whom, how many changes fit, and how many cells clash."""
    words, sources, plan = page.words, preview.sources, preview.plan
    origin = sources.origin
    base = revisions[origin.revision or ""]
    names = list(dict.fromkeys(revisions[id].author for id in sources.meanwhile))
    kind = "estimate" if origin.source == "estimate" else "known"
    count = sum(sum(each.values()) for each in plan.changes.counts().values())
    sentences = [
        words(f"update.origin.{kind}", revision=base.id, when=page.moment(base.published)),
        words.plural("update.origin.since", len(sources.meanwhile), who=words.listing(names)),
    ]
    if count:
        sentences.append(words.plural("update.origin.fits", count))
    if plan.conflicts:
        sentences.append(words.plural("update.origin.conflicts", len(plan.conflicts)))
    return sentences
