"""The stories, each number against a plain count over the workbook's cells."""

from collections import Counter
from functools import cache

import pytest
from openpyxl import load_workbook

from analysis.sections import stories, story_table
from analysis.sections.filters.filter_options import filter_options
from analysis.sections.model.typed_values import format_value
from analysis.sections.records.source_rows import rows_behind_chart
from analysis.selection import Selection
from analysis.words import translator
from tests.measures.table_rows import tables
from tests.sections import counting
from tests.sections.pages.test_recount import FI, compared, each_case, numbers, published, selections
from tests.sections.pages.test_recount import TODAY as NOW
from tests.sections.rows import ALL, THEMES, TODAY, chart

FORMS = {"artikkeli": "article", "puheenvuoro": "talk"}
STORIES = [
    {"id": "a", "title": "Ruokaa", "published": "2023-05-01", "cluster": "k", "regions": ("19",), "form": "talk"},
    {
        **{"id": "b", "title": "Energiaa", "published": None, "cluster": "zz", "regions": ("10", "12")},
        **{"themes": ("rahoitus", "palvelut"), "link": "https://b.fi", "summary": "Tuulta ja aurinkoa."},
    },
    {"id": "c", "title": "Puuta", "published": "2024", "regions": ("10",), "themes": ("rahoitus",), "form": "article"},
]
ROWS = {"stories": STORIES, "themes": THEMES, "clusters": [{"id": "k", "name": "Ruokaklusteri", "regions": ("19",)}]}


@cache
def cells(path) -> list[tuple[counting.Row, dict]]:
    """Each story as it counts, beside its cells."""
    book = load_workbook(path, data_only=True)
    lines = list(counting.lines(book["Tarinat"]))
    book.close()
    return list(zip([row for row in counting.rows(path) if row.table == "stories"], lines, strict=True))


def left(path, chosen: Selection) -> list[tuple[counting.Row, dict]]:
    return [each for each in cells(path) if counting.bears(each[0], chosen) and counting.in_years(each[0], chosen)]


def found(section, key: str, by: str = "code") -> dict:
    table = chart(section, key).table
    return {name: n for name, n in zip(table[by].tolist(), table["stories"].tolist(), strict=True) if n}


@each_case
def test_the_numbers_and_the_sentence_are_those_of_the_cells(path, number):
    chosen = selections(path)[number]
    ours, section = left(path, chosen), stories(published(path), chosen, FI, NOW)
    named = {line["Klusteri"] for _, line in ours if line["Klusteri"]}
    online = [line for _, line in ours if line["Linkki"]]
    assert [each.value for each in section.metrics] == [
        *(len(ours), len(named)),
        *([len(online)] if len(online) < len(ours) else []),
    ]
    assert ("Kaikki tarinat ovat luettavissa verkossa." in section.sentence) == (len(online) == len(ours) > 0)
    assert numbers(section.filter_summary.counted) == (
        [len(ours)] if chosen == Selection() else [len(ours), len(cells(path))]
    )
    bare = sum(row.year is None for row, _ in ours)
    if ours:
        assert numbers(section.sentence) == [len(ours), *([bare] if bare > 1 else [])]


@each_case
def test_the_charts_are_those_of_the_cells(path, number):
    chosen = selections(path)[number]
    ours, section = left(path, chosen), stories(published(path), chosen, FI, NOW)
    themes = [code for code, _ in filter_options(published(path), FI)["themes"]]
    among_all = compared(path, chosen, "themes", "stories")
    assert found(section, "story_years", "year") == Counter(row.year for row, _ in ours if row.year)
    assert found(section, "story_themes") == Counter(code for row in among_all for code in row.themes if code in themes)
    assert found(section, "story_forms") == Counter(FORMS[line["Muoto"]] for _, line in ours if line["Muoto"])
    named = Counter(line["Klusteri"] for _, line in ours if line["Klusteri"])
    shown = found(section, "story_clusters", "name")
    assert (len(shown), sorted(shown.values())) == (min(10, len(named)), sorted(n for _, n in named.most_common(10)))
    assert all(named[name] == n for name, n in shown.items())
    if len(named) > 10:
        rule = numbers(chart(section, "story_clusters").rule)
        assert rule[-2:] == [len(named) - 10, sum(named.values()) - sum(shown.values())]


