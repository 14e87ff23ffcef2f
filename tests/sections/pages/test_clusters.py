"""The clusters, each number against a plain count over the workbook's cells, and what a profile tells."""

from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from openpyxl import load_workbook

from analysis.schema.aliases import SEVEN
from analysis.sections import Detail, cluster_detail, cluster_table, clusters
from analysis.sections.model.typed_values import format_value
from analysis.selection import Selection
from analysis.words import translator
from tests.measures.table_rows import tables
from tests.sections import counting
from tests.sections.pages.test_recount import TODAY as NOW
from tests.sections.pages.test_recount import WORKBOOKS, each_case, numbers, published, selections
from tests.sections.rows import THEMES, TODAY, chart, listing, number

FI = translator("fi")
LABELS = {"pronssi": "bronze", "hopea": "silver", "kulta": "gold"}
CLUSTERS = [
    {
        **{"id": "a", "name": "Öljy", "regions": ("19",), "field": "energia", "priorities": ("food",)},
        **{"founded": 2015, "members": 1200, "label": "bronze", "label_year": 2016, "website": "https://www.a.fi/x"},
    },
    {"id": "b", "name": "Akku", "regions": ("19", "12"), "label": "bronze", "label_year": 2023, "founded": 2017},
    {"id": "c", "name": "Zeniitti", "regions": ("12",), "label": "gold"},
]
ROWS = {
    "clusters": CLUSTERS,
    "priorities": [{"id": "food", "order": 1, "name_fi": "Ruoka", "name_en": "Food"}],
    "themes": THEMES,
    "stories": [
        {"id": "s", "title": "Vanha", "published": "2020", "cluster": "a", "regions": ("19",), "form": "talk"},
        {"id": "t", "title": "Uusi", "published": "2021-05", "cluster": "a", "regions": ("19",)},
        {"id": "u", "title": "Muu", "cluster": "b", "regions": ("19",)},
    ],
    "events": [
        {"id": "e", "name": "E", "starts": "2020", "kind": "other", "regions": ("19",), "priorities": ("food",)},
        {"id": "f", "name": "F", "starts": "2021", "kind": "other", "regions": ("19",)},
        {
            **{"id": "g", "name": "G", "starts": "2021", "kind": "other", "regions": ("19",), "priorities": ("food",)},
            **{"status": "cancelled"},
        },
    ],
}


@cache
def cells(path: Path) -> list[dict]:
    """The clusters as a person reads them."""
    book = load_workbook(path, data_only=True)
    codes = {name: counting.codes(book[sheet], key) for name, sheet, key in COLUMNS}
    rows = [
        row | {name: counting.listed(row[sheet], codes[name]) for name, sheet, _ in COLUMNS}
        for row in counting.lines(book["Klusterit"])
    ]
    book.close()
    return rows


COLUMNS = (("regions", "Maakunnat", "Koodi"), ("priorities", "Painopisteet", "Tunnus"))


def left(path: Path, chosen: Selection) -> list[dict]:
    kept = []
    for row in cells(path):
        if chosen.regions and not row["regions"] & set(chosen.regions):
            continue
        if chosen.priorities and not row["priorities"] & set(chosen.priorities):
            continue
        kept.append(row)
    return kept


@each_case
def test_the_numbers_and_the_sentence_are_those_of_the_cells(path, number):
    chosen = selections(path)[number]
    ours, section = left(path, chosen), clusters(published(path), chosen, FI, NOW)
    told = [counting.whole(row["Jäseniä"]) for row in ours]
    known = [each for each in told if each is not None]
    labelled = [row for row in ours if row["Laatumerkki"]]
    valid = [
        row for row in labelled if row["Laatumerkki"] == "pronssi" and str(row["Merkin vuosi"]) in ("2025", "2026")
    ]
    assert [each.value for each in section.metrics] == [len(ours), sum(known) if known else None, len(labelled)]
    assert numbers(section.metrics[2].change) == ([len(valid)] if valid else [])
    if ours:
        founded = [row for row in ours if row["Perustettu"]]
        assert numbers(section.sentence) == [len(ours), len(known), len(founded)]
    assert numbers(section.filter_summary.counted) == (
        [len(ours)] if chosen == Selection() else [len(ours), len(cells(path))]
    )


@each_case
def test_the_charts_are_those_of_the_cells(path, number):
    chosen = selections(path)[number]
    ours, section = left(path, chosen), clusters(published(path), chosen, FI, NOW)
    founded = Counter(int(row["Perustettu"]) for row in ours if row["Perustettu"])
    labels = Counter(LABELS[row["Laatumerkki"]] for row in ours if row["Laatumerkki"])
    free = left(path, chosen.without("regions")) if ours else []
    regions = Counter(code for row in free for code in row["regions"] if code in SEVEN)
    for key, wanted, by in (
        ("founded", founded, "year"),
        ("labels", labels, "code"),
        ("cluster_regions", regions, "code"),
    ):
        table = chart(section, key).table
        found = dict(zip(table[by].tolist(), table["clusters"].tolist(), strict=True))
        assert {name: count for name, count in found.items() if count} == wanted
    years = chart(section, "founded").table["year"].tolist()
    assert years == (list(range(min(founded), max(founded) + 1)) if founded else [])


