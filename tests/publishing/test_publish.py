"""The one door: check, compare, publish."""

from dataclasses import replace
from pathlib import Path

import pytest
from pandas.testing import assert_frame_equal

from analysis.intake import Checker, Upload
from analysis.publishing import ensure_first, preview, publish, publish_at_once, restore
from analysis.settings import ROOT
from analysis.store import Store, UnknownRevision
from tests.publishing.coordinator import FAULTY, NOW, Coordinator, book, event, story, text


@pytest.fixture
def coordinator(store: Store, checker: Checker) -> Coordinator:
    return Coordinator(store, checker)


def test_a_sound_upload_is_published_at_once(coordinator: Coordinator):
    upload = book(event("a"), event("b"))
    outcome = coordinator.publish(upload, note="Kevät")
    assert (outcome.status, outcome.changes.counts(), outcome.issues) == (
        "published",
        {"events": {"added": 2, "removed": 0, "changed": 0}},
        (),
    )
    made = coordinator.store.current()
    assert made is not None and outcome.revision == made
    assert (made.id, made.author, made.note, made.published, made.parent) == ("1", "Aino", "Kevät", NOW, None)
    assert [each.name for each in made.files] == ["toiminta.xlsx"]
    assert coordinator.store.file("1", made.files[0].sha256) == upload.data


def test_tables_that_are_not_in_the_upload_stay(coordinator: Coordinator):
    coordinator.publish(book(event("a"), Tarinat=[story("s")]))
    outcome = coordinator.publish(text(event("b")))
    assert outcome.changes.counts() == {"events": {"added": 1, "removed": 1, "changed": 0}}
    assert (coordinator.names(), coordinator.names("stories", "title")) == ({"b": "Tapahtuma b"}, {"s": "Tarina s"})


def test_several_files_are_one_update(coordinator: Coordinator):
    made = coordinator.publish(
        text(event("a"), name="Tapahtumat 2023.csv"), text(event("b"), name="Tapahtumat 2024.csv")
    )
    assert [each.name for each in made.revision.files] == ["Tapahtumat 2023.csv", "Tapahtumat 2024.csv"]
    assert list(coordinator.names()) == ["a", "b"]


def test_an_empty_sheet_leaves_what_is_published(coordinator: Coordinator):
    coordinator.publish(book(event("a")))
    empty = Upload("tapahtumat.csv", b"Tunnus;Nimi;Alkaa;Tyyppi;Maakunnat\n")
    outcome = coordinator.publish(empty)
    assert (outcome.status, outcome.revision.id) == ("unchanged", "1")
    assert [each.code for each in outcome.issues] == ["empty-table"]


def test_an_upload_that_changes_nothing_makes_no_revision(coordinator: Coordinator):
    coordinator.publish(book(event("a"), event("b")))
    outcome = coordinator.publish(text(event("b"), event("a")))
    assert (outcome.status, outcome.revision.id, outcome.changes.counts()) == ("unchanged", "1", {})
    assert len(coordinator.store.revisions()) == 1


def test_nothing_is_published_with_errors(coordinator: Coordinator):
    outcome = coordinator.publish(book(event("a"), event("b", **FAULTY)))
    assert (outcome.status, outcome.revision) == ("issues", None)
    assert [(each.code, each.cell) for each in outcome.issues] == [("unknown-region", "E3")]
    assert coordinator.store.revisions() == []


def test_what_is_sound_is_published_when_asked_for(coordinator: Coordinator):
    coordinator.publish(book(event("a"), event("b")))
    outcome = coordinator.publish(book(event("a", Nimi="Uusi"), event("b", Nimi="Toinen", **FAULTY)), hold_back=True)
    assert (outcome.status, outcome.changes.counts()) == (
        "published",
        {"events": {"added": 0, "removed": 0, "changed": 1}},
    )
    assert coordinator.names() == {"a": "Uusi", "b": "Tapahtuma b"}


def test_of_a_key_twice_the_first_row_is_published(coordinator: Coordinator):
    coordinator.publish(book(event("a")))
    coordinator.publish(book(event("a", Nimi="Ensimmäinen"), event("a", Nimi="Toinen")), hold_back=True)
    assert coordinator.names() == {"a": "Ensimmäinen"}


def test_a_table_without_a_required_column_stays_and_the_others_are_published(coordinator: Coordinator):
    coordinator.publish(book(event("a"), Tarinat=[story("s")]))
    lacking = {"Tunnus": "b", "Nimi": "Ilman päivää", "Tyyppi": "muu", "Maakunnat": "Lappi"}
    upload = book(lacking, Tarinat=[story("t")])
    assert coordinator.publish(upload).status == "issues"
    assert coordinator.publish(upload, hold_back=True).status == "published"
    assert (list(coordinator.names()), list(coordinator.names("stories", "title"))) == (["a"], ["t"])


