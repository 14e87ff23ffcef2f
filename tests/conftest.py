"""What tests of several folders share."""

from collections.abc import Iterator

import pytest

from tests.browser.serving import Server, serving


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A running server with the shipped workbook on its first start.

    It is shared: tests that publish, sign out or give wrong keys start one of their own.
    """
    with serving(tmp_path_factory.mktemp("served")) as running:
        yield running
