"""Which revision an upload without a word on its origin is taken from, and when that guess has to be confirmed."""

from collections.abc import Sequence
from typing import Any

import pytest

from analysis.intake import Checker, Upload
from analysis.publishing import preview, publish
from analysis.store import Store
from tests.making import csv
from tests.publishing.coordinator import NOW, Coordinator, event, story

FEW, MANY = (event("a"), event("b")), tuple(event(key) for key in "abcdefgh")
STORIES = Upload("tarinat.csv", csv([story("s"), story("t")]))


def events(rows: Sequence[dict[str, Any]], name: str = "tapahtumat.csv") -> Upload:
    return Upload(name, csv(rows))


@pytest.fixture
def grown(store: Store, checker: Checker) -> Coordinator:
    """Version 1 with few events and some stories, version 2 with many events."""
    coordinator = Coordinator(store, checker)
    for uploads in ([events(FEW), STORIES], [events(MANY)]):
        assert coordinator.publish(*uploads, confirm=True).status == "published"
    return coordinator


def put(coordinator: Coordinator, *uploads: Upload, add: bool) -> tuple[str, str | None, str | None]:
    """The status of publishing, the origin and the revision that is asked about."""
    seen = preview(uploads, coordinator.store, coordinator.checker, NOW, add)
    outcome = publish(seen, coordinator.store, note="", author="Eero", now=NOW)
    asked = next((each.value for each in outcome.issues if each.code == "old-origin"), None)
    return outcome.status, seen.sources.origin.revision, asked


@pytest.mark.parametrize(
    ("rows", "add", "outcome"),
    [
        # What an upload lacks is no difference if its rows are only added; else it was never there.
        ([event("a", Osallistujat=5)], True, ("published", "2", None)),
        ([event("a", Osallistujat=5), event("b")], True, ("published", "2", None)),
        ([event("a", Osallistujat=5)], False, ("needs-confirmation", "1", "1")),
        ([*MANY, event("i")], False, ("published", "2", None)),
    ],
)
def test_rows_that_are_added_are_no_older_for_what_they_lack(grown: Coordinator, rows, add, outcome):
    assert put(grown, events(rows), add=add) == outcome


def test_an_older_value_among_rows_that_are_added_is_asked_about(grown: Coordinator):
    older, newer = event("a", Osallistujat=5), event("a", Osallistujat=7)
    for row in (older, newer):
        grown.publish(events([row, *MANY[1:]]))
    assert put(grown, events([older, event("i")]), add=True) == ("needs-confirmation", "3", "3")


@pytest.mark.parametrize(
    ("title", "outcome"), [("Uusin", ("published", "1", None)), ("Vanha", ("needs-confirmation", "1", "3"))]
)
def test_beside_a_file_that_says_its_origin_only_an_estimate_is_asked_about(grown: Coordinator, title, outcome):
    def stories(title: str) -> Upload:
        return Upload("tarinat.csv", csv([story("s", Otsikko=title), story("t")]))

    for each in ("Vanha", "Uusi"):
        grown.publish(stories(each))
    said = events([event("a", Osallistujat=9), event("b")], name="tapahtumat-versio-1.csv")
    files = (said, stories(title))
    if title == "Uusin":
        # Nothing like it was published before: the nearest is the newest of those that differ in one cell.
        assert preview(files, grown.store, grown.checker, NOW).sources.origins["tarinat.csv"].revision == "4"
    assert put(grown, *files, add=False) == outcome
