"""A store for each test, on each database that is at hand."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import MetaData, create_engine, make_url

from analysis.store import Store

# Tables of this database are dropped: name one that is for tests alone.
SECOND = os.environ.get("KLUSTERIPULSSI_TEST_DATABASE")
DATABASES = ("sqlite", *((make_url(SECOND).get_backend_name(),) if SECOND else ()))


@pytest.fixture(params=DATABASES)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database in which nothing is."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'folder' / 'store.sqlite'}"
    engine, found = create_engine(str(SECOND)), MetaData()
    found.reflect(engine)
    found.drop_all(engine)
    engine.dispose()
    return str(SECOND)


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    """An open store without revisions."""
    opened = Store.open(url)
    yield opened
    opened.close()