@each_case
def test_the_rows_and_the_cards_hold_each_story_once(path, number):
    chosen = selections(path)[number]
    rows = story_table(published(path), chosen, FI)
    keys = [line["Tunnus"] for _, line in left(path, chosen)]
    assert sorted(rows.table["id"]) == sorted(each.row[1] for each in rows.items) == sorted(keys)
    days = rows.table["published"].fillna("").tolist()
    assert days == sorted(days, reverse=True)


def test_a_story_tells_its_cluster_themes_regions_and_form_newest_first_and_undated_last():
    given = story_table(tables(**ROWS), Selection(), FI)
    assert given.table.drop(columns=["link"]).fillna("").to_dict("list") == {
        "title": ["Puuta", "Ruokaa", "Energiaa"],
        "published": ["2024", "2023-05-01", ""],
        "id": ["c", "a", "b"],
        "cluster": ["", "Ruokaklusteri", "zz"],
        "themes": ["Rahoitus", "", "Rahoitus, Palvelut"],
        "regions": ["Etelä-Savo", "Lappi", "Etelä-Savo, Pohjois-Karjala"],
        "form": ["artikkeli", "puheenvuoro", ""],
    }
    assert [(format_value(each.when, FI), each.meta, each.link) for each in given.items] == [
        ("2024", "Artikkeli · Etelä-Savo · ei verkossa", None),
        ("1.5.2023", "Puheenvuoro · Ruokaklusteri · Lappi · ei verkossa", None),
        ("–", "Zz · Etelä-Savo, Pohjois-Karjala", "https://b.fi"),
    ]


@pytest.mark.parametrize(
    ("search", "titles"),
    [("ruokaKLUSTERI", ["Ruokaa"]), ("rahoitus savo", ["Puuta", "Energiaa"]), ("aurinko", ["Energiaa"]), ("x", [])],
)
def test_stories_are_found_by_title_cluster_theme_region_and_description(search, titles):
    given = story_table(tables(**ROWS), Selection(), FI, search=search)
    assert (given.table["title"].tolist(), given.total) == (titles, len(titles))


def test_rows_come_from_a_position_on():
    given = story_table(tables(**ROWS), Selection(), FI, 1, 1)
    assert (given.table["title"].tolist(), given.total, given.first) == (["Ruokaa"], 3, 1)
    assert given.rule == "Tarinat 2–2 / 3, uusin ensin."


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_stories_without_day_theme_form_or_cluster_are_said_to_have_none(language):
    bare = [{"id": "x", "title": "X", "regions": ("19",)}]
    section = stories(tables(stories=bare), Selection(), translator(language), TODAY)
    assert all(each.empty and each.title for each in section.charts)
    assert len({each.empty for each in section.charts}) == 4
    nothing = stories(tables(events=ALL["events"]), Selection(), translator(language), TODAY)
    assert {each.empty for each in nothing.charts} == {translator(language)("sections.bare_yet")}


@each_case
def test_the_rows_behind_a_chart_are_those_that_bear_what_it_splits_by(path, number):
    chosen = selections(path)[number]
    ours, section = left(path, chosen), stories(published(path), chosen, FI, NOW)
    wanted = {
        "story_years": [line["Tunnus"] for row, line in ours if row.year],
        "story_themes": [
            line["Tunnus"] for row, line in (left(path, chosen.without("themes")) if ours else ours) if row.themes
        ],
        "story_forms": [line["Tunnus"] for _, line in ours if line["Muoto"]],
    }
    for key, keys in wanted.items():
        if not chart(section, key).empty:
            assert sorted(rows_behind_chart(published(path), chosen, FI, chart(section, key)).table["id"]) == sorted(
                keys
            )
