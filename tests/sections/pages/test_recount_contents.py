"""Each number of stories, clusters, toolkit, month view and single items, against a plain count over the cells."""

import random
import re
from collections import Counter
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from openpyxl import load_workbook

from analysis.schema.aliases import SEVEN
from analysis.sections import (
    Detail,
    calendar_month,
    cluster_detail,
    clusters,
    event_detail,
    events,
    region_profile,
    stories,
    story_table,
    toolkit,
)
from analysis.sections.model.typed_values import format_value
from analysis.selection import Selection
from tests.sections import counting
from tests.sections.pages.test_recount import (
    FI,
    TODAY,
    WORKBOOKS,
    change,
    column,
    compared,
    digits,
    each_case,
    plain,
    published,
    selections,
)

KINDS = {"tallenne": "recording", "esitys": "slides", "opas": "guide", "artikkeli": "article", "työkalu": "tool"}
FORMS = {"artikkeli": "article", "puheenvuoro": "talk"}
LABELS = {"pronssi": "bronze", "hopea": "silver", "kulta": "gold"}
SHEETS = counting.SHEETS | {"clusters": "Klusterit"}
Cells = dict[str, Any]


class Read(NamedTuple):
    """A row with the cells that it was read from."""

    row: counting.Row
    cells: Cells


@cache
def read(path: Path) -> dict[str, list[Read]]:
    """The rows of activity with their cells, by table."""
    book = load_workbook(path, data_only=True)
    found = {}
    for name in counting.SHEETS:
        ours = [row for row in plain(path) if row.table == name]
        found[name] = [Read(*pair) for pair in zip(ours, counting.lines(book[SHEETS[name]]), strict=True)]
    named = {
        "regions": counting.codes(book["Maakunnat"], "Koodi"),
        "priorities": counting.codes(book["Painopisteet"], "Tunnus"),
    }
    found["clusters"] = [Read(_cluster(cells, named), cells) for cells in counting.lines(book["Klusterit"])]
    book.close()
    return found


def _cluster(cells: Cells, named: dict[str, dict[str, str]]) -> counting.Row:
    regions = counting.listed(cells["Maakunnat"], named["regions"])
    priorities = counting.listed(cells["Painopisteet"], named["priorities"])
    return counting.Row("clusters", 1, cells["Perustettu"], regions, frozenset(), priorities)


def left(path: Path, name: str, chosen: Selection) -> list[Read]:
    """What a selection leaves of a table, without what counts nowhere; no year limits clusters."""
    if name == "clusters":
        return [each for each in read(path)[name] if _in_directory(each.row, chosen)]
    return [each for each in held(path, name, chosen) if not each.row.cancelled]


def _in_directory(row: counting.Row, chosen: Selection) -> bool:
    here = not chosen.regions or row.regions & set(chosen.regions)
    return bool(here and (not chosen.priorities or row.priorities & set(chosen.priorities)))


def held(path: Path, name: str, chosen: Selection) -> list[Read]:
    """The same with what was cancelled or postponed."""
    every = read(path)[name]
    return [each for each in every if counting.bears(each.row, chosen) and counting.in_years(each.row, chosen)]


def tally(values: Any) -> dict[Any, int]:
    return dict(Counter(value for value in values if value is not None))


def some(found: dict[Any, int]) -> dict[Any, int]:
    return {key: value for key, value in found.items() if value}


def told(section: Any) -> dict[str, int | None]:
    return {each.key: each.value for each in section.metrics}


@each_case
def test_the_stories_tell_the_numbers_of_the_cells(path, number):
    chosen = selections(path)[number]
    ours, section = left(path, "stories", chosen), stories(published(path), chosen, FI, TODAY)
    named = [each.cells["Klusteri"] for each in ours if each.cells["Klusteri"]]
    online = sum(each.cells["Linkki"] is not None for each in ours)
    every = {"stories": len(ours), "clusters_told": len(set(named)), "online": online}
    assert told(section) == {key: n for key, n in every.items() if key != "online" or n < len(ours)}
    assert column(section, "story_years", "stories", "year") == tally(each.row.year for each in ours)
    themes = Counter(theme for row in compared(path, chosen, "themes", "stories") for theme in row.themes)
    assert column(section, "story_themes", "stories") == dict(themes)
    forms = tally(FORMS.get(each.cells["Muoto"]) for each in ours)
    assert column(section, "story_forms", "stories") == forms
    shown = column(section, "story_clusters", "stories", "name")
    assert sorted(shown.values(), reverse=True) == sorted(tally(named).values(), reverse=True)[:10]
    assert shown.items() <= tally(named).items()
    given = story_table(published(path), chosen, FI, 0, 1000)
    assert (given.total, len(given.table), len(given.items)) == (len(ours), len(ours), len(ours))


