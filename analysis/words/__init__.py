"""Languages: gettext catalogues and Babel. A language is a value passed along, never process-wide state.

`catalogue` reads data/locale; `formats` writes numbers and days; `issue_texts`, `audit_texts` and `months` write what
their names say; `alphabet` sorts names.
"""

from analysis.words.audit_texts import audit_text
from analysis.words.catalogue import DEFAULT_LANGUAGE, Translator, translator
from analysis.words.issue_texts import effect_name, issue_text, issue_title, severity_name

__all__ = [
    "DEFAULT_LANGUAGE",
    "Translator",
    "audit_text",
    "effect_name",
    "issue_text",
    "issue_title",
    "severity_name",
    "translator",
]
