"""How far a long piece of work has come; whoever asked for it may stop it there."""

from collections.abc import Callable, Iterable, Iterator, Sized
from typing import Protocol, TypeVar

Progress = Callable[[int, int], None]
"""Called with the steps that are done and the steps that there are; what it raises ends the work."""

Each = TypeVar("Each", covariant=True)


class Steps(Sized, Iterable[Each], Protocol[Each]):
    """Things of which the number is known."""


class Stopped(Exception):
    """The work was stopped by the person who had asked for it."""


def unseen(done: int, steps: int) -> None:
    """Nobody looks."""


def told(steps: Steps[Each], progress: Progress) -> Iterator[Each]:
    """The steps one by one, the progress told before each and after the last."""
    for done, step in enumerate(steps):
        progress(done, len(steps))
        yield step
    progress(len(steps), len(steps))


def nested(progress: Progress) -> tuple[Progress, Progress]:
    """The progress of steps, and that of what is done within one of them: it may end the work, and tells nothing."""
    last = [(0, 0)]

    def outer(done: int, steps: int) -> None:
        last[0] = (done, steps)
        progress(done, steps)

    return outer, lambda done, steps: progress(*last[0])
