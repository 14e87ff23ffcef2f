"""The dashboard with a store that fails now and then: ``python -m tests.bench.failing_store run dashboard.py …``.

Of the statements one in twenty fails as those of a disk do that errs, once the store was opened and warm.
"""

import sqlite3
from random import Random
from typing import Any

from sqlalchemy import Engine, event
from sqlalchemy.exc import OperationalError
from streamlit.web.cli import main

SHARE = 0.05
CALM = 200
"""Statements at the start that do not fail: without a store there is no server."""
chance = Random(5)
count = 0


def fail(connection: Any, cursor: Any, statement: str, parameters: Any, context: Any, executemany: bool) -> None:
    """Fail by chance."""
    global count
    count += 1
    if count > CALM and chance.random() < SHARE:
        raise OperationalError(statement, parameters, sqlite3.OperationalError("disk I/O error"))


if __name__ == "__main__":
    event.listen(Engine, "before_cursor_execute", fail)
    main(prog_name="streamlit")
