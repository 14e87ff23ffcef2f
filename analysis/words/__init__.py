"""Languages: gettext catalogues and Babel. A language is a value passed along, never process-wide state.

`language` has texts, numbers and days; `code_texts` the texts of issues and audit entries; `glossary` the terms of the
field with their definitions; `alphabet` sorts names.
"""

from analysis.words.code_texts import audit_text, issue_text
from analysis.words.language import DEFAULT_LANGUAGE, Translator, translator

__all__ = [
    "DEFAULT_LANGUAGE",
    "Translator",
    "audit_text",
    "issue_text",
    "translator",
]
