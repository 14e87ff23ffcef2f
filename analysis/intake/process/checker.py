"""The check in a process of its own, so that no file can cost more than a worker."""

import multiprocessing
import os
import pickle
import signal
import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError, Future, TimeoutError, wait
from contextlib import contextmanager
from datetime import datetime
from multiprocessing import forkserver
from pathlib import Path
from threading import Lock, Thread
from typing import Any

from pebble import ProcessExpired, ProcessPool

import analysis
from analysis.intake.annotated_copy.annotation_spec import AnnotatedCopy, annotation_spec
from analysis.intake.annotated_copy.issue_list import list_only
from analysis.intake.cells.lexicon import Lexicons
from analysis.intake.check_result import CheckResult, Upload
from analysis.intake.files.formats import is_compound
from analysis.intake.limits import Limits
from analysis.intake.process.worker import Answer, annotate_upload, bound_memory, check, file_under_way
from analysis.intake.reading import refuse, report
from analysis.schema import Tables
from analysis.words import Translator

WORKERS = 2
LOOKED_AFTER = 0.5
"""Seconds after which whoever waits for an answer sees whether the pool still lives."""
ROOT = Path(analysis.__file__).parents[1]
ENGINE = f"{__name__.rpartition('.')[0]}.engine"
# An allocation that fails in the native reader aborts the process; the kernel kills one that takes too much.
_OUT_OF_MEMORY = (-signal.SIGABRT, -signal.SIGKILL)
# An xls is not packed: one that takes so many times its size runs in a circle of damaged sectors.
_MOST_UNPACKED = 50


class Checker:
    """Checks uploads in worker processes. One is enough for a whole program, from any thread; `close` it at the end.

    Workers are forked from a server that has the engine loaded; each does one check, so that its memory comes back.
    """

    def __init__(self, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()
        self._lock = Lock()
        self._closed = False
        self._under_way: set[Future[Answer]] = set()
        self._pool = self._opened()

    def check(
        self, uploads: Sequence[Upload], published: Tables, now: datetime, stays: Tables | None = None
    ) -> CheckResult:
        """As `read`; what takes too long or too much memory is ``too-large``, what kills the reader unreadable.

        RuntimeError once the checker is closed, or if no worker can be started.
        """
        with tempfile.TemporaryDirectory() as folder:
            place = Path(folder, "place")
            try:
                lexicons = (Lexicons.of(published), Lexicons.of(stays or {}))
                answer = self._answer(check, (tuple(uploads), lexicons, self.limits, now, place))
            except (TimeoutError, ProcessExpired, CancelledError) as end:
                return self._refusal(uploads, end, file_under_way(place))
        if answer.fault:
            report(answer.fault)
            return refuse(uploads, "unreadable-file")
        checked: CheckResult = pickle.loads(answer.pickled)
        return checked

    def annotated_copy(
        self, uploads: Sequence[Upload], checked: CheckResult, place: int, words: Translator
    ) -> AnnotatedCopy:
        """The marked copy of one file of a checked upload; if a worker cannot make it, the list of issues alone."""
        wanted = annotation_spec(checked, checked.files[place].name, words)
        try:
            answer = self._answer(annotate_upload, (uploads[place], wanted, self.limits))
        except (TimeoutError, ProcessExpired, CancelledError):
            return list_only(wanted, "large")
        copy: AnnotatedCopy = pickle.loads(answer.pickled)
        return copy

    @property
    def busy(self) -> bool:
        """Whether a check is under way."""
        return bool(self._under_way)

    def close(self) -> None:
        """Stop the workers; a check that is under way ends as unreadable."""
        self._closed = True
        for future in tuple(self._under_way):
            future.cancel()
        with self._lock:
            self._pool.stop()
            self._pool.join()

    def _refusal(self, uploads: Sequence[Upload], end: BaseException, place: int | None) -> CheckResult:
        """The result of a check that a worker did not finish.

        end: how the worker ended.
        place: the file that it was reading, None if all of them together.
        """
        if isinstance(end, ProcessExpired) and end.exitcode in _OUT_OF_MEMORY:
            size = len(uploads[place].data) if place is not None and is_compound(uploads[place].data) else 0
            damaged = 0 < size * _MOST_UNPACKED < self.limits.memory_bytes
            return refuse(uploads, "unreadable-file" if damaged else "too-large", place)
        return refuse(uploads, "too-large" if isinstance(end, TimeoutError) else "unreadable-file", place)

    def _answer(self, work: Callable[..., Answer], task: tuple[Any, ...]) -> Answer:
        """The answer of a worker. A pool that gave up, or whose threads died, is replaced once and asked again.

        It gives up when a worker dies that has no task. Its threads may die of anything; then no task of its would ever
        end, and no limit of time would be kept, so whoever waits looks after it.
        """
        for pool in (self._pool, None):
            try:
                return self._done(pool or self._pool, work, task)
            except RuntimeError:
                if self._closed or pool is None:
                    raise
                self._mend(pool)
        raise AssertionError

    def _done(self, pool: ProcessPool, work: Callable[..., Answer], task: tuple[Any, ...]) -> Answer:
        future = pool.schedule(work, task, timeout=self.limits.seconds)
        self._under_way.add(future)
        try:
            while True:
                done, _ = wait([future], timeout=LOOKED_AFTER)
                if done:
                    return future.result()
                if not pool.active:
                    raise RuntimeError("the pool of workers has stopped")
        finally:
            self._under_way.discard(future)

    def _mend(self, broken: ProcessPool) -> None:
        with self._lock:
            if self._pool is broken:
                broken.stop()
                broken.join()
                self._pool = self._opened()

    def _opened(self) -> ProcessPool:
        """A new pool, its workers started without waiting for them."""
        pool = ProcessPool(
            max_workers=WORKERS,
            max_tasks=1,
            initializer=bound_memory,
            initargs=(self.limits.memory_bytes,),
            context=multiprocessing.get_context("forkserver"),
        )
        Thread(target=_start, args=(pool,), daemon=True).start()
        return pool


def _start(pool: ProcessPool) -> None:
    with _environment():
        forkserver.set_forkserver_preload([ENGINE])
        forkserver.ensure_running()
    # Asking for its state starts a pool.
    _ = pool.active


@contextmanager
def _environment() -> Iterator[None]:
    """That of a new interpreter which can import the engine, wherever this one was started, and reserves no addresses.

    glibc would else reserve 64 MB for a thread, and fall back on them once the bound is reached.
    """
    path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
    given = {"PYTHONPATH": path, "MALLOC_ARENA_MAX": "1"}
    before = {name: os.environ.get(name) for name in given}
    os.environ.update(given)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
