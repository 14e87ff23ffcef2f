"""Revisions: what was published, when and by whom, with the uploaded files and the typed tables. Only here is SQL."""

from analysis.store.audit import Entry
from analysis.store.journal import Journal, SignIn
from analysis.store.revision import (
    BadBackup,
    Conflict,
    Occupied,
    Reason,
    Revision,
    StoredFile,
    Unavailable,
    UnknownRevision,
)
from analysis.store.shelf import Saved, Shelf
from analysis.store.store import Store
from analysis.store.verify import Fault, Verified

__all__ = [
    "BadBackup",
    "Conflict",
    "Entry",
    "Fault",
    "Journal",
    "Occupied",
    "Reason",
    "Revision",
    "Saved",
    "Shelf",
    "SignIn",
    "Store",
    "StoredFile",
    "Unavailable",
    "UnknownRevision",
    "Verified",
]
