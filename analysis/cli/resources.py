"""Settings, store, checking process and files of a command."""

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from analysis.cli.translated_click import fail
from analysis.intake import Checker, Limits, Upload
from analysis.settings import Settings, WrongSetting, read
from analysis.store import Store, Unavailable, UnknownDraft, UnknownRevision
from analysis.words import Translator

MEGABYTE = 1024 * 1024


@contextmanager
def settings_or_failure(words: Translator) -> Iterator[Settings]:
    """The settings in force. Errors of settings, store and files are printed as a sentence and end the command."""
    try:
        yield read()
    except UnknownRevision as error:
        fail(words("command.error.revision", revision=error.args[0]))
    except UnknownDraft as error:
        fail(words("command.error.draft", draft=error.args[0]))
    except Unavailable as error:
        fail(words(f"store.{error.reason}", detail=error))
    except OSError as error:
        fail(words("command.error.file", file=error.filename, detail=error.strerror))
    except WrongSetting as error:
        fail(words(f"setting.{error.wrong}", **vars(error)))


@contextmanager
def existing_store(settings: Settings, *, writes: bool = False) -> Iterator[Store | None]:
    """The store, None if there is none; for a command that ``writes``, else for reading alone."""
    store = Store.open_existing(settings.store)
    if store and writes:
        store.close()
        store = Store.open(settings.store)
    try:
        yield store
    finally:
        if store:
            store.close()


@contextmanager
def store_with(settings: Settings, missing: Exception, *, writes: bool = False) -> Iterator[Store]:
    """The store that should hold something; ``missing`` is raised if there is no store."""
    with existing_store(settings, writes=writes) as store:
        if store is None:
            raise missing
        yield store


@contextmanager
def checker(settings: Settings) -> Iterator[Checker]:
    """The process that checks uploads, with the limits of the settings."""
    with closing(Checker(Limits(**settings.check_limits))) as process:
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
