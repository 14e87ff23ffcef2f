"""The coordinator's loop: upload, see what is wrong and what would change, publish."""

import streamlit as st

from pages.parts import access, done, findings, frame, handouts, steps, upload, verdict

view = frame.opened("update")
frame.heading(view, view.words("update.title"))

if access.is_editor():
    top = st.container(gap="medium")
    preview = upload.card(view)
    with top:
        steps.show(view, preview)
        done.card(view)
    if preview:
        findings.cards(view, verdict.card(view, preview))
else:
    access.explained(view)

handouts.card(view)
frame.closed(view)
