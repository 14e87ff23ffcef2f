"""Error boundary: the log gets an unforeseen error whole, the reader a calm sentence with a reference."""

import logging
import secrets
from collections.abc import Iterator
from contextlib import contextmanager

from analysis.words import Translator
from pages.parts.core import html, url_state

log = logging.getLogger("klusteripulssi.pages")


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


def show_script_error(error: Exception) -> bool:
    """Show what went wrong outside the page, as when a button was pressed; True, so that Streamlit adds nothing."""
    show(error, url_state.words(), "access.failed")
    return True
