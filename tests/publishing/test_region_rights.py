"""Rights by region: what an editor of some regions changes, what is held back, and that nothing of others is lost."""

from typing import Any

import pytest

from analysis.changes.three_way_merge import Merge
from analysis.intake import Checker
from analysis.publishing import EVERYWHERE, NOT_SETTLED, Outcome, Preview, preview, publish
from analysis.publishing.region_rights import own_merge
from analysis.schema import TABLES as DECLARED
from analysis.schema import Tables, all_tables
from analysis.store import Store
from tests.changes.rows import event, events, only, rows_of
from tests.publishing.coordinator import NOW, Coordinator, book, story, text
from tests.publishing.coordinator import event as row

KAINUU, LAPPI = frozenset({"18"}), frozenset({"19"})


def tables(*sets: Tables) -> Tables:
    return all_tables({name: frame for each in sets for name, frame in each.items()}, DECLARED)


def own(published: Tables, merged: Tables, regions: frozenset[str] = KAINUU) -> tuple[Tables, dict[str, Any]]:
    """What is published of merged tables, and the keys of the rows whose changes are held back."""
    limited = own_merge(Merge(merged), merged, published, regions)
    return limited.merge.tables, {
        name: [" ".join(key).strip() for key in keys] for name, keys in limited.foreign.items()
    }


A, B, AB = event("a", regions=("18",)), event("b", regions=("19",)), event("ab", regions=("18", "19"))
PUBLISHED = (A, B, AB)


@pytest.mark.parametrize(
    ("uploaded", "result", "foreign"),
    [
        pytest.param((A, B, AB), (A, B, AB), [], id="nothing changes"),
        pytest.param((A | {"name": "x"}, B, AB), (A | {"name": "x"}, B, AB), [], id="her own row changes"),
        pytest.param((A, B, AB | {"name": "x"}), (A, B, AB | {"name": "x"}), [], id="a joint row changes"),
        pytest.param((A, B | {"name": "x"}, AB), PUBLISHED, ["b"], id="another's row changes"),
        pytest.param((B, AB), (B, AB), [], id="her own row is removed"),
        pytest.param((A, B), (A, B), [], id="a joint row is removed"),
        pytest.param((A, AB), PUBLISHED, ["b"], id="another's row is removed"),
        pytest.param(
            (*PUBLISHED, event("c", regions=("18",))), (*PUBLISHED, event("c", regions=("18",))), [], id="hers is new"
        ),
        pytest.param((*PUBLISHED, event("c", regions=("17",))), PUBLISHED, ["c"], id="another's is new"),
        pytest.param((A | {"regions": ("19",)}, B, AB), PUBLISHED, ["a"], id="she gives her row away"),
        pytest.param((A, B | {"regions": ("18",)}, AB), PUBLISHED, ["b"], id="she takes another's row"),
        pytest.param((A, B, AB | {"regions": ("19",)}), PUBLISHED, ["ab"], id="she leaves a joint row"),
        pytest.param(
            (A | {"regions": ("17", "18")}, B, AB),
            (A | {"regions": ("17", "18")}, B, AB),
            [],
            id="another joins her row",
        ),
        pytest.param((AB, A, B), PUBLISHED, [], id="rows in another order"),
        pytest.param((), (B,), ["b"], id="all rows are removed"),
    ],
)
def test_rows_of_other_regions_stay_as_they_are_published(uploaded, result, foreign):
    found, held_back = own(tables(events(*PUBLISHED)), tables(events(*uploaded)))
    assert (rows_of(found), held_back.get("events", [])) == (rows_of(tables(events(*result))), foreign)


def test_who_edits_everything_is_limited_in_nothing():
    merged = tables(events(B | {"name": "x"}))
    assert own(tables(events(*PUBLISHED)), merged, EVERYWHERE) == (merged, {})


def test_rows_that_stay_keep_their_place_and_new_ones_come_last():
    found, _ = own(tables(events(B, A)), tables(events(event("c", regions=("18",)), A | {"name": "x"})))
    assert list(found["events"]["id"]) == ["b", "a", "c"]


def theme(key: str) -> dict[str, Any]:
    return {"id": key, "name_fi": f"Teema {key}"}


