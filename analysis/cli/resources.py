"""Settings, store, checking process and files of a command."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.cli.translated_click import fail
from analysis.intake import Checker, Limits, Upload
from analysis.schema import TABLES, Tables, all_tables
from analysis.settings import Settings, WrongSetting, read
from analysis.words import Translator

if TYPE_CHECKING:
    from analysis.store import Store

MEGABYTE = 1024 * 1024


@contextmanager
def settings_or_failure(words: Translator) -> Iterator[Settings]:
    """The settings in force. Errors of settings, store and files are printed as a sentence and end the command."""
    try:
        yield read()
    except OSError as error:
        fail(words("command.error.file", file=error.filename, detail=error.strerror))
    except WrongSetting as error:
        fail(words(f"setting.{error.wrong}", **vars(error)))
    except Exception as error:
        from analysis.cli.store_errors import store_error_text

        text = store_error_text(error, words)
        if text is None:
            raise
        fail(text)


@contextmanager
def existing_store(settings: Settings, *, writes: bool = False) -> Iterator[Store | None]:
    """The store, None if there is none; for a command that ``writes``, else for reading alone."""
    if _lacks_file(settings.store):
        yield None
        return
    # Databases take as long to load as an ordinary check.
    from analysis.store import Store

    store = Store.open_existing(settings.store)
    if store and writes:
        store.close()
        store = Store.open(settings.store)
    try:
        yield store
    finally:
        if store:
            store.close()


def _lacks_file(url: str) -> bool:
    """Whether an address is that of a file, and there is none; of addresses with options the store itself knows."""
    scheme, _, path = url.partition(":///")
    if scheme != "sqlite" or path in ("", ":memory:") or "?" in path:
        return False
    try:
        return not Path(path).exists()
    except OSError:
        # The store itself says that it cannot be reached.
        return False


def published_tables(store: Store | None) -> Tables:
    """The published tables, empty ones if nothing is published."""
    current = store.current() if store else None
    return store.tables(current.id) if store and current else all_tables({}, TABLES)


@contextmanager
def store_with(settings: Settings, missing: Exception, *, writes: bool = False) -> Iterator[Store]:
    """The store that should hold something; ``missing`` is raised if there is no store."""
    with existing_store(settings, writes=writes) as store:
        if store is None:
            raise missing
        yield store


@contextmanager
def checker(settings: Settings, *, short: bool = True) -> Iterator[Checker]:
    """What checks uploads, with the limits of the settings; ``short`` as of `Checker`."""
    with closing(Checker(Limits(**settings.check_limits), short=short)) as process:
        yield process


def uploads(files: Sequence[Path], settings: Settings) -> list[Upload]:
    """The files, each read to one byte more than allowed at most; an unreadable one is empty, so that it is refused."""
    contents = []
    for path in files:
        try:
            with path.open("rb") as file:
                data = file.read(settings.file_mb * MEGABYTE + 1)
        except OSError:
            data = b""
        contents.append(Upload(path.name or str(path), data))
    return contents
