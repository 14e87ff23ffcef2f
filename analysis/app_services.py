"""Application services of a running dashboard, one set a process: settings, store, checking process, sign-in service.

Pages and HTTP routes run in one process and must share them; routes cannot see what Streamlit caches.
"""

from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock

from analysis.access import HandedFiles, SessionService, build_session_service
from analysis.exports.shared import background_job
from analysis.intake import Checker, Limits
from analysis.publishing import ensure_first
from analysis.schema import LANGUAGES
from analysis.settings import PREFIX, Settings, WrongSetting, read, require_persons
from analysis.store import Store, Unavailable
from analysis.words import translator


@dataclass(frozen=True)
class AppServices:
    """The settings in force, the store, the checking process, the sign-in service, the files that pages handed out."""

    settings: Settings
    store: Store
    checker: Checker
    sessions: SessionService
    files: HandedFiles = field(default_factory=HandedFiles)


_lock = Lock()
_current: list[AppServices] = []


def app_services() -> AppServices:
    """The services of this process, built at the first call from the settings of the environment."""
    with _lock:
        if not _current:
            _current.append(build(read()))
        return _current[0]


def build(settings: Settings) -> AppServices:
    """New services: the store is opened, and the shipped workbook published if the store never held a revision.

    Unavailable if the store cannot be opened; WrongSetting if a file that the settings name cannot be read, or if a
    second person has to say yes and nobody has a name.
    """
    require_persons(settings)
    _require_readable(settings.deck_template, "DECK_TEMPLATE")
    store = Store.open(settings.store)
    checker = Checker(Limits(**settings.check_limits))
    words = translator(next(each for each in LANGUAGES if each == settings.language))
    if not store.revisions():
        _require_readable(settings.workbook, "WORKBOOK")
    ensure_first(store, checker, Path(settings.workbook), datetime.now(UTC), note=words("desk.first_note"))
    return AppServices(settings, store, checker, build_session_service(settings, store.journal))


def _require_readable(path: str, name: str) -> None:
    """Raise WrongSetting if a file is named that cannot be read."""
    try:
        if path:
            Path(path).open("rb").close()
    except OSError as error:
        raise WrongSetting(PREFIX + name, "file", path) from error


def close(for_good: bool = False) -> None:
    """Close and forget the services of this process and end its background jobs; the next call builds new ones.

    ``for_good``: the program ends, and nothing is built any more.
    """
    background_job.close_jobs()
    with _lock:
        while _current:
            services = _current.pop()
            services.checker.close(for_good)
            with suppress(Unavailable):
                services.store.usage.write()
            services.store.close()
