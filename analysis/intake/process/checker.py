"""The check in a process of its own, so that no file can cost more than a worker."""

import multiprocessing
import os
import pickle
import shutil
import signal
import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError, Future, TimeoutError, wait
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from multiprocessing import forkserver
from multiprocessing.util import get_temp_dir
from pathlib import Path
from threading import Lock, Thread
from typing import Any

from pebble import ProcessExpired, ProcessPool

import analysis
from analysis.intake.annotated_copy.annotation import AnnotatedCopy, annotation_spec
from analysis.intake.cells.lexicon import Lexicons
from analysis.intake.check_result import CheckResult, Upload
from analysis.intake.files.formats import COMPOUND
from analysis.intake.limits import Limits
from analysis.intake.process.worker import Answer, bound_memory, check, file_under_way
from analysis.intake.reading import log, refuse, trace
from analysis.schema import Issue, Tables
from analysis.words import Translator

WORKERS = 2
POOLS = 2
"""A task is given to so many pools, one after the other; if all of them stop it has no answer."""
POLL_SECONDS = 0.5
"""Seconds after which a thread that waits for an answer checks that the pool lives."""
ROOT = Path(analysis.__file__).parents[1]
ENGINE = f"{__name__.rpartition('.')[0]}.engine"
# An allocation that fails in the native reader aborts the process; the kernel kills one that takes too much.
_OUT_OF_MEMORY = (-signal.SIGABRT, -signal.SIGKILL)
# An xls is not packed: one that takes so many times its size runs in a circle of damaged sectors.
_MOST_UNPACKED = 50


class PoolStopped(Exception):
    """Every pool that was given a task stopped before it was finished."""


_NO_ANSWER = (TimeoutError, ProcessExpired, CancelledError, PoolStopped)


@dataclass
class _Turn:
    """A sender's turn: held by one thread, and how many hold it or wait for it."""

    lock: Lock = field(default_factory=Lock)
    holders: int = 0


