"""The verdict on an upload, and what the coordinator does with it: publish, in which way, or leave it."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

import streamlit as st

from analysis.desk import desk
from analysis.publishing import Outcome, Preview, publish
from analysis.schema import TABLES, Issue
from analysis.words import Words
from pages.parts import done, markup, upload
from pages.parts.view import View

State = Literal["refused", "none", "part", "whole", "unchanged"]
REPLACE, ADD = "replace", "add"
LONGEST_NOTE, LONGEST_AUTHOR = 300, 80


@dataclass(frozen=True)
class Verdict:
    """What can be done with an upload: rows that would be published, rows held back, warnings, rows that differ."""

    state: State
    rows: int
    held_back: int
    warnings: int
    changes: int


def verdict(preview: Preview) -> Verdict:
    """The verdict on what was previewed."""
    checked = preview.checked
    sound = [read for read in checked.tables.values() if read.publishable]
    held_back = sum(read.held_back for read in checked.tables.values())
    changes = sum(sum(each.values()) for each in preview.changes.counts().values())
    rows = sum(len(read.frame) for read in sound)
    return Verdict(_state(preview, bool(sound)), rows, held_back, checked.counts.get("warning", 0), changes)


def card(view: View, preview: Preview) -> Preview:
    """The card of the verdict. Gives the preview back with the choice made: replace the tables, or add and change."""
    words, found = view.words, verdict(preview)
    able = found.state in ("part", "whole", "unchanged")
    with st.container(key="card-verdict"):
        again = upload.compared_again()
        markup.show("verdict", words, verdict=found, preview=preview, again=again, size=_size(preview, words))
        if able:
            preview = _way(preview, words)
            found = verdict(preview)
        if found.state in ("part", "whole"):
            _publishing(view, preview, found)
        else:
            _leave(words)
    return preview


def _state(preview: Preview, sound: bool) -> State:
    if preview.checked.status == "refused":
        return "refused"
    if not sound:
        return "none"
    if not preview.changes:
        return "unchanged"
    return "whole" if preview.checked.publishable else "part"


def _size(preview: Preview, words: Words) -> str:
    size = sum(each.size for each in preview.checked.files)
    return words("update.kilobytes", n=words.number(max(1, round(size / 1024))))


def _way(preview: Preview, words: Words) -> Preview:
    chosen = st.segmented_control(
        words("update.way"),
        (REPLACE, ADD),
        default=REPLACE,
        required=True,
        format_func=lambda each: words(f"update.way.{each}"),
        key="way",
    )
    markup.show("hint", words, text=words(f"update.way.{chosen}_hint"))
    return preview.choosing(chosen == ADD)


def _publishing(view: View, preview: Preview, found: Verdict) -> None:
    words = view.words
    with st.container(key="publish-notes", horizontal=True):
        note = st.text_input(words("update.note"), key="publish_note", max_chars=LONGEST_NOTE)
        author = st.text_input(words("update.author"), key="publish_author", max_chars=LONGEST_AUTHOR)
    confirmed = _confirmed(preview, words)
    key = "update.publish_part" if found.held_back else "update.publish"
    label = words.plural(key, found.rows, held=words.number(found.held_back))
    with st.container(key="publish-buttons", horizontal=True, vertical_alignment="center"):
        wanted = st.button(label, key="publish", type="primary", disabled=not confirmed)
        _leave(words)
    if wanted:
        outcome = publish(
            preview,
            desk().store,
            note=note or "",
            author=author or words("update.nameless"),
            now=datetime.now(UTC),
            hold_back=found.state == "part",
            confirm=confirmed,
        )
        _done(outcome)


def _leave(words: Words) -> None:
    st.button(words("update.leave"), key="leave", type="tertiary", on_click=upload.leave)


def _confirmed(preview: Preview, words: Words) -> bool:
    """Whether each accident that the difference may hold is said to be none."""
    if not preview.confirmations:
        return True
    markup.show("confirm", words, confirmations=preview.confirmations)
    ticked = [
        st.checkbox(_yes(each, words), key=f"yes_{each.code}_{each.table}_{each.column}")
        for each in preview.confirmations
    ]
    return all(ticked)


def _yes(issue: Issue, words: Words) -> str:
    table = TABLES[issue.table or ""]
    column = words.name(table.column(issue.column).headers) if issue.column else ""
    return words(f"update.yes.{issue.code}", table=words.name(table.headers), column=column, value=issue.value or "")


def _done(outcome: Outcome) -> None:
    if outcome.status in ("published", "unchanged"):
        done.keep(outcome)
        upload.leave()
    st.rerun()
