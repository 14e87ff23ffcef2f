"""Of two who publish at once one wins, and the other is shown what changed in between."""

from collections.abc import Sequence
from typing import NoReturn

import pytest

from analysis.intake import Checker, CheckResult, Upload
from analysis.publishing import Outcome, publish_at_once, restore, since
from analysis.publishing.publish import MOST_ATTEMPTS
from analysis.store import Conflict, Store, Unavailable
from tests.publishing.coordinator import NOW, Coordinator, book, event


class Interrupted:
    """A checker; while it checks for the first time, somebody else publishes."""

    def __init__(self, checker: Checker, store: Store, other: Upload) -> None:
        self.checker, self.store, self.other = checker, store, other

    def check(self, uploads: Sequence[Upload], *given, **more) -> CheckResult:
        checked = self.checker.check(uploads, *given, **more)
        if self.other:
            other, self.other = self.other, None
            Coordinator(self.store, self.checker).publish(other, add=True, note="ehdin ensin")
        return checked


def at_once(store: Store, checker: Checker, other: Upload, mine: Upload, **given: bool) -> Outcome:
    """Publish while somebody else publishes another upload upon the same state."""
    Coordinator(store, checker).publish(book(event("1"), event("2")))
    interrupted = Interrupted(checker, store, other)
    return publish_at_once([mine], store, interrupted, note="", author="Eero", now=NOW, **given)  # type: ignore[arg-type]


def test_rows_of_both_stand_where_they_do_not_meet(store: Store, checker: Checker):
    made = at_once(store, checker, book(event("3")), book(event("4")), add=True)
    assert (made.status, made.revision.id, made.revision.parent) == ("published", "3", "2")
    assert made.meanwhile and [each.note for each in made.meanwhile.revisions] == ["ehdin ensin"]
    assert made.meanwhile.changes.counts() == {"events": {"added": 1, "removed": 0, "changed": 0}}
    assert set(Coordinator(store, checker).names()) == {"1", "2", "3", "4"}


MEETING = {
    "the same row": (book(event("2", Nimi="Hänen")), book(event("2", Nimi="Minun")), True),
    "a row that would go": (book(event("3")), book(event("1"), event("2"), event("4")), False),
}


@pytest.mark.parametrize("name", MEETING)
def test_what_the_other_changed_is_not_undone_without_confirmation(name: str, store: Store, checker: Checker):
    other, mine, add = MEETING[name]
    made = at_once(store, checker, other, mine, add=add)
    assert (made.status, store.current().id) == ("needs-confirmation", "2")
    assert made.meanwhile and made.meanwhile.revisions == (store.current(),)


def test_with_confirmation_it_is(store: Store, checker: Checker):
    other, mine, add = MEETING["the same row"]
    made = at_once(store, checker, other, mine, add=add, confirm=True)
    assert (made.status, Coordinator(store, checker).names()["2"]) == ("published", "Minun")


def test_nothing_came_in_between_where_nothing_did(store: Store, checker: Checker):
    made = Coordinator(store, checker).publish(book(event("1")))
    assert since(store, made.revision.id) is None
    assert since(store, None).revisions == (made.revision,)


class Overtaken(Interrupted):
    """A checker; whenever it checks, somebody else publishes another event."""

    def check(self, uploads: Sequence[Upload], *given, **more) -> CheckResult:
        self.count = getattr(self, "count", 0) + 1
        self.other = book(event(f"other {self.count}"))
        return super().check(uploads, *given, **more)


def test_publishing_gives_up_after_a_number_of_attempts(store: Store, checker: Checker):
    overtaken = Overtaken(checker, store, book())
    with pytest.raises(Unavailable) as error:
        publish_at_once([book(event("4"))], store, overtaken, note="", author="Eero", now=NOW, add=True)  # type: ignore[arg-type]
    assert (error.value.reason, overtaken.count) == ("busy", MOST_ATTEMPTS)
    assert "4" not in Coordinator(store, checker).names()


def test_restoring_gives_up_after_a_number_of_attempts(store: Store, checker: Checker, monkeypatch: pytest.MonkeyPatch):
    for id in "12":
        Coordinator(store, checker).publish(book(event(id)))
    attempts: list[str | None] = []

    def overtaken(self: Store, *given: object, parent: str | None, **more: object) -> NoReturn:
        attempts.append(parent)
        raise Conflict("3")

    monkeypatch.setattr(Store, "publish", overtaken)
    with pytest.raises(Unavailable) as error:
        restore(store, "1", note="", author="Eero", now=NOW)
    assert (error.value.reason, len(attempts)) == ("busy", MOST_ATTEMPTS)
