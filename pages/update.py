"""The coordinator's loop: upload, see what is wrong and what would change, publish."""

import streamlit as st

from pages.parts.core import auth
from pages.parts.revisions import publish_result
from pages.parts.shell import frame
from pages.parts.update import changes_by_others, data_downloads, upload_status, uploader

page = frame.begin_page("update", title="update.title")

if auth.is_editor():
    top = st.container(gap="medium")
    preview = uploader.show(page)
    with top:
        upload_status.show_steps(page, preview)
        publish_result.show(page)
    if preview:
        upload_status.show(page, preview)
    else:
        changes_by_others.show(page)
else:
    auth.show_sign_in(page)

data_downloads.show(page)
frame.end_page(page)