@each_case
def test_the_clusters_tell_the_numbers_of_the_cells(path, number):
    chosen = selections(path)[number]
    ours, section = left(path, "clusters", chosen), clusters(published(path), chosen, FI, TODAY)
    members = [each.cells["Jäseniä"] for each in ours if each.cells["Jäseniä"] is not None]
    labels = tally(LABELS.get(each.cells["Laatumerkki"]) for each in ours)
    assert told(section) == {
        "clusters": len(ours),
        "members": sum(members) if members else None,
        "labels": sum(labels.values()),
    }
    assert column(section, "founded", "clusters", "year") == tally(each.row.year for each in ours)
    every = left(path, "clusters", chosen.without("regions")) if ours else []
    regions = Counter(code for each in every for code in each.row.regions if code in SEVEN)
    assert column(section, "cluster_regions", "clusters") == dict(regions)
    assert column(section, "labels", "clusters") == labels
    bronze = [each.cells["Merkin vuosi"] for each in ours if each.cells["Laatumerkki"] == "pronssi"]
    certain = sum(year is not None and year + 2 > int(TODAY[:4]) for year in bronze)
    number_of_labels = next(each for each in section.metrics if each.key == "labels")
    assert (digits(number_of_labels.change) or 0) == certain


@each_case
def test_the_events_tell_the_joint_ones_of_the_cells_and_their_change(path, number):
    chosen = selections(path)[number]
    joint = [each.row for each in left(path, "events", chosen) if len(each.row.regions) > 1]
    ever = [each.row for each in left(path, "events", chosen.without("years")) if len(each.row.regions) > 1]
    shown = next(each for each in events(published(path), chosen, FI, TODAY).metrics if each.key == "joint")
    assert shown.value == sum(row.count for row in joint)
    if shown.mark is None:
        return
    offered = [row.year for row in counting.left(plain(path), Selection()) if row.year]
    first, last = chosen.years or (min(offered), max(offered))
    years = list(range(max(first, min(offered)), min(last, max(offered)) + 1))[-8:]
    year = years[shown.mark]
    counts = {each: sum(row.count for row in ever if row.year == each) for each in (*years, year - 1)}
    assert list(shown.spark) == [counts[each] for each in years]
    parts = [digits(part.text) for part in shown.change_spans if part.strong]
    assert parts == change(counts[year], counts[year - 1], compared=year > min(offered))


@each_case
def test_the_toolkit_tells_the_numbers_of_the_cells(path, number):
    chosen = selections(path)[number]
    section, free = toolkit(published(path), chosen, FI, TODAY), chosen.without("themes")
    for door in section.theme_cards:
        counts = [
            sum(each.row.count for each in left(path, name, free) if door.code in each.row.themes)
            for name in ("materials", "stories", "events")
        ]
        assert [digits(count) for count in door.counts] == counts
    ours = left(path, "materials", chosen)
    if ours:
        online = sum(each.cells["Linkki"] is not None for each in ours)
        assert [int(n) for n in re.findall(r"\d+", section.sentence)] == [len(ours), online]
    lists = {each.key: each.items for each in section.lists}
    online = [each for each in ours if each.cells["Linkki"] is not None]
    first = [each.cells["Tunnus"] for each in online if each.cells["Aloita tästä"] is not None]
    started = {item.row[1] for item in lists.get("start", ()) if item.row[0] == "materials"}
    if first:
        assert started <= set(first) and len(started) == min(5, len(first))
    kinds = tally(KINDS[each.cells["Laji"]] for each in online if each.cells["Tunnus"] not in started)
    expected = some({**kinds, "offline": len(ours) - len(online)})
    if chosen.themes:
        expected |= {name: min(10, len(left(path, name, chosen))) for name in ("stories", "events")}
    further = ("start", "clusters", "contacts", "gaps")
    assert {key: len(items) for key, items in lists.items() if key not in further} == expected


@each_case
def test_the_clusters_of_a_theme_are_those_that_its_stories_and_priorities_name(path, number):
    chosen = selections(path)[number]
    section = toolkit(published(path), chosen, FI, TODAY)
    listing = next((each for each in section.lists if each.key == "clusters"), None)
    told = {each.cells["Klusteri"] for each in left(path, "stories", chosen)}
    shared = {word for each in left(path, "events", chosen) for word in each.row.priorities}
    offered = left(path, "clusters", chosen.without("themes", "years"))
    ours = [
        each for each in offered if {each.cells["Tunnus"], each.cells["Nimi"]} & told or each.row.priorities & shared
    ]
    if not chosen.themes or not ours:
        assert listing is None
    else:
        assert listing.total == len(ours) and len(listing.items) == min(10, len(ours))
        assert {item.row[1] for item in listing.items} <= {each.cells["Tunnus"] for each in ours}


