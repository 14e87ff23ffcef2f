"""Publishing: check → preview → publish, the one way for the page and the command line.

`merge` puts an upload into the published tables, `preview` checks and compares, `publish` publishes and restores.
"""

from analysis.publishing.preview import Plan, Preview, check, preview, reference_tables
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

__all__ = [
    "Meanwhile",
    "Outcome",
    "Plan",
    "Preview",
    "Status",
    "check",
    "ensure_first",
    "preview",
    "publish",
    "publish_at_once",
    "reference_tables",
    "restore",
    "since",
]
