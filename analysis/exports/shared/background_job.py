"""Long work: how far it has come, and files that are made in the background and can be stopped."""

import io
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sized
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event, Lock
from typing import IO, Literal, Protocol, TypeVar
from weakref import WeakSet, finalize

Progress = Callable[[int, int], None]
"""Called with the steps that are done and the number of all steps; what it raises ends the work."""
State = Literal["waiting", "working", "ready", "stopped", "failed"]
Make = Callable[[Progress], bytes]
Each = TypeVar("Each", covariant=True)
AT_ONCE = 2
"""Number of files that a process makes at the same time; other jobs wait for their turn."""


class JobStopped(Exception):
    """The work was stopped by the person who had asked for it."""


class Steps(Sized, Iterable[Each], Protocol[Each]):
    """Things whose number is known."""


def no_progress(done: int, steps: int) -> None:
    """Default callback: ignores progress."""


def with_progress(steps: Steps[Each], progress: Progress) -> Iterator[Each]:
    """The steps one by one; progress is reported before each and after the last."""
    for done, step in enumerate(steps):
        progress(done, len(steps))
        yield step
    progress(len(steps), len(steps))


def nested_progress(progress: Progress) -> tuple[Progress, Progress]:
    """A callback for steps, and one for the work within a step: it may end the work, and repeats the outer numbers."""
    last = [(0, 0)]

    def outer(done: int, steps: int) -> None:
        last[0] = (done, steps)
        progress(done, steps)

    return outer, lambda done, steps: progress(*last[0])


class BackgroundJob:
    """A file that is made in the background. It begins by itself, and ends before its next step after `stop`.

    The finished file is not held in memory: it is kept in a temporary file without a name until the job is dropped.
    """

    def __init__(self, make: Make) -> None:
        self.done, self.steps = 0, 0
        self._stop, self._reading = Event(), Lock()
        self._future: Future[IO[bytes]] = _submit(self, make)

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
        """The file; waits for it. Raises what ended the job, and Stopped if its file was dropped."""
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

    def run(self, make: Make) -> IO[bytes]:
        """Make the file and put it aside, on disk if there is room for it; called by the pool."""
        data = make(self._report)
        try:
            file = tempfile.TemporaryFile()  # noqa: SIM115
            finalize(self, file.close)
            file.write(data)
        except OSError:
            return io.BytesIO(data)
        return file

    def _report(self, done: int, steps: int) -> None:
        if self._stop.is_set():
            raise JobStopped
        self.done, self.steps = done, steps


_lock = Lock()
_pools: list[ThreadPoolExecutor] = []
_jobs: WeakSet[BackgroundJob] = WeakSet()


def _submit(job: BackgroundJob, make: Make) -> Future[IO[bytes]]:
    """Give a job to the threads of this process, which are started for the first one."""
    with _lock:
        if not _pools:
            _pools.append(ThreadPoolExecutor(AT_ONCE, thread_name_prefix="files"))
        _jobs.add(job)
        return _pools[0].submit(job.run, make)


def close_jobs() -> None:
    """Stop all jobs, drop their files and end the threads; waits for the steps that are being done.

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
