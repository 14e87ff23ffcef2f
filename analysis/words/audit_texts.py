"""Texts of the audit."""

from analysis.words.catalogue import Translator


def audit_text(what: str, revision: str | None, detail: str, words: Translator) -> str:
    """What was done, in words: "Published revision 7". ``what``: an `AuditAction` of the store."""
    key = f"{what}.{detail}" if what == "refused" else what
    return words(f"access.deed.{key}", revision=revision or "", detail=detail)
