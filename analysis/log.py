"""The log: one line a message for people, or one JSON object a line for programs that gather logs.

Nothing is told of who reads what; of editors the name alone.
"""

import logging
import sys

import structlog
from structlog.typing import Processor

OURS = "klusteripulssi"
BEFORE: list[Processor] = [
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.stdlib.ExtraAdder(),
    structlog.processors.TimeStamper(fmt="iso", utc=True),
]


def formatter(kind: str) -> logging.Formatter:
    """Writes a message with its values: as JSON, an exception whole in one text, or as a line."""
    how: list[Processor] = (
        [structlog.processors.format_exc_info, structlog.processors.JSONRenderer(ensure_ascii=False)]
        if kind == "json"
        else [structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback)]
    )
    removing = structlog.stdlib.ProcessorFormatter.remove_processors_meta
    return structlog.stdlib.ProcessorFormatter(foreign_pre_chain=BEFORE, processors=[removing, *how])


def set_up(kind: str) -> None:
    """Write our messages, and those of all who write to this process's log, to standard error in one form."""
    form = formatter(kind)
    ours = logging.getLogger(OURS)
    ours.setLevel(logging.INFO)
    ours.propagate = False
    ours.handlers = [logging.StreamHandler(sys.stderr)]
    everybody = [logging.getLogger(name) for name in logging.root.manager.loggerDict]
    handlers = [handler for logger in (logging.root, *everybody) for handler in logger.handlers]
    # The last resort speaks for those who have no handler of their own.
    for handler in filter(None, (*handlers, logging.lastResort)):
        handler.setFormatter(form)
