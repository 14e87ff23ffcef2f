"""The History page: revisions, restoring and withdrawing, the audit log."""