@each_case
def test_the_lists_of_a_region_hold_what_the_cells_do(path, number):
    chosen = Selection(selections(path)[number].years, (list(SEVEN)[number % 7],), selections(path)[number].themes)
    section = region_profile(published(path), chosen, FI, TODAY)
    lists = {each.key: len(each.items) for each in section.lists}
    assert lists["clusters"] == len(left(path, "clusters", chosen))
    for name in ("events", "stories"):
        assert lists[name] == min(10, len(left(path, name, chosen)))
    years = next(each.table for each in section.charts if each.key == "years")
    yearly = Counter()
    for each in left(path, "events", chosen):
        yearly[each.row.year] += each.row.count
    counted = zip(years["year"].tolist(), years["events"].tolist(), strict=True) if len(years) else ()
    assert some(dict(counted)) == some({year: count for year, count in yearly.items() if year})


def days(cells: Cells) -> tuple[str, str]:
    """When an event begins and ends, as far as the cells know it: "2023-05-02", "2023-05", "2023"."""
    starts, ends = (_iso(cells[name]) for name in ("Alkaa", "Päättyy"))
    return starts, ends or starts


def _iso(cell: Any) -> str:
    if isinstance(cell, date):
        return f"{cell:%Y-%m-%d}"
    parts = [part.zfill(2) for part in re.findall(r"\d+", str(cell or ""))]
    return "-".join(reversed(parts))


@each_case
def test_the_month_view_holds_the_events_of_the_cells_day_by_day(path, number):
    chosen = selections(path)[number]
    spans = [days(each.cells) for each in held(path, "events", chosen)]
    known = sorted({starts[:7] for starts, _ in spans if len(starts) > 4})
    wanted = random.Random(number).choice(known) if known else None
    shown = calendar_month(published(path), chosen, FI, TODAY, wanted)
    assert bool(shown) == bool(known)
    if shown is None:
        return
    exact = [tuple(map(date.fromisoformat, span)) for span in spans if len(span[0]) == len(span[1]) == 10]
    told = {
        day.number: len(day.items) + (digits(day.more) or 0)
        for week in shown.weeks
        for day in week.days
        if day is not None
    }
    first = date.fromisoformat(f"{shown.key}-01")
    for day, count in told.items():
        assert count == sum(starts <= first + timedelta(day - 1) <= ends for starts, ends in exact)
    assert len(told) in (28, 29, 30, 31)
    assert len(shown.some_day) == sum(starts == shown.key for starts, _ in spans)


def fact(shown: Detail, label: str) -> list[str]:
    return [format_value(value.value, FI) for each in shown.facts if each.label == label for value in each.values]


@pytest.mark.parametrize("path", WORKBOOKS, ids=lambda path: path.stem)
def test_every_event_tells_the_numbers_of_its_cells_and_holds_its_materials(path):
    materials = [each.cells["Tapahtuma"] for each in read(path)["materials"]]
    for row, cells in read(path)["events"]:
        shown = event_detail(published(path), cells["Tunnus"], FI, TODAY)
        assert [digits(each) for each in fact(shown, "Osallistujia")] == [row.participants] * (
            row.participants is not None
        )
        groups = [cells[f"Osallistujat: {name}"] for name in ("yritykset", "tutkimus ja koulutus", "julkinen", "muut")]
        assert [digits(each) for each in fact(shown, "Osallistujat ryhmittäin")] == [n for n in groups if n is not None]
        assert [digits(each) for each in fact(shown, "Kertojen määrä")] == [row.count] * (row.count > 1)
        assert bool(shown.notice) == row.cancelled
        ours = sum(named in (cells["Tunnus"], cells["Nimi"]) for named in materials)
        assert [len(each.items) for each in shown.listings] == [ours]


@pytest.mark.parametrize("path", WORKBOOKS, ids=lambda path: path.stem)
def test_every_cluster_tells_the_numbers_of_its_cells_and_holds_its_stories_and_events(path):
    every = left(path, "events", Selection())
    for row, cells in read(path)["clusters"]:
        shown = cluster_detail(published(path), cells["Tunnus"], FI, TODAY)
        assert [digits(each) for each in fact(shown, "Jäseniä")] == [n for n in (cells["Jäseniä"],) if n is not None]
        assert [digits(each) for each in fact(shown, "Perustettu")] == [n for n in (row.year,) if n is not None]
        told = {each.key: len(each.items) for each in shown.listings}
        names = [each.cells["Klusteri"] for each in read(path)["stories"]]
        assert told["stories"] == sum(name in (cells["Tunnus"], cells["Nimi"]) for name in names)
        near = [each.row for each in every if each.row.regions & row.regions]
        related = [each for each in near if not row.priorities or each.priorities & row.priorities]
        assert told["events"] == min(10, len(related))
