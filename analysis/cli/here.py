"""What the commands work with: settings, store, checker, the files named, the time."""

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from analysis.cli.spoken import fail
from analysis.intake import Checker, Limits, Upload
from analysis.settings import Settings, WrongSetting, read
from analysis.store import Store, Unavailable, UnknownRevision
from analysis.words import Words

MEGABYTE = 1024 * 1024


@contextmanager
def in_words(words: Words) -> Iterator[Settings]:
    """The settings in force. What goes wrong inside is said in a sentence, and the command ends as failed."""
    try:
        yield read()
    except UnknownRevision as error:
        fail(words("command.error.revision", revision=error.args[0]))
    except Unavailable as error:
        fail(words(f"store.{error.reason}", detail=error))
    except OSError as error:
        fail(words("command.error.file", file=error.filename, detail=error.strerror))
    except WrongSetting as error:
        fail(words(f"setting.{error.wrong}", **vars(error)))


@contextmanager
def opened(settings: Settings) -> Iterator[Store]:
    """The store, made where there is none."""
    with closing(Store.open(settings.store)) as store:
        yield store


@contextmanager
def found(settings: Settings) -> Iterator[Store | None]:
    """The store where there is one, else None: a command that only reads makes none."""
    store = Store.found(settings.store)
    if store is None:
        yield None
    else:
        with closing(store):
            yield store


@contextmanager
def standing(settings: Settings, revision: str) -> Iterator[Store]:
    """The store that should hold a revision; UnknownRevision where there is no store."""
    with found(settings) as store:
        if store is None:
            raise UnknownRevision(revision)
        yield store


@contextmanager
def checker(settings: Settings) -> Iterator[Checker]:
    """The process that checks uploads, with the limits of the settings."""
    limits = Limits.of(
        file_mb=settings.file_mb,
        sheet_rows=settings.sheet_rows,
        check_mb=settings.check_mb,
        check_seconds=settings.check_seconds,
    )
    with closing(Checker(limits)) as opened:
        yield opened


def uploads(files: Sequence[Path], settings: Settings) -> list[Upload]:
    """The files as they are handed over; one that cannot be read is empty, so that the check refuses it."""
    return [Upload(path.name or str(path), _data(path, settings.file_mb * MEGABYTE)) for path in files]


def now() -> datetime:
    """The time by the clock, aware."""
    return datetime.now(UTC)


def _data(path: Path, most: int) -> bytes:
    """What a file holds, one byte more than is allowed at most."""
    try:
        with path.open("rb") as file:
            return file.read(most + 1)
    except OSError:
        return b""
