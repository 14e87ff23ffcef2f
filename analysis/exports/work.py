"""Long work beside whoever asked for it: how far it is, what came of it, and how it is stopped."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event
from typing import Literal

from analysis.exports.progress import Progress, Stopped

State = Literal["waiting", "working", "ready", "stopped", "failed"]
Make = Callable[[Progress], bytes]
AT_ONCE = 2
"""So many pieces of work a process does at the same time; the others wait for their turn."""

_workers = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="files")


class Work:
    """A file in the making. It begins by itself, and ends before its next step once it was stopped."""

    def __init__(self, make: Make) -> None:
        self.done, self.steps = 0, 0
        self._stop = Event()
        self._future: Future[bytes] = _workers.submit(make, self._tell)

    @property
    def state(self) -> State:
        """What has become of it by now."""
        if self._future.cancelled():
            return "stopped"
        if not self._future.done():
            return "working" if self._future.running() else "waiting"
        error = self._future.exception()
        return "ready" if error is None else "stopped" if isinstance(error, Stopped) else "failed"

    @property
    def over(self) -> bool:
        """Whether nothing more will come of it."""
        return self._future.done()

    @property
    def made(self) -> bytes:
        """The file; waits for it. Raises what ended the work."""
        return self._future.result()

    @property
    def error(self) -> BaseException | None:
        """What it failed by; None while it is in the making, where it was stopped, and where all went well."""
        return self._future.exception() if self.state == "failed" else None

    def stop(self) -> None:
        """End it: at once where it has not begun, else before its next step."""
        self._stop.set()
        self._future.cancel()

    def _tell(self, done: int, steps: int) -> None:
        if self._stop.is_set():
            raise Stopped
        self.done, self.steps = done, steps
