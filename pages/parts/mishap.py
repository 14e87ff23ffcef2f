"""What goes wrong and was not foreseen: the log gets all of it, the reader a calm sentence with a reference."""

import logging
import secrets
from collections.abc import Iterator
from contextlib import contextmanager

from analysis.words import Words
from pages.parts import markup

log = logging.getLogger("klusteripulssi.pages")


@contextmanager
def told(words: Words) -> Iterator[None]:
    """Run what stands within; an exception is logged whole under the reference that the reader is shown."""
    try:
        yield
    except Exception:
        reference = secrets.token_hex(4)
        log.exception("mishap %s", reference)
        markup.show("mishap", words, reference=reference)
