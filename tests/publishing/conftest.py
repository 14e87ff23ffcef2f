"""The process that checks; on which database the tests of a file run."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from analysis.intake import Checker

AT_ONCE = ("test_killed_merge.py", "test_meanwhile.py", "test_seven_at_once.py")
"""Files whose tests depend on how a database keeps writers apart: they always run on each."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What is published does not depend on the database: by turns, a file runs on one of them, and fully on both."""
    here = Path(__file__).parent
    files = sorted(each for each in here.glob("test_*.py") if each.name not in AT_ONCE)
    turns = {path: ("sqlite", "postgresql")[n % 2] for n, path in enumerate(files)}
    for item in items:
        given = getattr(item, "callspec", None)
        if item.path in turns and given and given.params.get("url", turns[item.path]) != turns[item.path]:
            item.add_marker("full")


@pytest.fixture(scope="session")
def checker() -> Iterator[Checker]:
    """One checking process for all tests."""
    opened = Checker()
    yield opened
    opened.close()
