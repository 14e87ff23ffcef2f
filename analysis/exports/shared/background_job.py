"""Progress of long work, and files that are made in the background and can be stopped."""

import io
import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event, Lock
from typing import IO, Literal, TypeVar
from weakref import WeakSet, finalize

Progress = Callable[[int, int], None]
"""Called with the number of finished steps and that of all steps; an exception of it ends the work."""
State = Literal["waiting", "working", "ready", "stopped", "failed"]
Make = Callable[[Progress], bytes]
Item = TypeVar("Item")
AT_ONCE = 2
"""Number of files that a process makes at the same time; other jobs wait for their turn."""


class JobStopped(Exception):
    """The work was stopped by the person who wanted it."""


def no_progress(step: int, total: int) -> None:
    """Default callback: ignores progress."""


def with_progress(items: Sequence[Item], progress: Progress) -> Iterator[Item]:
    """The items one by one; progress is reported before each and after the last."""
    for step, item in enumerate(items):
        progress(step, len(items))
        yield item
    progress(len(items), len(items))


def nested_progress(progress: Progress) -> tuple[Progress, Progress]:
    """A callback for steps, and one for the work within a step: it may end the work, and repeats the outer numbers."""
    last = (0, 0)

    def outer(step: int, total: int) -> None:
        nonlocal last
        last = (step, total)
        progress(step, total)

    return outer, lambda step, total: progress(*last)


class BackgroundJob:
    """A file that is made in the background. It begins by itself, and ends before its next step after `stop`.

    The finished file is not in memory: it is a temporary file without a name until the job is dropped.
    """

    def __init__(self, make: Make) -> None:
        self.step, self.total = 0, 0
        self._stop, self._reading = Event(), Lock()
        with _lock:
            if not _pools:
                _pools.append(ThreadPoolExecutor(AT_ONCE, thread_name_prefix="files"))
            _jobs.add(self)
            self._future: Future[IO[bytes]] = _pools[0].submit(self._run, make)

    @property
    def state(self) -> State:
        """Where the job is now."""
        if self._future.cancelled():
            return "stopped"
        if not self._future.done():
            return "working" if self._future.running() else "waiting"
        error = self._future.exception()
        return "ready" if error is None else "stopped" if isinstance(error, JobStopped) else "failed"

    @property
    def is_over(self) -> bool:
        """True if the job has finished, failed or been stopped."""
        return self._future.done()

    @property
    def file(self) -> bytes:
        """The file; waits for it. Raises the exception that ended the job, and JobStopped if its file was dropped."""
        with self._reading:
            file = self._future.result()
            if file.closed:
                raise JobStopped
            file.seek(0)
            return file.read()

    @property
    def error(self) -> BaseException | None:
        """The exception of a failed job; None in every other state."""
        return self._future.exception() if self.state == "failed" else None

    def stop(self) -> None:
        """End the job: at once if it has not begun, else before its next step. Drops the file of a finished one."""
        self._stop.set()
        self._future.cancel()
        if self.state == "ready":
            with self._reading:
                self._future.result().close()

    def _run(self, make: Make) -> IO[bytes]:
        """Make the file and put it aside, on disk if there is room for it; called by the pool."""

        def report(step: int, total: int) -> None:
            if self._stop.is_set():
                raise JobStopped
            self.step, self.total = step, total

        data = make(report)
        try:
            file = tempfile.TemporaryFile()  # noqa: SIM115
            finalize(self, file.close)
            file.write(data)
        except OSError:
            return io.BytesIO(data)
        return file


_lock = Lock()
_pools: list[ThreadPoolExecutor] = []
_jobs: WeakSet[BackgroundJob] = WeakSet()


def close_jobs() -> None:
    """Stop all jobs, drop their files and end the threads; waits for the steps that are running.

    A later job starts new threads.
    """
    with _lock:
        pools, jobs = list(_pools), list(_jobs)
        _pools.clear()
        _jobs.clear()
    for job in jobs:
        job.stop()
    for pool in pools:
        pool.shutdown(cancel_futures=True)
