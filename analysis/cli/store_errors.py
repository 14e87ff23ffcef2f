"""Errors of the store as sentences."""

from analysis.store import Unavailable, UnknownDraft, UnknownRevision
from analysis.words import Translator


def store_error_text(error: Exception, words: Translator) -> str | None:
    """What an error of the store means for who gave a command; None of any other error."""
    match error:
        case UnknownRevision():
            return words("command.error.revision", revision=error.args[0])
        case UnknownDraft():
            return words("command.error.draft", draft=error.args[0])
        case Unavailable():
            return words(f"store.{error.reason}", detail=error)
    return None
