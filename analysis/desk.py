"""What a running dashboard holds, once a process: settings, store, the process that checks uploads, the door.

Pages and HTTP routes run in one process and must see the same; what Streamlit caches its routes cannot see.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock

from analysis.access import Door, door
from analysis.exports import work
from analysis.intake import Checker, Limits
from analysis.publishing import ensure_first
from analysis.schema import LANGUAGES
from analysis.settings import PREFIX, Settings, WrongSetting, read
from analysis.store import Store
from analysis.words import words


@dataclass(frozen=True)
class Desk:
    """The settings in force, the store, the checking process and the door."""

    settings: Settings
    store: Store
    checker: Checker
    door: Door


_lock = Lock()
_held: list[Desk] = []


def desk() -> Desk:
    """The desk of this process, laid by the first who asks, as the environment's settings say."""
    with _lock:
        if not _held:
            _held.append(lay(read()))
        return _held[0]


def lay(settings: Settings) -> Desk:
    """A new desk: the store opened, the shipped workbook published where nothing ever was.

    Unavailable where the store cannot be opened; WrongSetting where a file that they name cannot be read.
    """
    _readable(settings.deck_template, "DECK_TEMPLATE")
    store = Store.open(settings.store)
    bounds = Limits.of(
        file_mb=settings.file_mb,
        sheet_rows=settings.sheet_rows,
        check_mb=settings.check_mb,
        check_seconds=settings.check_seconds,
    )
    checker = Checker(bounds)
    language = next(each for each in LANGUAGES if each == settings.language)
    note = words(language)("desk.first_note")
    if not store.revisions():
        _readable(settings.workbook, "WORKBOOK")
    ensure_first(store, checker, Path(settings.workbook), datetime.now(UTC), note=note)
    return Desk(settings, store, checker, door(settings, store.journal))


def _readable(path: str, name: str) -> None:
    """WrongSetting where a file is named that cannot be read."""
    try:
        if path:
            Path(path).open("rb").close()
    except OSError as error:
        raise WrongSetting(PREFIX + name, "file", path) from error


def clear() -> None:
    """Close what the desk of this process holds and forget it, and end the files that are being made.

    The next who asks gets a new one.
    """
    work.close()
    with _lock:
        while _held:
            gone = _held.pop()
            gone.checker.close()
            gone.store.close()
