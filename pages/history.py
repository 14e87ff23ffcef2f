"""What was published when, and the way back."""

from pages.parts.core import html
from pages.parts.history import audit_log, revision_actions, revision_list
from pages.parts.revisions import publish_result, revision_diff
from pages.parts.shell import page

view = page.begin("history")
page.heading(view, view.words("history.title"))
html.show("sentence", view.words, text=view.words("history.text"))
publish_result.show(view)
revision_actions.message(view)
revision_list.show(view)
revision_diff.show(view)
audit_log.show(view)
page.end(view)
