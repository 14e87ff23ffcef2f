"""A store with as many events as a measurement wants."""

from datetime import UTC, datetime
from pathlib import Path

from analysis.intake import Checker, Upload
from analysis.publishing import ensure_first, publish_at_once
from analysis.settings import read
from analysis.store import Store
from tests.bench.intake import events
from tests.making import xlsx


def filled(url: str, number: int) -> None:
    """A store with the shipped workbook, its events replaced by so many invented ones."""
    store, checker = Store.open(url), Checker()
    now = datetime.now(UTC)
    try:
        ensure_first(store, checker, Path(read({}).workbook), now, note="")
        uploads = [Upload("events.xlsx", xlsx(Tapahtumat=events(number)))]
        publish_at_once(uploads, store, checker, note="", author="", now=now, hold_back=True, confirm=True)
    finally:
        checker.close()
        store.close()
