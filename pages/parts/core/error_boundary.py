"""Error boundary: the log gets an unforeseen error whole, the reader a calm sentence with a reference."""

import logging
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import streamlit as st

from analysis.words import Translator
from pages.parts.core import html, url_state

log = logging.getLogger("klusteripulssi.pages")
FILES = "file_reference"
"""Key of the session: the reference of its files that could not be made."""


@contextmanager
def boundary(words: Translator) -> Iterator[None]:
    """Run the block; `show` an exception."""
    try:
        yield
    except Exception as error:
        show(error, words)


def show(error: BaseException, words: Translator, title: str = "frame.mishap.title") -> None:
    """Log an exception whole under a new reference, and show the reader the reference."""
    reference = secrets.token_hex(4)
    log.error("mishap %s", reference, exc_info=error)
    html.show("error", words, reference=reference, title=words(title))


def file_reference() -> str:
    """The reference of all files of this session that cannot be made: the page has it before any of them fails."""
    return st.session_state.setdefault(FILES, secrets.token_hex(4))


def log_failure(make: Callable[[], bytes]) -> Callable[[], bytes]:
    """The function that makes a file when its button is pressed; what it raises is logged whole, and raised again.

    Streamlit runs it beside the page and tells the browser no more than that it failed. Our sentence with the reference
    takes the place of Streamlit's (``frame.built_in.file``).
    """
    reference = file_reference()

    def make_or_log() -> bytes:
        try:
            return make()
        except Exception as error:
            log.error("mishap %s", reference, exc_info=error)
            raise

    return make_or_log


def show_script_error(error: Exception) -> bool:
    """Show what went wrong outside the page, as when a button was pressed; True, so that Streamlit adds nothing."""
    show(error, url_state.words(), "access.failed")
    return True
