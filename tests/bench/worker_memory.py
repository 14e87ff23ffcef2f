"""The most memory that a worker takes which checks a file, as the system tells it while the worker lives."""

import threading
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from os import getpid
from pathlib import Path

from tests.bench.intake import NOTHING, NOW, Checker, events, upload, xlsx

EVERY = 0.01
PEAK = "VmHWM:"


def descendants(process: int) -> Iterator[int]:
    """The processes that a process started, and those that they started."""
    for task in Path(f"/proc/{process}/task").iterdir():
        for child in map(int, (task / "children").read_text().split()):
            yield child
            yield from descendants(child)


def peaks() -> dict[int, float]:
    """The most megabytes that each descendant of this process has taken so far."""
    found = {}
    with suppress(OSError):
        for process in descendants(getpid()):
            with suppress(OSError):
                text = Path(f"/proc/{process}/status").read_text()
                # One that has ended has no memory.
                if PEAK in text:
                    found[process] = int(text.partition(PEAK)[2].split()[0]) / 1024
    return found


def worker_peak(number: int) -> float:
    """Megabytes at most that the worker takes which checks so many events, all that it shares with others included."""
    data, most, over = xlsx(Tapahtumat=events(number)), dict[int, float](), threading.Event()

    def look() -> None:
        while not over.is_set():
            most.update(peaks())
            time.sleep(EVERY)

    with closing(Checker()) as checker:
        checker.check([upload(xlsx(Tapahtumat=events(30)))], NOTHING, NOW)
        before = peaks()
        watch = threading.Thread(target=look)
        watch.start()
        result = checker.check([upload(data)], NOTHING, NOW)
        over.set()
        watch.join()
    assert result.status == "ok"
    return max(each for process, each in most.items() if each > before.get(process, 0))


def main() -> None:
    """Print it for a middling and a large file."""
    for number in (10_000, 100_000):
        print(f"{number:,} events of 16 columns, peak memory of the worker: {worker_peak(number):.0f} MB", flush=True)


if __name__ == "__main__":
    main()
