"""Drafts: what they stand on, what became of the rest meanwhile, and who may publish them."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from analysis.intake import Checker, Upload
from analysis.publishing import (
    NOT_SETTLED,
    Origin,
    Outcome,
    Preview,
    add_draft,
    is_second_person,
    preview,
    preview_draft,
    publish_draft,
)
from analysis.store import Store, UnknownDraft
from tests.publishing.coordinator import NOW, Coordinator, book, event, story, text

COPY = "kopio-versio-1.xlsx"


class Office(Coordinator):
    """A coordinator who stores drafts."""

    def store_draft(self, *uploads: Upload, **options: Any) -> str:
        outcome = self.put(*uploads, **options)
        assert (outcome.status, bool(outcome.draft)) == ("draft", True)
        return outcome.draft or ""

    def put(self, *uploads: Upload, **options: Any) -> Outcome:
        values = {"note": "Kevät", "author": "Aino", "now": NOW} | options
        seen = {name: values.pop(name) for name in ("add", "said") if name in values}
        settlement = values.get("settlement", NOT_SETTLED)
        return add_draft(
            preview(uploads, self.store, self.checker, NOW, settlement=settlement, **seen), self.store, **values
        )

    def see(self, id: str, **options: Any) -> Preview:
        return preview_draft(self.store.drafts.get(id), self.store, self.checker, NOW, **options)

    def publish_draft(self, id: str, **options: Any) -> Outcome:
        return publish_draft(id, self.store, self.checker, **{"author": "Eero", "now": NOW} | options)


@pytest.fixture
def office(store: Store, checker: Checker) -> Office:
    here = Office(store, checker)
    here.publish(book(event("a", Osallistujat=50), event("b"), Tarinat=[story("s")]))
    return here


def test_what_others_published_meanwhile_stays(office: Office):
    id = office.store_draft(book(event("a", Osallistujat=50), event("b"), event("c"), name=COPY))
    office.publish(book(event("a", Osallistujat=77), event("b"), event("d")))
    outcome = office.publish_draft(id)
    assert (outcome.status, outcome.sources.meanwhile) == ("published", ("2",))
    assert office.names(column="participants") | {"b": 0, "c": 0, "d": 0} == {"a": 77, "b": 0, "d": 0, "c": 0}
    current = office.store.current()
    assert (current.author, current.note, [each.name for each in current.files]) == ("Eero", "Kevät", [COPY])
    assert office.store.drafts.all() == []


def test_an_upload_without_an_origin_stands_on_what_was_published_when_it_was_made(office: Office):
    id = office.store_draft(text(event("x"), event("y"), event("z")), said="none")
    assert office.see(id).sources.origin == Origin("1", "said")
    office.publish(book(event("a", Osallistujat=50), event("b"), event("d")))
    assert office.publish_draft(id, confirm=True).changes.counts()["events"] == {"added": 3, "removed": 2, "changed": 0}
    assert list(office.names()) == ["d", "x", "y", "z"]


ORIGINS = {
    "property or name": (COPY, {}, Origin("1", "name")),
    "said": ("kopio.xlsx", {"said": "1"}, Origin("1", "said")),
    "estimated to be the published one": ("kopio.xlsx", {}, Origin("2", "said")),
}


@pytest.mark.parametrize("name", ORIGINS)
def test_the_origin_of_a_draft(name: str, office: Office):
    file, options, expected = ORIGINS[name]
    office.publish(book(event("a", Osallistujat=60), event("b"), event("c")))
    mine = book(event("a", Osallistujat=60), event("b", Paikka="Kemi"), event("c"), name=file)
    id = office.store_draft(mine, **options)
    office.publish(book(event("a", Osallistujat=61), event("b"), event("c")))
    assert office.see(id).sources.origin == expected


@pytest.mark.parametrize(("confirm", "status"), [(False, "needs-confirmation"), (True, "published")])
def test_an_estimated_older_origin_is_a_guess_until_somebody_confirms_it(office: Office, confirm: bool, status: str):
    office.publish(book(event("a", Osallistujat=60), event("b"), event("c"), event("d")))
    mine = book(event("a", Osallistujat=50), event("b", Paikka="Kemi"), name="kopio.xlsx")
    id = office.store_draft(mine, confirm=confirm)
    outcome = office.publish_draft(id)
    assert (outcome.status, outcome.sources.origin.revision) == (status, "1")
    assert office.store.current().id == ("3" if confirm else "2")
    assert confirm or office.publish_draft(id, confirm=True).status == "published"
    assert set(office.names()) == {"a", "b", "c", "d"}


def test_files_of_different_revisions_each_keep_their_own(office: Office):
    office.publish(book(event("a", Osallistujat=60), event("b")))
    events = book(event("a", Osallistujat=45), event("b"), name=COPY)
    stories = book(Tarinat=[story("t")], name="t.xlsx")
    id = office.store_draft(events, stories, said={"t.xlsx": Origin("2", "property")})
    office.publish(book(Tarinat=[story("s", Otsikko="Uusi"), story("u")]), add=True)
    origins = office.see(id).sources.origins
    assert origins == {COPY: Origin("1", "name"), "t.xlsx": Origin("2", "property")}


def test_a_settled_conflict_stays_settled_until_its_published_value_changes(office: Office):
    mine = book(event("a", Osallistujat=45), event("b", Paikka="Kemi"), name=COPY)
    office.publish(book(event("a", Osallistujat=40), event("b", Paikka="Oulu")))
    id = office.store_draft(mine, settlement="mine")
    assert office.see(id).plan.open == ()
    office.publish(book(event("a", Osallistujat=41), event("b", Paikka="Oulu")))
    assert [(each.key, each.column) for each in office.see(id).plan.open] == [(("a",), "participants")]
    assert office.publish_draft(id, confirm=True).status == "needs-confirmation"
    assert office.publish_draft(id, settlement="theirs").status == "unchanged"
    assert office.publish_draft(id, settlement="mine").status == "published"
    assert (office.names(column="participants")["a"], office.names(column="place")["b"]) == (45, "Kemi")


def test_one_conflict_may_be_settled_for_the_published_side(office: Office):
    office.publish(book(event("a", Osallistujat=40), event("b", Järjestäjät="Oulu; Kemi")))
    mine = book(event("a", Osallistujat=45, Paikka="Kemi"), event("b"), name=COPY)
    conflict = ("events", ("a",), "participants")
    id = office.store_draft(mine, settlement={conflict: "theirs"})
    seen = office.see(id)
    assert ([each.place for each in seen.plan.conflicts], seen.plan.open) == ([conflict], ())
    assert office.publish_draft(id).status == "published"
    assert office.names(column="participants")["a"] == 40


def test_with_adding_nothing_is_removed_by_a_draft(office: Office):
    id = office.store_draft(text(event("c")), add=True)
    assert office.publish_draft(id).status == "published"
    assert list(office.names()) == ["a", "b", "c"]


SHARED = {
    "a copy": (book(event("a", Paikka="Kemi"), event("b")), {}, True),
    "new rows alone": (text(event("x"), event("y")), {"add": True}, False),
    "a row of it": (text(event("x"), event("b", Paikka="Kemi")), {"add": True}, True),
    "a row of it that has an error": (
        text(event("x"), event("b", Maakunnat="Lapi")),
        {"add": True, "hold_back": True},
        True,
    ),
    "a table that cannot be read": (
        book(event("x"), Tarinat=[{"Tunnus": "q", "Maakunnat": "Lappi"}]),
        {"add": True, "hold_back": True},
        True,
    ),
}


@pytest.mark.parametrize("name", SHARED)
def test_withdrawing_a_revision_erases_the_drafts_that_hold_rows_of_it(name: str, office: Office):
    upload, options, is_erased = SHARED[name]
    id = office.store_draft(upload, **options)
    office.publish(book(event("a"), event("b"), event("c")))
    office.store.withdraw("1", NOW)
    assert [each.id for each in office.store.drafts.all()] == ([] if is_erased else [id])
    if not is_erased:
        outcome = office.publish_draft(id)
        assert (outcome.status, outcome.sources.origin) == ("published", Origin(None, "none"))
        assert list(office.names()) == ["a", "b", "c", "x", "y"]


def test_a_draft_of_an_empty_store(store: Store, checker: Checker):
    office = Office(store, checker)
    id = office.store_draft(text(event("x")))
    office.publish(text(event("y")))
    outcome = office.publish_draft(id)
    assert (outcome.status, outcome.sources.origin) == ("published", Origin(None, "none"))


def test_errors_and_identity_codes_become_no_draft(office: Office):
    faulty, secret = text(event("a", Alkaa="joskus")), text(event("a", Kuvaus="131052-308T"), event("c"))
    assert [office.put(faulty).status, office.put(secret).status] == ["issues", "refused"]
    assert office.put(secret, hold_back=True).status == "refused"
    assert office.store.drafts.all() == []


def test_a_lock_file_beside_it_is_left_out(office: Office):
    lock = Upload("~$toiminta.xlsx", b"\x05Aino" + bytes(160))
    id = office.store_draft(book(event("a"), event("c")), lock)
    assert [each.name for each in office.store.drafts.get(id).files] == ["toiminta.xlsx"]
    assert office.publish_draft(id).status == "published"


def test_of_those_who_publish_one_draft_at_once_one_publishes_and_the_others_are_told(office: Office):
    id = office.store_draft(book(event("a"), event("b"), event("c"), name=COPY))

    def act(name: str) -> str:
        try:
            return office.publish_draft(id, author=name).status
        except UnknownDraft:
            return "unknown"

    with ThreadPoolExecutor(3) as threads:
        outcomes = list(threads.map(act, ("Eero", "Iida", "Otto")))
    # Who read the draft before it was published finds that nothing is left to publish.
    assert outcomes.count("published") == 1 and {*outcomes} <= {"published", "unknown", "unchanged"}
    assert [each.id for each in office.store.revisions()] == ["2", "1"]


def test_a_draft_that_was_discarded_while_it_was_looked_at(office: Office):
    id = office.store_draft(text(event("c")), add=True)
    office.store.drafts.discard(id, NOW)
    with pytest.raises(UnknownDraft):
        office.publish_draft(id)


def test_a_draft_made_after_somebody_published_stands_on_what_its_author_saw(office: Office):
    seen = office.look(text(event("c")), add=True)
    office.publish(book(event("a", Osallistujat=1), event("b")))
    outcome = add_draft(seen, office.store, note="", author="Aino", now=NOW)
    assert office.see(outcome.draft or "").sources.origin == Origin("1", "said")


PEOPLE = [
    *[("Aino", "Eero", True), ("Aino", "Aino", False), ("Aino", " AINO ", False)],
    *[
        ("Åke Ö", "A\u030ake  o\u0308", False),
        ("", "Eero", False),
        ("Aino", "", False),
        ("Aino", "  ", False),
        ("", "", False),
    ],
]


@pytest.mark.parametrize(("author", "reviewer", "may"), PEOPLE)
def test_who_is_a_second_person(office: Office, author: str, reviewer: str, may: bool):
    assert is_second_person(author, reviewer) is may
    id = office.store_draft(text(event("c")), add=True, author=author)
    outcome = office.publish_draft(id, reviewer=reviewer)
    assert outcome.status == ("published" if may else "needs-review")
    assert outcome.draft == (None if may else id)
    assert len(office.store.drafts.all()) == (0 if may else 1)