@pytest.mark.parametrize(
    ("table", "before", "after", "foreign"),
    [
        ("materials", {"id": "m", "title": "Opas", "kind": "guide"}, {"id": "m", "title": "x", "kind": "guide"}, False),
        ("stories", story_ := {"id": "s", "title": "T", "regions": ("18",)}, story_ | {"title": "x"}, False),
        ("stories", story_ | {"regions": ("19",)}, story_ | {"regions": ("19",), "title": "x"}, True),
        (
            "clusters",
            {"id": "k", "name": "K", "regions": ("18", "19")},
            {"id": "k", "name": "x", "regions": ("18",)},
            False,
        ),
        ("clusters", {"id": "k", "name": "K", "regions": ("19",)}, {"id": "k", "name": "x", "regions": ("19",)}, True),
        (
            "targets",
            goal := {"year": 2026, "measure": "events", "region": "18", "target": 4},
            goal | {"target": 5},
            False,
        ),
        ("targets", goal | {"region": "19"}, goal | {"region": "19", "target": 5}, True),
        ("targets", goal | {"region": None}, goal | {"region": None, "target": 5}, True),
        ("themes", theme("t"), theme("t") | {"name_fi": "x"}, True),
        ("priorities", theme("t"), theme("t") | {"name_fi": "x"}, True),
        ("regions", {"code": "18", "name_fi": "Kainuu"}, {"code": "18", "name_fi": "x"}, True),
        ("about", {"key": "title", "value_fi": "A"}, {"key": "title", "value_fi": "x"}, True),
        ("phases", theme("t") | {"starts": "2023"}, theme("t") | {"starts": "2024"}, True),
    ],
)
def test_which_tables_an_editor_of_a_region_changes(table: str, before, after, foreign: bool):
    published, merged = tables(only(table, before)), tables(only(table, after))
    found, held_back = own(published, merged)
    assert rows_of(found, table) == rows_of(published if foreign else merged, table)
    assert (table in held_back) == foreign


def test_her_row_to_which_anothers_row_refers_stays():
    cluster = only("clusters", {"id": "k", "name": "K", "regions": ("18",)})
    foreign = only("stories", {"id": "s", "title": "S", "regions": ("19",), "cluster": "k"})
    merged = tables(only("stories", {"id": "s", "title": "S", "regions": ("19",)}))
    found, held_back = own(tables(cluster, foreign), merged)
    assert held_back == {"clusters": ["k"], "stories": ["s"]}
    assert rows_of(found, "stories")["s"]["cluster"] == "k" and list(found["clusters"]["id"]) == ["k"]


def test_her_row_does_not_refer_to_what_she_may_not_add():
    published = tables(events(A | {"themes": ("t",)}), only("themes", theme("t")))
    her_story = only("stories", {"id": "s", "title": "S", "regions": ("18",), "cluster": "k"})
    merged = tables(
        events(A | {"themes": ("t", "u")}),
        only("themes", theme("t"), theme("u")),
        only("clusters", {"id": "k", "name": "K", "regions": ("19",)}),
        her_story,
        only("targets", {"year": 2026, "measure": "events", "region": "18", "theme": "u", "target": 4}),
    )
    found, held_back = own(published, merged)
    assert held_back == {"themes": ["u"], "clusters": ["k"], "targets": ["2026 events 18 u"]}
    assert rows_of(found)["a"]["themes"] == ("t",) and rows_of(found, "stories")["s"]["cluster"] is None


class Council(Coordinator):
    """The coordinator of one council, who may edit its regions."""

    regions = KAINUU

    def see(self, *uploads, **options: Any) -> Preview:
        return preview(uploads, self.store, self.checker, NOW, regions=self.regions, **options)

    def put(self, *uploads, settlement: Any = NOT_SETTLED, confirm: bool = False, **options: Any) -> Outcome:
        seen = self.see(*uploads, settlement=settlement, **options)
        return publish(seen, self.store, note="", author="Kainuu", now=NOW, confirm=confirm)


KAINUUN = {"Maakunnat": "Kainuu"}


@pytest.fixture
def kainuu(store: Store, checker: Checker) -> Council:
    council = Council(store, checker)
    clusters = [{"Tunnus": "k", "Nimi": "Lapin klusteri", "Maakunnat": "Lappi"}]
    council.publish(book(row("l"), row("k", **KAINUUN), Tarinat=[story("s")], Klusterit=clusters))
    return council


def listed(outcome: Outcome) -> list[tuple[str, str, str | None, str | None]]:
    return [(each.code, each.severity, each.cell, each.value) for each in outcome.issues]


