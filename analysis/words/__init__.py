"""Languages: gettext catalogues and Babel. A language is a value passed along, never process-wide state."""

from analysis.words.catalogue import DEFAULT_LANGUAGE, Words, words
from analysis.words.deeds import deed_text
from analysis.words.issues import effect_name, issue_text, issue_title, severity_name

__all__ = [
    "DEFAULT_LANGUAGE",
    "Words",
    "deed_text",
    "effect_name",
    "issue_text",
    "issue_title",
    "severity_name",
    "words",
]
