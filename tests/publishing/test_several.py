"""Several coordinators with a copy each: where a copy is from, and what becomes of both their changes."""

import io
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from analysis.exports import Provenance, data_workbook
from analysis.intake import Checker, Upload
from analysis.publishing import NOT_SETTLED, Origin, Outcome, Preview, preview, publish
from analysis.store import Store, UnknownRevision
from analysis.words import translator
from tests.making import csv
from tests.publishing.coordinator import NOW, Coordinator, book, event, story, text

SOFFICE = shutil.which("soffice")
Edits = Mapping[str, Mapping[str, Any]]
"""What is written into the cells of rows: by key, the value by header."""


class Seven(Coordinator):
    """Coordinators with copies of the workbook that the program gives out."""

    def copy(self, id: str, edits: Edits | None = None, *, without: str = "", name: str = "kopio.xlsx") -> Upload:
        """The workbook of a revision, edited: cells written over, rows of new keys at the foot, one row deleted."""
        data = data_workbook(self.store.tables(id), translator("fi"), origin=Provenance(revision=id))
        opened = load_workbook(io.BytesIO(data))
        sheet = opened["Tapahtumat"]
        headers = {cell.value: cell.column for cell in sheet[1]}
        rows = {cell.value: cell.row for cell in sheet["A"]}
        for key, cells in (edits or {}).items():
            row = rows.get(key) or len(rows) + 1
            rows[key] = row
            for header, value in {"Tunnus": key, **cells}.items():
                sheet.cell(row, headers[header], value)
        if without:
            sheet.delete_rows(rows[without])
        file = io.BytesIO()
        opened.save(file)
        return Upload(name, file.getvalue())

    def see(self, *uploads: Upload, **options: Any) -> Preview:
        return preview(uploads, self.store, self.checker, NOW, **options)

    def put(self, *uploads: Upload, said: str | None = None, settlement: Any = NOT_SETTLED, **options: Any) -> Outcome:
        seen = self.see(*uploads, said=said, settlement=settlement)
        return publish(seen, self.store, note="", author="Eero", now=NOW, **options)


@pytest.fixture
def seven(store: Store, checker: Checker) -> Seven:
    coordinators = Seven(store, checker)
    coordinators.publish(book(event("a", Osallistujat=50), event("b"), Tarinat=[story("s")]))
    return coordinators


def listed(outcome: Outcome) -> list[tuple[str, str | None, str | None, str | None, str | None]]:
    """The issues but those for information: code, sheet, cell, value, suggestion."""
    issues = [each for each in outcome.issues if each.severity != "info"]
    return [(each.code, each.sheet, each.cell, each.value, each.suggestion) for each in issues]


NEW = {"Nimi": "Uusi", "Alkaa": "1.4.2024", "Tyyppi": "seminaari", "Maakunnat": "Kainuu"}


def test_both_additions_are_there(seven: Seven):
    first, second = seven.copy("1", {"c": NEW}), seven.copy("1", {"d": NEW | {"Nimi": "Toinen"}})
    assert [seven.put(each).status for each in (first, second)] == ["published", "published"]
    assert list(seven.names()) == ["a", "b", "c", "d"]


def test_an_unchanged_old_copy_changes_nothing(seven: Seven):
    old = seven.copy("1")
    seven.put(seven.copy("1", {"a": {"Osallistujat": 77}}))
    outcome = seven.put(old)
    assert (outcome.status, outcome.revision.id, outcome.changes.counts()) == ("unchanged", "2", {})


def test_what_a_colleague_filled_in_stays(seven: Seven):
    old = seven.copy("1", {"b": {"Osallistujat": 30}})
    seven.put(seven.copy("1", {"a": {"Osallistujat": 77}}))
    outcome = seven.put(old)
    assert outcome.changes.counts() == {"events": {"added": 0, "removed": 0, "changed": 1}}
    assert seven.names(column="participants") == {"a": 77, "b": 30}


def test_a_conflict_is_told_at_the_uploads_cell_and_settled_by_one_side(seven: Seven):
    mine = seven.copy("1", {"a": {"Osallistujat": 45}})
    seven.put(seven.copy("1", {"a": {"Osallistujat": 40}}))
    outcome = seven.put(mine, confirm=True)
    assert (outcome.status, outcome.conflicts) == ("needs-confirmation", 1)
    assert listed(outcome) == [("conflict", "Tapahtumat", "L2", "45", "40")]
    assert seven.put(mine, settlement="theirs").status == "unchanged"
    assert seven.put(mine, settlement="mine").status == "published"
    assert seven.names(column="participants")["a"] == 45