def test_what_is_hers_is_published_and_the_rest_is_listed(kainuu: Council):
    upload = book(row("l", Osallistujat=9), row("k", Osallistujat=7, **KAINUUN), row("u", **KAINUUN), row("v"))
    outcome = kainuu.put(upload)
    assert outcome.changes.counts() == {"events": {"added": 1, "removed": 0, "changed": 1}}
    assert kainuu.names(column="participants").keys() == {"l", "k", "u"}
    assert listed(outcome) == [("not-yours", "info", "A2", "l"), ("not-yours", "info", "A5", "v")]


def test_a_council_that_uploads_its_own_rows_alone_removes_nobody_elses(kainuu: Council):
    her_story = story("t", Klusteri="k", **KAINUUN)
    outcome = kainuu.put(book(row("k", Osallistujat=7, **KAINUUN), Tarinat=[her_story], Klusterit=[]))
    assert outcome.status == "published"
    assert outcome.changes.counts() == {
        "events": {"added": 0, "removed": 0, "changed": 1},
        "stories": {"added": 1, "removed": 0, "changed": 0},
    }
    assert {each for each in listed(outcome) if each[0] != "empty-table"} == {
        ("not-yours", "info", None, "l"),
        ("not-yours", "info", None, "s"),
    }
    assert kainuu.names("stories", "cluster")["t"] == "k"


def test_her_rows_may_refer_to_rows_that_stay_although_her_sheet_lacks_them(kainuu: Council):
    own_cluster = {"Tunnus": "m", "Nimi": "Kainuun klusteri", **KAINUUN}
    outcome = kainuu.put(book(Tarinat=[story("t", Klusteri="k", **KAINUUN)], Klusterit=[own_cluster]))
    assert kainuu.names("stories", "cluster")["t"] == "k"
    assert "dangling-reference" not in {code for code, *_ in listed(outcome)}


def test_an_upload_of_others_rows_alone_changes_nothing_and_is_no_error(kainuu: Council):
    outcome = kainuu.put(text(row("l", Osallistujat=9)), add=True)
    assert (outcome.status, listed(outcome)) == ("unchanged", [("not-yours", "info", "A2", "l")])


def test_a_conflict_in_anothers_row_is_none_of_hers(kainuu: Council):
    kainuu.publish(book(row("l", Osallistujat=9), row("k", Osallistujat=5, **KAINUUN)))
    upload = book(row("l", Osallistujat=8), row("k", Osallistujat=6, **KAINUUN), name="kopio-versio-1.xlsx")
    seen = kainuu.see(upload)
    assert [(each.key, each.current, each.upload) for each in seen.plan.open] == [(("k",), 5, 6)]
    outcome = kainuu.put(upload, settlement="mine")
    assert outcome.status == "published" and kainuu.names(column="participants") == {"l": 9, "k": 6}
    assert listed(outcome) == [("not-yours", "info", "A2", "l")]


def test_settling_lists_nothing_twice(kainuu: Council):
    kainuu.publish(book(row("l", Osallistujat=9), row("k", Osallistujat=5, **KAINUUN)))
    upload = book(row("l", Osallistujat=8), row("k", Osallistujat=6, **KAINUUN), name="kopio-versio-1.xlsx")
    settled = kainuu.see(upload).settle("mine").settle("theirs")
    assert settled.plan.check.tally == {("info", "not-yours", "events", "id"): 1}


def test_many_rows_of_others_are_all_counted_and_the_first_hundred_listed(kainuu: Council):
    rows = [row(f"v{number}", Nimi=f"Tilaisuus {number}") for number in range(150)]
    plan = kainuu.see(book(row("l"), row("k", **KAINUUN), *rows)).plan
    assert (plan.check.counts["info"], len(plan.check.issues), plan.check.status, bool(plan.changes)) == (
        150,
        100,
        "ok",
        False,
    )


def test_a_large_removal_of_others_rows_asks_for_nothing(kainuu: Council):
    kainuu.publish(book(*[row(f"l{number}", Nimi=f"Tilaisuus {number}") for number in range(20)], row("k", **KAINUUN)))
    outcome = kainuu.put(book(row("k", Osallistujat=6, **KAINUUN), name="oma.xlsx"), said="none")
    assert outcome.status == "published" and len(kainuu.names()) == 21


def test_a_key_that_is_made_for_her_row_is_not_that_of_a_row_that_stays(kainuu: Council):
    kainuu.publish(book(row("paiva-2024", Nimi="Päivä", Alkaa="1.2.2024"), row("k", **KAINUUN)))
    new = row("", Nimi="Päivä", Alkaa="3.3.2024", **KAINUUN)
    kainuu.put(book(row("k", **KAINUUN), new), said="none")
    assert sorted(kainuu.names()) == ["k", "paiva-2024", "paiva-2024-2"]
