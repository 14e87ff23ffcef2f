"""What the reader's address says: language, filters, revision."""

from dataclasses import replace

import streamlit as st

from analysis import selection, settings
from analysis.schema import LANGUAGES
from analysis.selection import Address
from analysis.words import DEFAULT_LANGUAGE, Words
from analysis.words import words as words_of


def address() -> Address:
    """The address as it stands; a language that there is not is taken for none."""
    read = selection.read(st.query_params.to_dict())
    return replace(read, language=read.language if read.language in LANGUAGES else None)


def unreadable() -> tuple[str, ...]:
    """What the address says that means nothing."""
    return selection.unreadable(st.query_params.to_dict(), LANGUAGES)


def words() -> Words:
    """The words in the language of the address, else in that of the settings, else in Finnish."""
    wanted = address().language or settings.read().language
    return words_of(next((each for each in LANGUAGES if each == wanted), DEFAULT_LANGUAGE))
