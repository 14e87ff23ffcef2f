"""Store: revisions with tables, files and word forms, drafts, audit, sign-ins, presentations, links, usage. SQL is
here alone.

`store` is the public face; `revision_rows`, `drafts`, `journal`, `links`, `usage` and `saved_presentations` read and
write the `sql_tables`; `engine` knows SQLite and PostgreSQL.
"""

from analysis.store.backup import read_backup, write_backup
from analysis.store.drafts import Draft, DraftStore, UnknownDraft
from analysis.store.journal import AuditEntry, Journal, SignIn
from analysis.store.links import LinkResult, LinkStore
from analysis.store.revision import (
    BadBackup,
    Conflict,
    Reason,
    Revision,
    StoredFile,
    StoreNotEmpty,
    Unavailable,
    UnknownRevision,
)
from analysis.store.saved_presentations import PresentationStore, SavedPresentation
from analysis.store.store import Store
from analysis.store.usage import Usage, UsageStore
from analysis.store.verify import Fault, Verification, verify_store

__all__ = [
    "AuditEntry",
    "BadBackup",
    "Conflict",
    "Draft",
    "DraftStore",
    "Fault",
    "Journal",
    "LinkResult",
    "LinkStore",
    "PresentationStore",
    "Reason",
    "Revision",
    "SavedPresentation",
    "SignIn",
    "Store",
    "StoreNotEmpty",
    "StoredFile",
    "Unavailable",
    "UnknownDraft",
    "UnknownRevision",
    "Usage",
    "UsageStore",
    "Verification",
    "read_backup",
    "verify_store",
    "write_backup",
]