@each_case
def test_the_directory_holds_each_cluster_that_is_chosen(path, number):
    chosen = selections(path)[number]
    rows = cluster_table(published(path), chosen, FI, NOW)
    assert sorted(rows.table["id"]) == sorted(row["Tunnus"] for row in left(path, chosen))
    assert rows.total == len(rows.table)


@pytest.mark.parametrize("path", WORKBOOKS, ids=lambda path: path.stem)
def test_the_profiles_tell_the_stories_that_the_cells_name(path):
    book = load_workbook(path, data_only=True)
    named = Counter(row["Klusteri"] for row in counting.lines(book["Tarinat"]) if row["Klusteri"])
    book.close()
    for row in cells(path):
        stories = listing(cluster_detail(published(path), row["Tunnus"], FI, NOW), "stories")
        assert len(stories.items) == named[row["Nimi"]] + named[row["Tunnus"]]


def test_the_directory_is_in_finnish_order_and_tells_a_label_as_valid_only_while_it_certainly_is():
    given = cluster_table(tables(**ROWS), Selection(), FI, TODAY)
    assert given.table[["name", "regions", "label"]].fillna("").to_dict("list") == {
        "name": ["Akku", "Zeniitti", "Öljy"],
        "regions": ["Pohjois-Karjala, Lappi", "Pohjois-Karjala", "Lappi"],
        "label": ["pronssi, voimassa (myönnetty 2023)", "kulta, vuosi ei tiedossa", "pronssi, myönnetty 2016"],
    }
    assert given.rule == "3 klusteria aakkosjärjestyksessä."


@pytest.mark.parametrize(
    ("search", "found"), [("lappi", ["Akku", "Öljy"]), ("RUOKA", ["Öljy"]), ("karjala kulta", ["Zeniitti"]), ("x", [])]
)
def test_clusters_are_found_by_name_field_region_priority_and_label(search, found):
    given = cluster_table(tables(**ROWS), Selection(), FI, TODAY, search)
    assert (given.table["name"].tolist(), given.total) == (found, len(found))


def test_years_themes_and_types_are_said_to_leave_clusters_whole():
    section = clusters(tables(**ROWS), Selection(themes=("rahoitus",)), FI, TODAY)
    assert section.filter_text.endswith("Teema, vuosi ja tapahtuman tyyppi eivät rajaa klustereita.")
    assert number(section, "clusters").value == 3


def told(detail: Detail) -> dict[str, list[str]]:
    return {fact.label: [format_value(each.value, FI) for each in fact.values] for fact in detail.facts}


def test_a_profile_tells_all_that_is_known_and_what_is_not():
    profile = cluster_detail(tables(**ROWS), "a", FI, TODAY)
    assert told(profile) == {
        "Maakunnat": ["Lappi"],
        "Ala": ["energia"],
        "Painopisteet": ["Ruoka"],
        "Perustettu": ["2015"],
        "Jäseniä": ["1\N{NO-BREAK SPACE}200"],
        "Laatumerkki": ["Pronssi, myönnetty 2016"],
        "Verkkosivu": ["a.fi"],
    }
    assert profile.facts[-1].values[0].link == "https://www.a.fi/x"
    bare = told(cluster_detail(tables(**ROWS), "c", FI, TODAY))
    assert (bare["Jäseniä"], bare["Ala"], bare["Laatumerkki"]) == ([], [], ["Kulta, vuosi ei tiedossa"])


def test_a_profile_has_its_stories_and_the_events_that_share_region_and_priority():
    profile = cluster_detail(tables(**ROWS), "a", FI, TODAY)
    assert [each.what for each in listing(profile, "stories").items] == ["Uusi", "Vanha"]
    assert [each.what for each in listing(profile, "events").items] == ["E"]
    other = cluster_detail(tables(**ROWS), "b", FI, TODAY)
    assert [each.what for each in listing(other, "events").items] == ["F", "E"]
    assert listing(other, "events").note.startswith("Tapahtumat, joilla on klusterin kanssa sama maakunta, koska")


def test_a_priority_without_a_swedish_name_says_that_it_is_in_finnish():
    profile = cluster_detail(tables(**ROWS), "a", translator("sv"), TODAY)
    value = next(fact for fact in profile.facts if fact.label == "Prioriteringar").values[0]
    assert (value.value, value.language) == ("Ruoka", "fi")


def test_there_is_no_profile_of_a_key_that_nobody_bears():
    assert cluster_detail(tables(**ROWS), "zzz", FI, TODAY) is None
    assert cluster_detail(tables(), "a", FI, TODAY) is None


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_one_cluster_and_none_make_the_section_whole(language):
    for rows in ({}, {"clusters": CLUSTERS[2:]}):
        section = clusters(tables(**rows), Selection(), translator(language), TODAY)
        assert section.sentence and all(each.title and each.alt for each in section.charts)
