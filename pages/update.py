"""The coordinator's loop: upload, see what is wrong and what would change, publish."""

import streamlit as st

from pages.parts.core import auth
from pages.parts.revisions import publish_result
from pages.parts.shell import frame, owner_card
from pages.parts.update import (
    changes_by_others,
    data_downloads,
    draft_list,
    draft_view,
    upload_status,
    uploader,
)

page = frame.begin_page("update", title="update.title")

if auth.is_editor():
    top = st.container(gap="medium")
    draft = draft_view.find(page)
    preview = draft_view.show(page, draft) if draft else uploader.show(page)
    with top:
        upload_status.show_steps(page, preview)
        publish_result.show(page)
    if preview:
        upload_status.show(page, preview, draft)
    else:
        changes_by_others.show(page)
    draft_list.show(page, draft)
    owner_card.show(page)
else:
    auth.show_sign_in(page)

data_downloads.show(page)
frame.end_page(page)
