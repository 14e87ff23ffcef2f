"""The pages as Streamlit's own test harness runs them, on a store of a test's own."""

import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

from analysis import app_services
from analysis.html_parts.page_list import PAGES
from analysis.schema import TABLES, Tables, all_tables, typed_frame
from analysis.store import Store

# Each page under test is a new program to Streamlit, which looks for components in all that is installed: a fifth of a
# second, and always the same.
manifest_scanner.scan_component_manifests = cache(manifest_scanner.scan_component_manifests)

ROUTER = Path(__file__).parents[2] / "pages" / "main.py"
PAGES = tuple(place.key for place in PAGES)
NOW = datetime(2026, 11, 24, 10, 30, tzinfo=UTC)
STORE, WORKBOOK = "KLUSTERIPULSSI_STORE", "KLUSTERIPULSSI_WORKBOOK"
Open = Callable[..., AppTest]


def tables(**rows: dict[str, list]) -> Tables:
    """Typed tables from plain columns."""
    return all_tables({name: typed_frame(TABLES[name], columns) for name, columns in rows.items()}, TABLES)


ONE_ROW = tables(
    events={"id": ["1"], "name": ["Avaus"], "starts": ["2023"], "kind": ["seminar"], "regions": [("19",)]},
    regions={"code": ["19"], "name_fi": ["Lappi"]},
)
EMPTY = tables()


@pytest.fixture
def address(tmp_path, monkeypatch) -> Iterator[str]:
    """The address of a store of this test's own; the first who asks publishes the shipped workbook there."""
    url = f"sqlite:///{tmp_path / 'store.sqlite'}"
    monkeypatch.setenv(STORE, url)
    app_services.close()
    yield url
    app_services.close()


def publish(address: str, *sets: Tables) -> None:
    """Publish sets of tables, one revision each, before the dashboard opens."""
    store = Store.open(address)
    for each in sets:
        current = store.current()
        store.publish(each, author="testi", note="koe", now=NOW, parent=current.id if current else None)
    store.close()


@cache
def shipped_store() -> bytes:
    """The store of a dashboard that has started on the shipped workbook: read once, for all tests of a process."""
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        path = Path(folder) / "store.sqlite"
        patch.setenv(STORE, f"sqlite:///{path}")
        app_services.close()
        app_services.app_services()
        app_services.close()
        return path.read_bytes()


def open_page(page: str = "overview", **query: str) -> AppTest:
    """A page after its first run, with the query of its address."""
    store = Path(os.environ[STORE].removeprefix("sqlite:///"))
    if not store.exists() and WORKBOOK not in os.environ:
        store.write_bytes(shipped_store())
    app = AppTest.from_file(str(ROUTER), default_timeout=60)
    for name, value in query.items():
        app.query_params[name] = value
    return app.run() if page == "overview" else app.switch_page(f"{page}.py").run()


def page_html(app: AppTest) -> str:
    """All that our own templates put on the page."""
    return "\n".join(each.proto.body for each in app.get("html"))


def page_errors(app: AppTest) -> list[str]:
    """What went wrong: exceptions, and calm sentences of the error boundary."""
    return [each.value for each in app.exception] + [line for line in page_html(app).splitlines() if "mishap" in line]
