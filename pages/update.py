"""The coordinator's loop: upload, see what is wrong and what would change, publish."""

import streamlit as st

from pages.parts.core import auth
from pages.parts.revisions import publish_result
from pages.parts.shell import page
from pages.parts.update import check_summary, data_downloads, steps, upload_status, uploader

view = page.begin("update")
page.heading(view, view.words("update.title"))

if auth.is_editor():
    top = st.container(gap="medium")
    preview = uploader.show(view)
    with top:
        steps.show(view, preview)
        publish_result.show(view)
    if preview:
        check_summary.cards(view, upload_status.show(view, preview))
else:
    auth.show_sign_in(view)

data_downloads.show(view)
page.end(view)
