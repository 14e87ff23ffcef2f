"""What was published when, and the way back."""

from pages.parts.core import html
from pages.parts.history import audit_log, revision_actions, revision_list
from pages.parts.revisions import publish_result, revision_diff
from pages.parts.shell import frame

page = frame.begin_page("history", title="history.title")
html.show("sentence", page.words, text=page.words("history.text"))
publish_result.show(page)
revision_actions.show_message(page)
revision_list.show(page)
revision_diff.show(page)
audit_log.show(page)
frame.end_page(page)
