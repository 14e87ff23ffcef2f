"""Publishing: check → preview → publish, the one way for the page and the command line.

`origin` finds the revision that an upload was taken from, `merge` puts it into the published tables, `plan` compares,
`region_rights` takes back what an editor of some regions may not change, `preview` does all this of an upload,
`publish` publishes and restores. `drafts` stores an upload to be published later.
"""

from analysis.publishing.cell_history import last_change
from analysis.publishing.draft_choices import settlement_of
from analysis.publishing.drafts import (
    add_draft,
    holds_identity_code,
    is_second_person,
    preview_draft,
    publish_draft,
)
from analysis.publishing.origin import NONE, Origin, find_origins
from analysis.publishing.plan import NOT_SETTLED, Plan, Sources
from analysis.publishing.preview import Preview, preview
from analysis.publishing.publish import (
    Meanwhile,
    Outcome,
    Status,
    ensure_first,
    publish,
    publish_at_once,
    restore,
    since,
)
from analysis.publishing.region_rights import EVERYWHERE, Regions

__all__ = [
    "EVERYWHERE",
    "NONE",
    "NOT_SETTLED",
    "Meanwhile",
    "Origin",
    "Outcome",
    "Plan",
    "Preview",
    "Regions",
    "Sources",
    "Status",
    "add_draft",
    "ensure_first",
    "find_origins",
    "holds_identity_code",
    "is_second_person",
    "last_change",
    "preview",
    "preview_draft",
    "publish",
    "publish_at_once",
    "publish_draft",
    "restore",
    "settlement_of",
    "since",
]
