"""The work of a worker process within its bounds: one check, its result pickled."""

import gc
import os
import pickle
import resource
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pyarrow

from analysis.intake.cells.lexicon import Lexicons
from analysis.intake.check_result import Upload
from analysis.intake.limits import MEGABYTE, Limits
from analysis.intake.reading import examine, refuse, trace

_MEMORY = Path("/proc/self/statm")
LEAST = 16 * MEGABYTE
"""The memory that a worker needs to take a task and to answer that it was too large."""


@dataclass(frozen=True)
class Answer:
    """The pickled result, or the place where the program failed."""

    result: bytes = b""
    fault: str = ""


def bound_memory(memory_bytes: int) -> None:
    """Bound the memory that this process may take from here on, and keep the reader's panics out of the terminal."""
    # It lives for one check.
    gc.disable()
    # Arrow's own allocator reserves a gigabyte of addresses at once, which a bound on addresses cannot allow.
    pyarrow.set_memory_pool(pyarrow.system_memory_pool())
    if _MEMORY.exists():
        _, hardest = resource.getrlimit(resource.RLIMIT_AS)
        # The first number of statm is the address space, in pages (proc(5)).
        pages = int(_MEMORY.read_text().split()[0])
        bound = pages * resource.getpagesize() + max(memory_bytes, LEAST)
        if hardest == resource.RLIM_INFINITY or bound < hardest:
            resource.setrlimit(resource.RLIMIT_AS, (bound, hardest))
    sys.stderr.flush()
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)


def check(
    uploads: Sequence[Upload], lexicons: tuple[Lexicons, Lexicons], limits: Limits, now: datetime, place: Path
) -> Answer:
    """One check.

    uploads, limits, now: as of `examine`.
    lexicons: the published words, and those of rows that stay beside the upload's.
    place: a file for the number of the upload that is being read, for the case that this process dies.
    """
    published, stays = lexicons

    def begin(order: int) -> None:
        with suppress(OSError):
            place.write_text(str(order))

    try:
        return Answer(pickle.dumps(examine(uploads, published, limits, now, begin, stays)))
    except MemoryError:
        return Answer(pickle.dumps(refuse(uploads, "too-large", file_under_way(place))))
    except Exception as error:
        return Answer(fault=trace(error))


def file_under_way(place: Path) -> int | None:
    """The number of the upload that was being read; None if none was, or all of them."""
    text = place.read_text() if place.exists() else ""
    return int(text) if text.isdigit() else None
