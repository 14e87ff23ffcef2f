"""Presentations by name, and what they are made from."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from analysis import presentation_lookup
from analysis.sections.presentation.outline import Outline, SlideSpec
from analysis.selection import Selection
from analysis.store import SavedPresentation, Store
from analysis.words import translator
from tests.measures.table_rows import tables
from tests.sections.rows import ALL, EVENTS

NOON = datetime(2024, 6, 30, 12, tzinfo=UTC)
EARLIER = datetime(2024, 6, 1, 22, 30, tzinfo=UTC)
W = translator("fi")


@pytest.fixture
def filled(tmp_path) -> Store:
    """A store with two revisions."""
    store = Store.open(f"sqlite:///{tmp_path / 'store.sqlite'}")
    store.publish(tables(**ALL | {"events": EVENTS[:1]}), author="", note="", now=EARLIER, parent=None)
    store.publish(tables(**ALL), author="", note="", now=NOON, parent="1")
    return store


def test_the_published_revision_is_shown_and_news_are_told_since_the_one_before(filled: Store):
    found = presentation_lookup.report_context(filled, W, NOON)
    assert found and found.baseline
    assert (found.revision, found.published, found.today) == ("2", "2024-06-30", "2024-06-30")
    assert (found.baseline.revision, found.baseline.published) == ("1", "2024-06-02")


def test_the_share_of_filled_cells_of_the_last_ten_revisions_is_told_from_the_oldest_on(filled: Store, monkeypatch):
    for number in range(2, 14):
        rows = {**ALL, "events": EVENTS[: 1 + number % 4]}
        filled.publish(tables(**rows), author="", note="", now=NOON + timedelta(hours=number), parent=str(number))
    filled.withdraw("9", NOON + timedelta(days=1))
    given = presentation_lookup.report_context(filled, W, NOON, "13")
    assert given
    shares = given.history()
    assert [each.revision for each in shares] == ["3", "4", "5", "6", "7", "8", "10", "11", "12", "13"]
    assert all(0 < each.values < each.cells for each in shares)
    monkeypatch.setattr(Store, "table", None)  # each is counted once for a store
    assert given.history() == shares


def test_a_revision_that_is_withdrawn_while_shares_are_counted_is_left_out(filled: Store, monkeypatch):
    current = filled.current()
    listed = filled.revisions()
    filled.withdraw("1", NOON)
    monkeypatch.setattr(Store, "revisions", lambda store: listed)
    assert current
    assert [each.revision for each in presentation_lookup.filled_shares(filled, current)] == ["2"]


def test_a_pinned_revision_is_shown_and_one_that_is_not_there_is_nothing(filled: Store):
    pinned = presentation_lookup.report_context(filled, W, NOON, "1")
    assert pinned and pinned.revision == "1" and pinned.baseline is None
    assert presentation_lookup.report_context(filled, W, NOON, "9") is None
    filled.withdraw("1", NOON)
    assert presentation_lookup.report_context(filled, W, NOON, "1") is None


def test_an_empty_store_has_presentations_without_contents(tmp_path):
    found = presentation_lookup.report_context(Store.open(f"sqlite:///{tmp_path / 'empty.sqlite'}"), W, NOON)
    assert found and found.revision == "" and len(found.tables["events"]) == 0


def test_ones_own_is_what_the_address_says_without_filters_that_nobody_knows(filled: Store):
    given = presentation_lookup.report_context(filled, W, NOON)
    assert given
    query = {"slides": "overview.years", "n1": "Kiitä", "regions": "19,77", "f1": "regions:78,12"}
    found = presentation_lookup.find_presentation(presentation_lookup.OWN, filled, given, query)
    step = SlideSpec("overview", "years", notes="Kiitä", selection=Selection(regions=("12",)))
    assert found == presentation_lookup.NamedPresentation(
        Outline((step,), selection=Selection(regions=("19",))), notes=True
    )


def test_saved_ones_are_found_by_name_with_their_notes_for_whom_they_are(filled: Store):
    given = presentation_lookup.report_context(filled, W, NOON)
    assert given
    for shared in (False, True):
        filled.presentations.put(
            SavedPresentation("vuosi", "V", "slides=news.numbers&since=1&n1=Kiit%C3%A4", "Aino", NOON, shared)
        )
        found = presentation_lookup.find_presentation("vuosi", filled, given, {})
        assert found == presentation_lookup.NamedPresentation(
            Outline((SlideSpec("news", "numbers", notes="Kiitä"),), since="1"), shared
        )
    assert presentation_lookup.baseline_revision_of("vuosi", filled, {}) == "1"
    assert presentation_lookup.find_presentation("nothing", filled, given, {}) is None


def test_the_revision_that_news_are_told_since_is_in_the_name_or_in_the_address(filled: Store):
    assert presentation_lookup.baseline_revision_of("new-since-1", filled, {}) == "1"
    assert presentation_lookup.baseline_revision_of("year-2024", filled, {}) == ""
    assert presentation_lookup.baseline_revision_of(presentation_lookup.OWN, filled, {"since": "1"}) == "1"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Vuosi 2024: Pohjois-Pohjanmaa ja Lappi", "vuosi-2024-pohjois-pohjanmaa-ja-lappi"),
        ("year-2024", "saved-year-2024"),
        ("Own", "saved-own"),
        ("", "saved--"),
        ("../../etc/passwd", "etc-passwd"),
        ("<script>alert(1)</script>", "script-alert-1-script"),
        ("日本", "saved--"),
        ("x" * 500, "x" * presentation_lookup.LONGEST),
    ],
)
def test_a_name_is_made_of_plain_letters(title: str, name: str):
    assert presentation_lookup.name_for(title, []) == name
    assert re.fullmatch(r"[a-z0-9-]{1,80}", name)


def test_two_titles_never_share_a_name():
    first = SavedPresentation("vuosi", "Vuosi", "", "", NOON)
    assert presentation_lookup.name_for("Vuosi!", [first]) == "vuosi-2"
    assert presentation_lookup.name_for("Vuosi", [first]) == "vuosi"


def test_a_path_holds_any_name():
    assert presentation_lookup.path("theme-a/b <c>", "sv", "rev=1") == "stories/sv/theme-a%2Fb%20%3Cc%3E.html?rev=1"
