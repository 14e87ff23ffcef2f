"""What runs in the worker process: its bounds, and one check, its result packed."""

import gc
import os
import pickle
import resource
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from analysis.intake.checked import Upload
from analysis.intake.known import Known
from analysis.intake.limits import Limits
from analysis.intake.reading import examined, refused, trace


@dataclass(frozen=True)
class Answer:
    """A packed `Checked`, or where the program failed."""

    packed: bytes = b""
    fault: str = ""


def bound(memory_bytes: int) -> None:
    """Bound the memory that this process may take from here on, and keep the reader's panics out of the terminal.

    It lives for one check: nothing is gained by looking for garbage in it.
    """
    gc.disable()
    taken = _address_space()
    _, hardest = resource.getrlimit(resource.RLIMIT_AS)
    wanted = taken + memory_bytes
    resource.setrlimit(resource.RLIMIT_AS, (wanted, hardest))
    sys.stderr.flush()
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)


def check(uploads: Sequence[Upload], known: Known, limits: Limits, now: datetime, place: Path) -> Answer:
    """One check; the file that is being read is noted at ``place``, for whoever finds this process dead."""

    def begin(order: int) -> None:
        place.write_text(str(order))

    try:
        return Answer(pickle.dumps(examined(uploads, known, limits, now, begin)))
    except MemoryError:
        return Answer(pickle.dumps(refused(uploads, "too-large", int(place.read_text() or -1))))
    except Exception as error:
        return Answer(fault=trace(error))


def _address_space() -> int:
    """Bytes of address space that this process has: proc(5), the first number of statm, in pages."""
    pages = Path("/proc/self/statm").read_text().split()[0]
    return int(pages) * resource.getpagesize()
