"""The process that checks."""

from collections.abc import Iterator

import pytest

from analysis.intake import Checker


@pytest.fixture(scope="session")
def checker() -> Iterator[Checker]:
    """One checking process for all tests."""
    opened = Checker()
    yield opened
    opened.close()
