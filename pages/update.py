"""The coordinator's loop: upload, see what is wrong and what would change, publish."""

import streamlit as st

from pages.parts import access, done, findings, frame, handouts, steps, upload, verdict

view = frame.begin("update")
frame.heading(view, view.words("update.title"))

if access.is_editor():
    top = st.container(gap="medium")
    preview = upload.show(view)
    with top:
        steps.show(view, preview)
        done.show(view)
    if preview:
        findings.cards(view, verdict.show(view, preview))
else:
    access.show_sign_in(view)

handouts.show(view)
frame.end(view)