def test_a_file_without_a_known_sheet_has_nothing_sound_to_publish(coordinator: Coordinator):
    coordinator.publish(book(event("a")))
    outcome = coordinator.publish(book(Muistio=[{"Sana": "hei"}]), hold_back=True)
    assert (outcome.status, [each.code for each in outcome.issues]) == ("issues", ["no-known-sheet"])


def test_one_file_that_is_refused_refuses_the_upload(coordinator: Coordinator):
    outcome = coordinator.publish(book(event("a")), Upload("kirje.xlsx", b"PK\x03\x04 broken"), hold_back=True)
    assert (outcome.status, outcome.revision, outcome.changes.counts()) == ("refused", None, {})
    assert {each.severity for each in outcome.issues} == {"refused"}


def test_a_large_removal_wants_a_second_yes(coordinator: Coordinator):
    coordinator.publish(book(*(event(id) for id in "abcdefgh")))
    outcome = coordinator.publish(book(event("a")))
    assert (outcome.status, [each.code for each in outcome.issues]) == ("needs-confirmation", ["large-removal"])
    assert outcome.revision.id == "1"
    assert coordinator.publish(book(event("a")), confirm=True).status == "published"
    assert list(coordinator.names()) == ["a"]


def test_errors_come_before_the_second_yes(coordinator: Coordinator):
    coordinator.publish(book(*(event(id) for id in "abcdefgh")))
    upload = book(event("a"), event("x", **FAULTY))
    outcome = coordinator.publish(upload, confirm=True)
    assert (outcome.status, [each.code for each in outcome.issues]) == ("issues", ["unknown-region", "large-removal"])
    assert coordinator.publish(upload, hold_back=True).status == "needs-confirmation"
    assert coordinator.publish(upload, hold_back=True, confirm=True).status == "published"


def test_with_add_nothing_is_removed_and_nothing_requires_confirmation(coordinator: Coordinator):
    coordinator.publish(book(*(event(id) for id in "abcdefgh")))
    outcome = coordinator.publish(book(event("h", Nimi="Uusi"), event("i")), add=True)
    assert (outcome.status, outcome.changes.counts()) == (
        "published",
        {"events": {"added": 1, "removed": 0, "changed": 1}},
    )
    assert list(coordinator.names()) == list("abcdefghi")


def test_a_preview_turns_to_the_other_choice_without_a_second_check(coordinator: Coordinator):
    coordinator.publish(book(event("a"), event("b")))
    seen = coordinator.look(book(event("c")))
    other = replace(seen, add=True)
    assert other.plan.check is seen.plan.check
    assert [each.plan.changes.counts()["events"] for each in (seen, other)] == [
        {"added": 1, "removed": 2, "changed": 0},
        {"added": 1, "removed": 0, "changed": 0},
    ]
    publish(seen, coordinator.store, note="", author="", now=NOW, add=True)
    assert list(coordinator.names()) == ["a", "b", "c"]


def test_a_preview_changes_nothing(coordinator: Coordinator):
    coordinator.look(book(event("a")))
    assert coordinator.store.revisions() == []


def test_what_somebody_else_published_since_the_preview_is_a_conflict(coordinator: Coordinator):
    coordinator.publish(book(event("a")))
    seen = coordinator.look(book(event("a"), event("b")))
    coordinator.publish(book(event("a"), event("c")))
    outcome = publish(seen, coordinator.store, note="", author="", now=NOW)
    assert (outcome.status, outcome.revision.id) == ("conflict", "2")
    assert list(coordinator.names()) == ["a", "c"]
    again = publish(coordinator.look(*seen.uploads), coordinator.store, note="", author="", now=NOW)
    assert again.status == "needs-confirmation"
    assert [each.code for each in again.issues] == ["looks-doubled", "old-origin"]
    again = publish(coordinator.look(*seen.uploads), coordinator.store, note="", author="", now=NOW, confirm=True)
    assert (again.status, list(coordinator.names())) == ("published", ["a", "c", "b"])


def test_a_revision_withdrawn_since_the_preview_is_a_conflict(coordinator: Coordinator):
    coordinator.publish(book(event("a")))
    coordinator.publish(book(event("a"), event("b")))
    seen = coordinator.look(book(event("a"), event("b"), event("c")))
    coordinator.store.withdraw("2", NOW)
    assert publish(seen, coordinator.store, note="", author="", now=NOW).status == "conflict"


def test_a_file_with_an_identity_code_is_kept_by_name_and_hash_alone(coordinator: Coordinator):
    outcome = coordinator.publish(book(event("a"), event("b", Kuvaus="131052-308T")), text(event("c")), hold_back=True)
    assert outcome.status == "published"
    assert [(each.name, each.has_content) for each in outcome.revision.files] == [
        ("toiminta.xlsx", False),
        ("tapahtumat.csv", True),
    ]
    with pytest.raises(UnknownRevision):
        coordinator.store.file("1", outcome.revision.files[0].sha256)


