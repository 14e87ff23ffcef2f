"""Publishing from the page: note, publisher, confirmation if one is required, and the action."""

from collections import Counter
from datetime import UTC, datetime

import streamlit as st

from analysis.app_services import app_services
from analysis.exports import changes_note
from analysis.publishing import Preview, publish
from analysis.schema import TABLES
from analysis.store import Draft, Unavailable, UnknownDraft
from analysis.words import Translator
from pages.parts.core import auth, error_boundary, html, url_state
from pages.parts.revisions import publish_result
from pages.parts.update import review, uploader
from pages.parts.update.contacts import contacts_to_publish
from pages.parts.update.review import AUTHOR, LONGEST_AUTHOR, LONGEST_NOTE, NOTE

DEEDS = ("added", "changed", "removed", "held_back")


def show(preview: Preview, words: Translator, held_back: int, draft: Draft | None) -> None:
    """Note and publisher, the confirmations, and the buttons that publish this preview, keep or leave it.

    held_back: the number of rows that are; draft: the one that is previewed, None for files.
    """
    with st.container(key="publish-notes", horizontal=True, vertical_alignment="bottom"):
        proposal = changes_note(preview.plan.changes, words)
        st.text_input(words("update.note"), key=NOTE, max_chars=LONGEST_NOTE, placeholder=proposal)
        if not auth.name():
            st.text_input(words("update.author"), key=AUTHOR, max_chars=LONGEST_AUTHOR)
    may_publish = _confirmations(preview, words)
    if missing := review.missing_yes(draft):
        html.show("notice", words, text=words(missing))
    publish_result.show_obstacle(words)
    label = html.widget_label(_button_label(preview, words, held_back))
    with st.container(key="publish-buttons", horizontal=True, vertical_alignment="center"):
        disabled, act = not may_publish or bool(missing), (preview, draft)
        st.button(label, key="publish", type="primary", disabled=disabled, on_click=_publish, args=act)
        if draft is None:
            review.show_keep_button(preview, words)
        show_leave_button(words, draft)


def show_leave_button(words: Translator, draft: Draft | None) -> None:
    """The button that puts the files away, or closes the draft."""
    label = words("drafts.close" if draft else "update.leave")
    st.button(label, key="leave", type="tertiary", on_click=uploader.put_away)


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
    contacts, ticks = contacts_to_publish(preview), [not preview.plan.open]
    if preview.plan.open:
        html.show("hint", words, text=words.plural("update.conflicts.open", len(preview.plan.open)))
    to_confirm = [each for each in preview.plan.confirmations if each.code != "conflict"]
    if to_confirm or contacts:
        html.show("confirm", words)
    for each in to_confirm:
        table = TABLES[each.table] if each.table else None
        column = words.name(table.column(each.column).headers) if table and each.column else ""
        names = {"table": words.name(table.headers) if table else "", "column": column, "value": each.value or ""}
        label = html.widget_label(words(f"update.yes.{each.code}", **names))
        ticks.append(st.checkbox(label, key=f"yes_{each.code}_{each.table}_{each.column}"))
    if contacts:
        label = html.widget_label(words.plural("update.yes.contacts", contacts))
        ticks.append(st.checkbox(label, key="yes_contacts"))
    return all(ticks)


def _publish(preview: Preview, draft: Draft | None) -> None:
    """Publish the preview that the button belongs to. Runs before the page does, which would preview again."""
    words = url_state.words()
    with error_boundary.boundary(words):
        # Rights may have changed since the preview; the page then previews again with those of now.
        if not auth.is_editor() or auth.regions() != preview.sources.regions or review.missing_yes(draft):
            return
        try:
            outcome = publish(
                preview,
                app_services().store,
                note=review.note_of(preview, words),
                author=auth.name() or st.session_state.get(AUTHOR) or words("update.nameless"),
                now=datetime.now(UTC),
                hold_back=preview.plan.check.status != "ok",
                confirm=True,
                draft=draft,
            )
        except UnknownDraft:
            st.session_state[uploader.MESSAGE] = words("drafts.gone")
            uploader.put_away()
            return
        except Unavailable as error:
            publish_result.remember(error)
            return
        if outcome.status in ("published", "unchanged"):
            publish_result.remember(outcome)
            uploader.put_away()