def test_a_row_that_one_deleted_and_the_other_changed(seven: Seven):
    deleted = seven.copy("1", without="a")
    seven.put(seven.copy("1", {"a": {"Osallistujat": 40}}))
    outcome = seven.put(deleted)
    assert listed(outcome) == [("conflict", None, None, None, "a")]
    assert seven.put(deleted, settlement="mine").status == "published"
    assert list(seven.names()) == ["b"]


def test_a_row_with_an_error_is_as_it_was_in_the_copy(seven: Seven):
    faulty = seven.copy("1", {"a": {"Maakunnat": "Pohjois-Pohjanma"}, "b": {"Nimi": "Messut"}})
    seven.put(seven.copy("1", {"a": {"Osallistujat": 77}}))
    assert seven.put(faulty, hold_back=True).status == "published"
    assert seven.names() == {"a": "Tapahtuma a", "b": "Messut"}
    assert seven.names(column="participants")["a"] == 77


def test_with_adding_a_missing_row_means_nothing(seven: Seven):
    part = seven.copy("1", {"b": {"Osallistujat": 30}}, without="a")
    seven.put(seven.copy("1", {"a": {"Osallistujat": 77}}))
    seen = seven.see(part, add=True)
    assert publish(seen, seven.store, note="", author="", now=NOW).status == "published"
    assert seven.names(column="participants") == {"a": 77, "b": 30}


def test_rows_that_look_alike_are_told(seven: Seven):
    seven.put(seven.copy("1", {"c": NEW | {"Nimi": "Kainuun klusteripäivä"}}))
    outcome = seven.put(seven.copy("1", {"d": NEW | {"Nimi": "Kainuun klusteripäivä "}}))
    assert listed(outcome) == [("looks-doubled", "Tapahtumat", "A4", "d", "c")]
    assert list(seven.names()) == ["a", "b", "c", "d"]


def test_a_reference_to_a_row_that_a_colleague_removed(seven: Seven):
    cluster = {"Tunnus": "k", "Nimi": "Klusteri", "Maakunnat": "Lappi"}
    seven.publish(book(event("a"), Klusterit=[cluster, cluster | {"Tunnus": "l", "Nimi": "Toinen"}]))
    seven.put(book(Klusterit=[cluster], name="klusterit-versio-2.xlsx"), confirm=True)
    mine = book(Tarinat=[story("s", Klusteri="Toinen")], name="tarinat-versio-2.xlsx")
    assert [each[0] for each in listed(seven.put(mine))] == ["conflict"]
    assert seven.put(mine, settlement="mine").status == "published"
    assert set(seven.names("clusters")) == {"k", "l"}


ORIGINS = {
    "property": ("kopio.xlsx", "1", Origin("1", "property")),
    "property before name": ("aineisto-versio-2.xlsx", "1", Origin("1", "property")),
    "unknown property": ("aineisto-versio-2.xlsx", "99", Origin("2", "name")),
    "no number": ("aineisto-version-2 (1).xlsx", "draft", Origin("2", "name")),
    "copy": ("Kopio tiedostosta klusteripulssi-aineisto-versio-2-2026-06-01.xlsx", "", Origin("2", "name")),
    "unknown name": ("aineisto-versio-99.xlsx", "", Origin("1", "estimate")),
    "longer number": ("aineisto-versio-21.xlsx", "", Origin("1", "estimate")),
}


@pytest.mark.parametrize("name", ORIGINS)
def test_the_origin_of_a_workbook(name: str, seven: Seven):
    file, revision, expected = ORIGINS[name]
    data = data_workbook(seven.store.tables("1"), translator("fi"), origin=Provenance(revision=revision))
    seven.publish(book(event("a", Osallistujat=60), event("b"), event("c")))
    assert seven.see(Upload(file, data)).sources.origin == expected


def test_what_is_said_comes_before_all_and_must_be_known(seven: Seven):
    old = seven.copy("1")
    seven.publish(book(event("a", Osallistujat=60), event("b")))
    assert seven.see(old, said="2").sources.origin == Origin("2", "said")
    assert seven.see(old, said="none").plan.changes.counts()["events"]["changed"] == 1
    with pytest.raises(UnknownRevision):
        seven.see(old, said="9")


def test_a_withdrawn_revision_is_no_origin(seven: Seven):
    old = seven.copy("1")
    seven.publish(book(event("a", Osallistujat=60), event("b")))
    seven.store.withdraw("1", NOW)
    assert seven.see(old).sources.origin == Origin("2", "estimate")