def test_words_are_those_of_the_published_revision(coordinator: Coordinator):
    coordinator.publish(book(Klusterit=[{"Tunnus": "k", "Nimi": "Hyvä klusteri", "Maakunnat": "Lappi"}]))
    outcome = coordinator.publish(book(Tarinat=[story("s", Klusteri="Hyvä klusteri")]))
    assert (outcome.status, outcome.issues) == ("published", ())
    assert coordinator.names("stories", "cluster") == {"s": "k"}


def test_words_that_are_not_published_are_those_of_the_shipped_workbook(store: Store, checker: Checker):
    upload = text(event("a", Teemat="Rahoitus"))
    shipped = ROOT / "data" / "cluster_activity.xlsx"
    assert [each.code for each in preview([upload], store, checker, NOW).plan.check.issues] == ["unknown-theme"]
    assert preview([upload], store, checker, NOW, workbook=shipped).plan.check.issues == ()


def test_publishing_at_once_tries_again_where_somebody_else_was_first(store: Store, checker: Checker):
    """The other one publishes while this upload is being checked."""
    other = Coordinator(store, checker)

    class Slow(Checker):
        rounds = 0

        def check(self, *given, **more):
            checked = super().check(*given, **more)
            self.rounds += 1
            if self.rounds == 1:
                other.publish(text(event("z")))
            return checked

    slow = Slow()
    outcome = publish_at_once([text(event("a"))], store, slow, note="", author="Eino", now=NOW, add=True)
    slow.close()
    assert (outcome.status, outcome.revision.id, slow.rounds) == ("published", "2", 2)
    assert list(other.names()) == ["z", "a"]


def test_restoring_publishes_the_old_rows_again(coordinator: Coordinator):
    coordinator.publish(book(*(event(id) for id in "abcdefgh")))
    coordinator.publish(book(event("a")), confirm=True)
    outcome = restore(coordinator.store, "1", note="Takaisin", author="Aino", now=NOW)
    assert (outcome.status, outcome.changes.counts()) == (
        "published",
        {"events": {"added": 7, "removed": 0, "changed": 0}},
    )
    made = outcome.revision
    assert (made.id, made.restores, made.parent, made.note) == ("3", "1", "2", "Takaisin")
    assert list(coordinator.names()) == list("abcdefgh")


def test_restoring_what_stands_changes_nothing(coordinator: Coordinator):
    coordinator.publish(book(event("a")))
    outcome = restore(coordinator.store, "1", note="", author="", now=NOW)
    assert (outcome.status, outcome.revision.id) == ("unchanged", "1")


def test_what_was_withdrawn_cannot_be_restored(coordinator: Coordinator):
    coordinator.publish(book(event("a")))
    coordinator.publish(book(event("b")))
    coordinator.store.withdraw("1", NOW)
    with pytest.raises(UnknownRevision):
        restore(coordinator.store, "1", note="", author="", now=NOW)


def test_the_first_start_publishes_the_shipped_workbook_once(store: Store, checker: Checker):
    workbook = ROOT / "data" / "cluster_activity.xlsx"
    first = ensure_first(store, checker, workbook, NOW, note="Ensimmäinen")
    again = ensure_first(store, checker, workbook, NOW, note="Toinen")
    assert first is not None and first == again == store.current()
    assert (first.id, first.author, first.note, first.rows["events"]) == ("1", "Klusteripulssi", "Ensimmäinen", 31)


def test_a_start_after_all_was_withdrawn_publishes_nothing(store: Store, checker: Checker):
    workbook = ROOT / "data" / "cluster_activity.xlsx"
    ensure_first(store, checker, workbook, NOW, note="")
    store.withdraw("1", NOW)
    assert ensure_first(store, checker, workbook, NOW, note="") is None


def test_a_workbook_that_is_none_leaves_the_store_empty(store: Store, checker: Checker, tmp_path: Path):
    workbook = tmp_path / "kirje.xlsx"
    workbook.write_bytes(b"no workbook")
    assert ensure_first(store, checker, workbook, NOW, note="") is None


@pytest.mark.parametrize("add", [False, True])
def test_what_is_published_is_what_the_preview_showed(coordinator: Coordinator, add: bool):
    coordinator.publish(book(event("a"), event("b", Osallistujat=40), Tarinat=[story("s")]))
    seen = coordinator.look(book(event("b", Teemat="", Järjestäjät="A; B"), event("c")), add=add)
    made = publish(seen, coordinator.store, note="", author="", now=NOW).revision
    for name, frame in coordinator.store.tables(made.id).items():
        assert_frame_equal(frame, seen.plan.tables[name], check_exact=True)