class Checker:
    """Checks uploads in worker processes. One is enough for a whole program, from any thread; `close` it at the end.

    Workers are forked from a server that has the engine loaded; each does one check, so that its memory comes back.
    With ``short`` one worker does all checks, forked from this process before it has other threads: for a program of a
    second, which would else load the engine twice. It is for checks alone; where it is replaced, because a check took
    too long, nothing may be loaded meanwhile.
    ``under_way``: the checks that are not finished; ``turns``: the turns of senders who have one or wait for theirs.
    """

    def __init__(self, limits: Limits | None = None, *, short: bool = False) -> None:
        self.limits = limits or Limits()
        self.short = short
        self.turns: dict[str, _Turn] = {}
        self.under_way: set[Future[Answer]] = set()
        self._lock = Lock()
        self._closed = False
        self._pool = self._new_pool()

    @contextmanager
    def turn(self, sender: str) -> Iterator[None]:
        """Wait until no other work of this sender is under way: within it she has one worker at most.

        Whatever one sender has checked, the other workers are left to the others.
        """
        with self._lock:
            turn = self.turns.setdefault(sender, _Turn())
            turn.holders += 1
        try:
            with turn.lock:
                yield
        finally:
            with self._lock:
                turn.holders -= 1
                if not turn.holders:
                    del self.turns[sender]

    def check(
        self,
        uploads: Sequence[Upload],
        published: Tables,
        now: datetime,
        stays: Tables | None = None,
        words: Tables | None = None,
    ) -> CheckResult:
        """As `read`. An upload that takes too long or too much memory is ``too-large``, one that a worker cannot
        finish for another reason ``unreadable-file``. Raises RuntimeError once the checker is closed.

        uploads, published, now, stays: as of `read`; words: tables whose words are known instead of the published ones.
        """
        lexicons = (Lexicons.of_published(published, words, bool(stays)), Lexicons.of(stays or {}))
        with tempfile.TemporaryDirectory() as folder:
            place = Path(folder, "place")
            try:
                answer = self._answer(check, (tuple(uploads), lexicons, self.limits, now, place))
            except _NO_ANSWER as end:
                return self._refusal(uploads, end, file_under_way(place))
        if answer.fault:
            log.error("%s", answer.fault)
            return refuse(uploads, "unreadable-file")
        result: CheckResult = pickle.loads(answer.result)
        return result

    def annotated_copy(
        self,
        uploads: Sequence[Upload],
        result: CheckResult,
        place: int,
        words: Translator,
        issues: Sequence[Issue] = (),
        origin: str | None = None,
    ) -> AnnotatedCopy:
        """The annotated copy of one file of a checked upload; if a worker cannot make it, the list of issues alone.

        uploads, result, place: the files, their check, and which of them; words: the language; issues, origin: as of
        `annotation_spec`.
        """
        # What is loaded here would be half loaded in a worker that is forked meanwhile.
        assert not self.short
        # openpyxl takes as long to load as an ordinary check.
        from analysis.intake.annotated_copy.issue_list import list_only
        from analysis.intake.process.annotation_worker import annotate_upload

        spec = annotation_spec(result, result.files[place].name, words, issues, origin)
        try:
            answer = self._answer(annotate_upload, (uploads[place], spec, self.limits))
        except _NO_ANSWER as end:
            return list_only(spec, "unreadable" if isinstance(end, PoolStopped) else "large")
        copy: AnnotatedCopy = pickle.loads(answer.result)
        return copy

    def close(self, for_good: bool = False) -> None:
        """Stop the workers; a check that is under way ends as unreadable.

        ``for_good``: the program ends. The fork server's folder is then removed from the system's temporary one: Python
        does so when an interpreter ends, and a server that is stopped ends by the signal itself.
        """
        self._closed = True
        for future in tuple(self.under_way):
            future.cancel()
        with self._lock:
            self._pool.stop()
            self._pool.join()
        if for_good:
            shutil.rmtree(get_temp_dir(), ignore_errors=True)

    def _refusal(self, uploads: Sequence[Upload], end: Exception, place: int | None) -> CheckResult:
        """The result of a check that a worker did not finish; ``place``: the file being read, None if all together."""
        code = "too-large" if isinstance(end, TimeoutError) else "unreadable-file"
        if isinstance(end, PoolStopped):
            log.error("%s", trace(end))
        elif isinstance(end, ProcessExpired) and end.exitcode in _OUT_OF_MEMORY:
            size = len(uploads[place].data) if place is not None and uploads[place].data.startswith(COMPOUND) else 0
            code = "unreadable-file" if 0 < size * _MOST_UNPACKED < self.limits.memory_bytes else "too-large"
        return refuse(uploads, code, place)

    def _answer(self, work: Callable[..., Answer], task: tuple[Any, ...]) -> Answer:
        """The answer of a worker. A pool that stops is replaced and the new one asked; PoolStopped if that stops too.

        It stops if a worker dies that has no task. Its threads may die of anything; then no task would ever end and no
        time limit would work, so the thread that waits checks the pool.
        """
        for _ in range(POOLS):
            pool = self._pool
            try:
                return self._wait(pool, work, task)
            except RuntimeError:
                if self._closed:
                    raise
            with self._lock:
                if self._pool is pool:
                    pool.stop()
                    pool.join()
                    self._pool = self._new_pool()
        raise PoolStopped

    def _wait(self, pool: ProcessPool, work: Callable[..., Answer], task: tuple[Any, ...]) -> Answer:
        """The answer of a pool; RuntimeError if it stops before."""
        future = pool.schedule(work, task, timeout=self.limits.seconds)
        self.under_way.add(future)
        try:
            while not wait([future], timeout=POLL_SECONDS).done:
                if not pool.active:
                    raise RuntimeError("the pool of workers has stopped")
            return future.result()
        finally:
            self.under_way.discard(future)

    def _new_pool(self) -> ProcessPool:
        """A new pool; workers of a server are started without waiting for them."""
        pool = ProcessPool(
            max_workers=1 if self.short else WORKERS,
            max_tasks=0 if self.short else 1,
            initializer=bound_memory,
            initargs=(self.limits.memory_bytes,),
            context=multiprocessing.get_context("fork" if self.short else "forkserver"),
        )
        if not self.short:
            Thread(target=_start, args=(pool,), daemon=True).start()
        return pool


def _start(pool: ProcessPool) -> None:
    """Start a pool, and before it the fork server with the environment of an interpreter that can import the engine.

    glibc would reserve 64 MB of addresses for each thread, and fall back on them once the bound is reached; OpenBLAS
    starts threads for linear algebra, of which there is none.
    """
    path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
    own = {"PYTHONPATH": path, "MALLOC_ARENA_MAX": "1", "OPENBLAS_NUM_THREADS": "1"}
    before = {name: os.environ.get(name) for name in own}
    os.environ.update(own)
    try:
        forkserver.set_forkserver_preload([ENGINE])
        forkserver.ensure_running()
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
    # Asking for its state starts a pool.
    _ = pool.active
