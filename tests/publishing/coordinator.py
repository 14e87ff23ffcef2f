"""Uploads of small workbooks, and publishing them as a coordinator does."""

from datetime import UTC, datetime
from typing import Any

from analysis.intake import Checker, Upload
from analysis.publishing import Outcome, Preview, preview, publish
from analysis.store import Store
from tests.making import csv, xlsx

NOW = datetime(2026, 6, 1, 9, tzinfo=UTC)
EVENT = {"Tunnus": "", "Nimi": "Avajaiset", "Alkaa": "12.3.2023", "Tyyppi": "seminaari", "Maakunnat": "Lappi"}
FAULTY = {"Maakunnat": "Pohjois-Pohjanma"}


def event(id: str, **cells: Any) -> dict[str, Any]:
    """A sound row of events, some cells filled otherwise."""
    return EVENT | {"Tunnus": id, "Nimi": f"Tapahtuma {id}"} | cells


def story(id: str, **cells: Any) -> dict[str, Any]:
    """A sound row of stories."""
    return {"Tunnus": id, "Otsikko": f"Tarina {id}", "Maakunnat": "Lappi"} | cells


def book(*events: dict[str, Any], name: str = "toiminta.xlsx", **sheets: list[dict[str, Any]]) -> Upload:
    """A workbook with these events, and other sheets by their Finnish names."""
    return Upload(name, xlsx({**({"Tapahtumat": events} if events else {}), **sheets}))


def text(*events: dict[str, Any], name: str = "tapahtumat.csv") -> Upload:
    """A csv with these events."""
    return Upload(name, csv(events))


class Coordinator:
    """Looks at uploads and publishes them, always by the same name at the same time."""

    def __init__(self, store: Store, checker: Checker) -> None:
        self.store, self.checker = store, checker

    def look(self, *uploads: Upload, add: bool = False) -> Preview:
        """The preview of an upload."""
        return preview(uploads, self.store, self.checker, NOW, add)

    def publish(self, *uploads: Upload, add: bool = False, note: str = "", **given: bool) -> Outcome:
        """Publish an upload."""
        return publish(self.look(*uploads, add=add), self.store, note=note, author="Aino", now=NOW, **given)

    def names(self, table: str = "events", column: str = "name") -> dict[str, str]:
        """What is published: ids and names."""
        current = self.store.current()
        assert current
        frame = self.store.tables(current.id)[table]
        return dict(zip(frame["id"], frame[column], strict=True))
