"""The log: one line a message for people, or one JSON object a line for programs that gather logs.

Nothing is logged of who reads what; of editors the name alone. An exception is logged by its kind and the lines that
led to it, never by its own words: they may hold the content of a cell.
"""

import asyncio
import logging
import sys
import traceback
from dataclasses import dataclass

import structlog
from structlog.typing import Processor

OURS = "klusteripulssi"
MINUTE = 60
FALSE_LINE = "ASGI callable returned without completing handshake."
"""Of uvicorn for each socket that is refused with an answer, which it takes for none; `CountedWarning` tells those."""
BEFORE: list[Processor] = [
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.stdlib.ExtraAdder(),
    structlog.processors.TimeStamper(fmt="iso", utc=True),
]


def set_up(kind: str) -> None:
    """Write our messages, and those of all who write to this process's log, to standard error: "json" or "text"."""
    form = formatter(kind)
    ours = logging.getLogger(OURS)
    ours.setLevel(logging.INFO)
    ours.propagate = False
    ours.handlers = [logging.StreamHandler(sys.stderr)]
    loggers = [logging.root, *(logging.getLogger(name) for name in logging.root.manager.loggerDict)]
    handlers = [handler for logger in loggers for handler in logger.handlers]
    # The last resort writes for those who have no handler of their own.
    for handler in filter(None, (*handlers, logging.lastResort)):
        handler.setFormatter(form)
    logging.getLogger("uvicorn.error").addFilter(lambda record: record.msg != FALSE_LINE)


@dataclass
class CountedWarning:
    """A warning of what anybody can cause as often as she likes: at once, and then once a minute, with how often.

    For the thread of a running event loop. ``count``: how often it happened since the last line; ``waits``: whether a
    line was written within the last minute.
    """

    logger: logging.Logger
    message: str
    count: int = 0
    waits: bool = False

    def add(self) -> None:
        """Count one more."""
        self.count += 1
        if not self.waits:
            self._write()

    def _write(self) -> None:
        """Write a line if there is something to count, and wait for a minute then."""
        self.waits = self.count > 0
        if self.waits:
            self.logger.warning(self.message, extra={"count": self.count})
            self.count = 0
            asyncio.get_running_loop().call_later(MINUTE, self._write)


def formatter(kind: str) -> logging.Formatter:
    """Writes a message with its values, an exception by its traces: as JSON, or as a line."""
    renderer: Processor = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if kind == "json"
        else structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback)
    )
    without_meta = structlog.stdlib.ProcessorFormatter.remove_processors_meta
    traces = structlog.processors.ExceptionRenderer(lambda info: exception_trace(info[1]))
    return structlog.stdlib.ProcessorFormatter(foreign_pre_chain=BEFORE, processors=[without_meta, traces, renderer])


def exception_trace(error: BaseException | None) -> str:
    """The kinds of an exception and of its causes, the first cause first, each with the lines that led to it."""
    traces: list[str] = []
    visited: set[int] = set()
    while error is not None and id(error) not in visited:
        visited.add(id(error))
        frames = "".join(traceback.format_tb(error.__traceback__))
        traces.insert(0, f"Traceback (most recent call last):\n{frames}{type(error).__name__}")
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return "\n\n".join(traces)
