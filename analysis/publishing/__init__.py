"""Check, compare, publish: the one door that the page and the command line go through."""

from analysis.publishing.known import known_tables
from analysis.publishing.meanwhile import Meanwhile, since
from analysis.publishing.preview import Plan, Preview, check, preview
from analysis.publishing.publish import Outcome, Status, ensure_first, publish, publish_at_once, restore

__all__ = [
    "Meanwhile",
    "Outcome",
    "Plan",
    "Preview",
    "Status",
    "check",
    "ensure_first",
    "known_tables",
    "preview",
    "publish",
    "publish_at_once",
    "restore",
    "since",
]
