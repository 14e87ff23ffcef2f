"""The routes in this process, on a store with two revisions that stand and one that was withdrawn."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient
from streamlit import get_option
from streamlit.runtime import get_instance

from analysis import app_services
from analysis.schema import TABLES, Tables, all_tables
from analysis.store import Store
from analysis.web.routes import middleware, routes
from tests.workbooks import sample

NOON = datetime(2026, 11, 24, 10, 30, tzinfo=UTC)


@contextmanager
def interface(folder: Path, *sets: Tables, **settings: str) -> Iterator[TestClient]:
    """A client of the layers and routes on a store with these revisions; ``settings`` as in `analysis.settings`."""
    url = f"sqlite:///{folder / 'store.sqlite'}"
    store = Store.open(url)
    for at, tables in enumerate(sets):
        store.publish(tables, author="Aino", note="koe", now=NOON + timedelta(days=at), parent=str(at) if at else None)
    store.close()
    with pytest.MonkeyPatch.context() as patch:
        for name, value in {"store": url, **settings}.items():
            patch.setenv(f"KLUSTERIPULSSI_{name.upper()}", value)
        app_services.close()
        application = Starlette(routes=routes, middleware=middleware(get_instance, get_option))
        with TestClient(application, "http://127.0.0.1", follow_redirects=False) as client:
            yield client
        app_services.close()


@pytest.fixture(scope="package")
def sets() -> tuple[Tables, Tables, Tables]:
    """The tables of the three revisions: of each one event fewer than of the one before."""
    whole = sample.tables()
    events = whole["events"]
    return (
        whole,
        all_tables({**whole, "events": events.iloc[1:].reset_index(drop=True)}, TABLES),
        all_tables({**whole, "events": events.iloc[2:].reset_index(drop=True)}, TABLES),
    )


@pytest.fixture(scope="package")
def client(sets: tuple[Tables, ...], tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A client of a dashboard that shows the second revision, for the third was withdrawn."""
    with interface(tmp_path_factory.mktemp("open"), *sets) as opened:
        app_services.app_services().store.withdraw("3", NOON + timedelta(days=4))
        yield opened
