"""A store and the process that checks."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from analysis.intake import Checker
from analysis.store import Store


@pytest.fixture(scope="session")
def checker() -> Iterator[Checker]:
    """One checking process for all tests."""
    opened = Checker()
    yield opened
    opened.close()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An open store without revisions."""
    opened = Store.open(f"sqlite:///{tmp_path / 'store.sqlite'}")
    yield opened
    opened.close()
