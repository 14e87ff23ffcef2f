"""Command ``watch``: publishes what a synchronised folder brings, and reports beside the file what it does not."""

import signal
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

import click

from analysis.cli import text_lines
from analysis.cli.resources import checker, settings_or_failure
from analysis.cli.translated_click import LANGUAGE_OPTION, PATH, WORDS, Command, fail, option
from analysis.cli.watch_reports import handling_lines, remove_left_reports, remove_report, write_report
from analysis.log import exception_trace
from analysis.schema.aliases import SEVEN
from analysis.settings import PREFIX, Settings, WrongSetting
from analysis.store import Store, Unavailable
from analysis.watch import FolderFile, FolderUpdates, Handling, folder_files, still_files
from analysis.watch.folder_updates import DONE
from analysis.words import Translator

SOMETHING_LEFT = 1
"""Exit status of ``--once``: not all that is in the folder is published."""
REPORTED = "copy"
"""Of what is no update, the copies have a report: somebody has to look at them. All else ends by itself."""


@dataclass
class Watch:
    """One watching of a folder. ``before``: the last look; ``notices``: what was said of files that are no updates;
    ``is_silent``: whether it was said that folder or store cannot be used."""

    folder: Path
    updates: FolderUpdates
    words: Translator
    before: list[FolderFile] = field(default_factory=list)
    notices: set[tuple[str, str]] = field(default_factory=set)
    is_silent: bool = False

    def look(self) -> bool:
        """Look at the folder once and handle what has stopped changing; whether all in it is published, or was.

        Neither a folder nor a store that cannot be used for a while ends it.
        """
        try:
            now = folder_files(self.folder)
            self._tell_obstacles(now)
            remove_left_reports(self.folder, self.words)
            still = still_files(self.before, now)
            self.before = now
            results = [self._tell(each) for each in self.updates.handle(still)]
        except (OSError, Unavailable) as error:
            self._tell_silence(error)
            return False
        self.is_silent = False
        return all(results) and len(still) == len(now)

    def _tell_obstacles(self, files: list[FolderFile]) -> None:
        """Say of each file that is no update why, once; beside a copy there is a report too."""
        pairs = {(each.path.name, each.obstacle): each for each in files if each.obstacle}
        for (name, obstacle), each in pairs.items():
            if (name, obstacle) in self.notices:
                continue
            text = self.words(f"watch.obstacle.{obstacle}", file=name)
            text_lines.show([text])
            if obstacle == REPORTED:
                write_report(each.path, [text], self.words)
        self.notices = {(name, str(obstacle)) for name, obstacle in pairs}

    def _tell(self, handling: Handling) -> bool:
        """Say what came of an upload, and write or remove the reports of its files; whether it is done."""
        lines = list(handling_lines(handling, self.words))
        names = ", ".join(each.path.name for each in handling.files)
        text_lines.show([self.words("watch.line", files=names, what=lines[-1])])
        if handling.error:
            click.echo(exception_trace(handling.error), err=True)
        is_done = handling.status in DONE
        for each in handling.files:
            if is_done:
                remove_report(each.path, self.words)
            else:
                write_report(each.path, lines, self.words)
        return is_done

    def _tell_silence(self, error: OSError | Unavailable) -> None:
        """Say once that the folder or the store cannot be used; it is tried again at the next look."""
        if self.is_silent:
            return
        self.is_silent = True
        if isinstance(error, Unavailable):
            text = self.words(f"store.{error.reason}", detail=error)
        else:
            text = self.words("command.error.file", file=error.filename, detail=error.strerror)
        click.echo(text, err=True)


@click.command("watch", cls=Command)
@click.argument("folder", metavar=WORDS("command.metavar.folder"), type=PATH)
@option("once", is_flag=True)
@option("interval", "seconds", type=click.FloatRange(0.01))
@LANGUAGE_OPTION
def watch(folder: Path, once: bool, interval: float | None, language: Translator) -> int:
    """Publish what a folder brings until the process is told to end; with --once look twice and end.

    folder: the folder; once: for timers, 1 if something in it could not be published; interval: seconds between two
    looks, else those of the settings; language: of what is said and of the reports.
    """
    if not folder.is_dir():
        fail(language("watch.no_folder", folder=folder))
    with (
        settings_or_failure(language) as settings,
        closing(Store.open(settings.store)) as store,
        checker(settings, short=False) as process,
        _end_signal() as end,
    ):
        author, regions = settings.watch_author or language("watch.author"), _regions(settings)
        note = language("watch.note", files="{files}")
        state = Watch(folder, FolderUpdates(store, process, settings, author, note, regions), language)
        pause = interval or settings.watch_seconds
        state.look()
        while not end.wait(pause):
            is_done = state.look()
            if once:
                return 0 if is_done else SOMETHING_LEFT
    return 0


@contextmanager
def _end_signal() -> Iterator[Event]:
    """An event that is set when the process is told to end: what is being published then is published first."""
    end = Event()
    numbers = (signal.SIGTERM, signal.SIGINT)
    before = [signal.signal(number, lambda *_: end.set()) for number in numbers]
    try:
        yield end
    finally:
        for number, handler in zip(numbers, before, strict=True):
            signal.signal(number, handler)


def _regions(settings: Settings) -> frozenset[str]:
    """The regions that the settings name; WrongSetting if one of them is none of the seven."""
    codes = frozenset(filter(None, settings.watch_regions.replace(",", " ").split()))
    if unknown := codes - set(SEVEN):
        raise WrongSetting(f"{PREFIX}WATCH_REGIONS", "choice", ", ".join(sorted(unknown)), ", ".join(SEVEN))
    return codes