ESTIMATES = {
    "the older one": ([event("a", Osallistujat=50), event("b", Paikka="Kemi")], Origin("1", "estimate")),
    "the newer one": ([event("a", Osallistujat=70), event("b"), event("c"), event("d")], Origin("2", "estimate")),
    "as near to both": ([event("a", Osallistujat=55), event("b")], Origin("1", "estimate")),
    "unlike both": ([event("x"), event("y"), event("a")], Origin(None, "none")),
}


@pytest.mark.parametrize("name", ESTIMATES)
def test_the_origin_of_a_csv_is_the_revision_that_it_differs_from_in_the_fewest_cells(name: str, seven: Seven):
    rows, expected = ESTIMATES[name]
    seven.publish(book(event("a", Osallistujat=60), event("b"), event("c"), Tarinat=[story("s")]))
    assert seven.see(text(*rows)).sources.origin == expected


def test_of_revisions_as_near_the_newest_counts(seven: Seven):
    seven.publish(book(Tarinat=[story("s"), story("t")]))
    assert seven.see(text(event("a"), event("b"))).sources.origin == Origin("2", "estimate")


def test_an_estimated_older_origin_wants_a_yes(seven: Seven):
    seven.publish(book(event("a", Osallistujat=60), event("b")))
    mine = text(event("a", Osallistujat=50), event("b", Paikka="Kemi"))
    outcome = seven.put(mine)
    assert (outcome.status, listed(outcome)) == (
        "needs-confirmation",
        [("old-origin", None, None, "1", None)],
    )
    assert seven.put(mine, confirm=True).status == "published"
    assert seven.names(column="place")["b"] == "Kemi"
    assert seven.names(column="participants")["a"] == 60


def test_a_column_that_the_copy_lacks_is_unchanged(seven: Seven):
    seven.publish(book(event("a", Osallistujat=60), event("b")))
    mine = Upload("tapahtumat-versio-1.csv", csv([event("a", Paikka="Kemi"), event("b")]))
    assert seven.put(mine).status == "published"
    assert (seven.names(column="participants")["a"], seven.names(column="place")["a"]) == (60, "Kemi")


def test_files_of_different_revisions_each_go_against_their_own(seven: Seven):
    events = book(event("a", Osallistujat=50), event("b", Paikka="Kemi"), name="tapahtumat-versio-1.xlsx")
    seven.put(seven.copy("1", {"a": {"Osallistujat": 77}}))
    stories = book(Tarinat=[story("s"), story("t")], name="tarinat-versio-2.xlsx")
    outcome = seven.put(events, stories)
    assert outcome.changes.counts() == {
        "events": {"added": 0, "removed": 0, "changed": 1},
        "stories": {"added": 1, "removed": 0, "changed": 0},
    }
    assert (outcome.sources.origin.revision, outcome.sources.meanwhile) == ("1", ("2",))


@pytest.mark.skipif(not SOFFICE, reason="LibreOffice is not installed")
@pytest.mark.parametrize("ending", ["xlsx", "ods"])
def test_libreoffice_keeps_the_origin(ending: str, seven: Seven, tmp_path: Path):
    (tmp_path / "kopio.xlsx").write_bytes(seven.copy("1").data)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [SOFFICE, profile, "--headless", "--convert-to", ending, "--outdir", tmp_path / "out"]
    subprocess.run([*command, tmp_path / "kopio.xlsx"], check=True, capture_output=True, timeout=120)  # type: ignore[list-item]
    seven.put(seven.copy("1", {"a": {"Osallistujat": 77}}))
    seen = seven.see(Upload(f"kopio.{ending}", (tmp_path / "out" / f"kopio.{ending}").read_bytes()))
    assert (seen.sources.origin, seen.plan.changes.counts()) == (Origin("1", "property"), {})


def test_an_annotated_copy_has_the_origin_of_its_upload(seven: Seven):
    faulty = text(event("a", Osallistujat=50), event("b", Maakunnat="Lapi"), name="tapahtumat-versio-1.csv")
    seven.publish(book(event("a", Osallistujat=60), event("b")))
    seen = seven.see(faulty)
    origin = seen.sources.origins[faulty.name].revision
    copy = seven.checker.annotated_copy([faulty], seen.plan.check, 0, translator("fi"), origin=origin)
    assert seven.see(Upload("kopio.xlsx", copy.data)).sources.origin == Origin("1", "property")
