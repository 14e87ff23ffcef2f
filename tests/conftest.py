"""What tests of several folders share."""

import gc
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from analysis.store import Store
from tests import databases
from tests.browser.serving import Server, serving
from tests.databases import Postgres
from tests.disks import Disk, small_disk

YOUNG_OBJECTS = 50_000
"""So many new objects before the garbage collector looks: what the tests import is a million others."""


def pytest_configure() -> None:
    """Collect no garbage while the tests are imported: with it this takes half as long again."""
    gc.disable()


def pytest_collection_finish() -> None:
    """Collect it from now on, but not what is imported, and seldom: a seventh of the processor time went into it."""
    gc.freeze()
    gc.set_threshold(YOUNG_OBJECTS)
    gc.enable()


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A running PostgreSQL."""
    with databases.running() as server:
        yield server


@pytest.fixture
def database(postgres: Postgres) -> Iterator[str]:
    """The address of an empty database of PostgreSQL."""
    with postgres.database() as address:
        yield address


@pytest.fixture(params=("sqlite", "postgresql"))
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database in which nothing is: a test that asks for it runs on each that the program knows."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'folder' / 'store.sqlite'}"
    return request.getfixturevalue("database")


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    """An open store without revisions."""
    opened = Store.open(url)
    yield opened
    opened.close()


@pytest.fixture
def disk() -> Iterator[Disk]:
    """A small disk of the test's own."""
    # Not below pytest's folder: PostgreSQL runs as another user than root, and must get there.
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        with small_disk(Path(folder) / "disk") as made:
            yield made


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A running server with the shipped workbook on its first start.

    It is shared: tests that publish, sign out or give wrong keys start one of their own.
    """
    with serving(tmp_path_factory.mktemp("served")) as running:
        yield running
