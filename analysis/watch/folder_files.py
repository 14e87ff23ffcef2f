"""The files of a watched folder, and why some of them are no updates: by their names and sizes alone."""

import re
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Obstacle = Literal["open", "copy", "empty", "partial"]
"""Why a file is no update: a program has it "open"; it is the "copy" that a synchronising program made of two changes
at once; it is "empty"; it is "partial", a download that has not ended."""
ENDINGS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".csv")
PARTIAL = (".tmp", ".partial", ".part", ".crdownload", ".download", ".filepart")
STALE_SECONDS = 24 * 3600
"""A lock file that is older was left behind by a program that ended without removing it."""
_OFFICE_LOCK, _LIBRE_LOCK = re.compile(r"~\$(?P<name>.+)"), re.compile(r"\.~lock\.(?P<name>.+)#")
_CUT = 2
"""Letters of a longer name that Office leaves out at the start of its lock file's."""
_WORDS = re.compile(
    r"conflict(ed|ing)?[ _-]cop(y|ies)|sync-conflict|case conflict|ristiriitainen kopio|ristiriitakopio"
    r"|motstridig kopia|konfliktkopia|kopia i konflikt",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r".+-(?=[A-ZÅÄÖ0-9-]*[A-ZÅÄÖ])[A-ZÅÄÖ0-9][A-ZÅÄÖ0-9-]*-\d{1,2}")
"""The name of a file, of a computer, and a number, as OneDrive makes it: "tapahtumat-KONE-2"."""
_HOST = re.compile(r"(?=[A-Z0-9-]*[A-Z])[A-Z0-9][A-Z0-9-]{0,14}")
"""The name of a computer, as Windows writes it."""


@dataclass(frozen=True)
class FolderFile:
    """A file of the folder: its path, size in bytes, time of change in nanoseconds; ``obstacle``: why it is no update,
    None if it is one."""

    path: Path
    size: int
    changed: int
    obstacle: Obstacle | None = None


def folder_files(folder: Path) -> list[FolderFile]:
    """The tables and half-written files directly in a folder, those that changed first before the others.

    Other files, folders and links are passed over. OSError if the folder cannot be read.
    """
    entries = []
    for path in folder.iterdir():
        try:
            if path.is_file() and not path.is_symlink():
                entries.append((path, path.stat()))
        except OSError:
            # It was removed after it was listed.
            continue
    limit = time.time() - STALE_SECONDS
    names, locks = {path.name for path, _ in entries}, {path.name for path, state in entries if state.st_mtime > limit}
    files = []
    for path, state in entries:
        is_table = path.suffix.casefold() in ENDINGS and not _lock(path.name)
        if is_table or path.suffix.casefold() in PARTIAL:
            obstacle = _obstacle(path.name, state.st_size, names, locks)
            files.append(FolderFile(path, state.st_size, state.st_mtime_ns, obstacle))
    return sorted(files, key=lambda each: (each.changed, each.path.name))


def _obstacle(name: str, size: int, names: Iterable[str], locks: Iterable[str]) -> Obstacle | None:
    """Why a file is no update. ``names``: of all files of its folder, ``locks``: of those that are not old."""
    stem, _, ending = name.rpartition(".")
    if f".{ending}".casefold() in PARTIAL:
        return "partial"
    if size == 0:
        return "empty"
    if is_conflict_copy(stem, [each.rpartition(".")[0] for each in names if each.endswith(f".{ending}")]):
        return "copy"
    return "open" if any(_locks(_lock(each), name) for each in locks) else None


def is_conflict_copy(stem: str, stems: Iterable[str]) -> bool:
    """Whether a name, without its ending, is that of a conflict copy; ``stems``: those of all files beside it.

    Words say it in any case. A computer's name at the end says it with a number, or if the file itself is there too.
    """
    if _WORDS.search(stem) or _NUMBERED.fullmatch(stem):
        return True
    others = {each.casefold() for each in stems}
    cuts = [place for place, sign in enumerate(stem) if sign == "-" and place]
    return any(stem[:place].casefold() in others and _HOST.fullmatch(stem[place + 1 :]) for place in cuts)


def _lock(name: str) -> str:
    """What the name of a lock file says of the file that is open; empty if it is no lock file."""
    found = _OFFICE_LOCK.fullmatch(name) or _LIBRE_LOCK.fullmatch(name)
    return found["name"] if found else ""


def _locks(lock: str, name: str) -> bool:
    """Whether what a lock file says (`_lock`) means the file of a name: the whole name, or all but its start."""
    return bool(lock) and (lock == name or name[_CUT:] == lock)
