"""Publishing from the page: note, publisher, confirmation if one is required, and the action."""

from collections import Counter
from datetime import UTC, datetime

import streamlit as st

from analysis.app_services import app_services
from analysis.exports import changes_note
from analysis.publishing import Preview, publish
from analysis.schema import TABLES
from analysis.store import Unavailable
from analysis.words import Translator
from pages.parts.core import auth, error_boundary, html, url_state
from pages.parts.revisions import publish_result
from pages.parts.update import uploader

NOTE, AUTHOR = "publish_note", "publish_author"
LONGEST_NOTE, LONGEST_AUTHOR = 300, 80
DEEDS = ("added", "changed", "removed", "held_back")


def show(preview: Preview, words: Translator, held_back: int) -> None:
    """Note and publisher, the confirmations, and the button that publishes this preview."""
    with st.container(key="publish-notes", horizontal=True, vertical_alignment="bottom"):
        proposal = changes_note(preview.plan.changes, words)
        st.text_input(words("update.note"), key=NOTE, max_chars=LONGEST_NOTE, placeholder=proposal)
        if not auth.name():
            st.text_input(words("update.author"), key=AUTHOR, max_chars=LONGEST_AUTHOR)
    may_publish = _confirmations(preview, words)
    publish_result.show_obstacle(words)
    label = _button_label(preview, words, held_back)
    with st.container(key="publish-buttons", horizontal=True, vertical_alignment="center"):
        st.button(label, key="publish", type="primary", disabled=not may_publish, on_click=_publish, args=(preview,))
        st.button(words("update.leave"), key="leave", type="tertiary", on_click=uploader.put_away)


def _button_label(preview: Preview, words: Translator, held_back: int) -> str:
    """What the button does, in numbers of rows: "Julkaise: 1 muuttuu, 2 poistuu"."""
    numbers = Counter[str]()
    for each in preview.plan.changes.counts().values():
        numbers.update(each)
    numbers["held_back"] = held_back
    parts = [words.plural(f"update.publish.{name}", numbers[name]) for name in DEEDS if numbers[name]]
    return words("update.publish", deeds=", ".join(parts))


def _confirmations(preview: Preview, words: Translator) -> bool:
    """A box for each possible accident in the difference; whether each is confirmed to be none."""
    if not preview.plan.confirmations:
        return True
    ticks = [not preview.plan.open]
    if preview.plan.open:
        html.show("hint", words, text=words.plural("update.conflicts.open", len(preview.plan.open)))
    to_confirm = [each for each in preview.plan.confirmations if each.code != "conflict"]
    if to_confirm:
        html.show("confirm", words)
    for each in to_confirm:
        table = TABLES[each.table] if each.table else None
        column = words.name(table.column(each.column).headers) if table and each.column else ""
        names = {"table": words.name(table.headers) if table else "", "column": column, "value": each.value or ""}
        label = html.widget_label(words(f"update.yes.{each.code}", **names))
        ticks.append(st.checkbox(label, key=f"yes_{each.code}_{each.table}_{each.column}"))
    return all(ticks)


def _publish(preview: Preview) -> None:
    """Publish the preview that the button belongs to. Runs before the page does, which would preview again."""
    words = url_state.words()
    with error_boundary.boundary(words):
        # Rights may have changed since the preview; the page then previews again with those of now.
        if not auth.is_editor() or auth.regions() != preview.sources.regions:
            return
        try:
            outcome = publish(
                preview,
                app_services().store,
                note=st.session_state[NOTE] or changes_note(preview.plan.changes, words)[:LONGEST_NOTE],
                author=auth.name() or st.session_state.get(AUTHOR) or words("update.nameless"),
                now=datetime.now(UTC),
                hold_back=preview.plan.check.status != "ok",
                confirm=True,
            )
        except Unavailable as error:
            publish_result.remember(error)
            return
        if outcome.status in ("published", "unchanged"):
            publish_result.remember(outcome)
            uploader.put_away()
