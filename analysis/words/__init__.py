"""Languages: gettext catalogues and Babel. A language is a value passed along, never process-wide state."""

from analysis.words.catalogue import DEFAULT_LANGUAGE, Words, words

__all__ = ["DEFAULT_LANGUAGE", "Words", "words"]
