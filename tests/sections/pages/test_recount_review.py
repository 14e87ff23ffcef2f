"""Each number of gaps, co-operation and targets, against a plain count over the workbook's cells."""

from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import pandas as pd
from openpyxl import load_workbook

from analysis.schema.aliases import SEVEN
from analysis.sections import LinkAnswers, Section, cooperation, gap_rows, gaps, targets
from analysis.selection import Selection
from tests.sections import counting
from tests.sections.pages.test_recount import FI, TODAY, each_case, plain, published, selections
from tests.sections.pages.test_recount_compared import clusters, directory, populations

DAY = {"events": "Alkaa", "stories": "Julkaistu", "materials": "Julkaistu"}
MEASURES = {"tapahtumat": "events", "osallistujat": "participants", "tarinat": "stories", "aineistot": "materials"}
LONG_AGO, LONGER_AGO = "2024-11-24", "2023-11-24"
"""Two and three years before today."""
CAPTIONS_SINCE = "2020-09-23"
"""Recordings from before are not bound to have captions."""
WEB_CELLS = ("Linkki", "Tallenne", "Lähde", "Verkkosivu", "ECCP")
Cells = dict[str, Any]


@cache
def cells(path: Path) -> list[tuple[counting.Row, Cells]]:
    """Each row of activity with its cells as they stand in the workbook."""
    book = load_workbook(path, data_only=True)
    lines = [line for sheet in counting.SHEETS.values() for line in counting.lines(book[sheet])]
    book.close()
    return list(zip(plain(path), lines, strict=True))


@cache
def sheet(path: Path, name: str) -> list[Cells]:
    book = load_workbook(path, data_only=True)
    lines = list(counting.lines(book[name])) if name in book.sheetnames else []
    book.close()
    return lines


def theme_ids(path: Path) -> list[str]:
    return [str(line["Tunnus"]) for line in sheet(path, "Teemat")]


def left(path: Path, chosen: Selection) -> list[tuple[counting.Row, Cells]]:
    """The rows that count and that a selection leaves, with their cells."""
    rows = counting.left([row for row, _ in cells(path)], chosen)
    held = set(map(id, rows))
    return [(row, line) for row, line in cells(path) if id(row) in held]


def day(row: counting.Row, line: Cells) -> str:
    """The day of a row as text of the precision that is known; empty if it has none."""
    value = line[DAY[row.table]]
    if value is None:
        return ""
    if hasattr(value, "isoformat"):
        return value.isoformat()[:10]
    text = str(value)
    month, _, year = text.rpartition("/")
    return f"{year}-{int(month):02}" if month else text


def rows_of(section: Section, key: str) -> list[Cells]:
    """What programs get of a chart."""
    chart = next(each for each in section.charts if each.key == key)
    records = chart.data.table.to_dict("records")
    return [{name: None if pd.isna(value) else value for name, value in row.items()} for row in records]


@each_case
def test_the_35_cells_are_the_numbers_of_the_rows(path, number):
    chosen = selections(path)[number]
    themes = theme_ids(path)
    rows = [(row, line) for row, line in left(path, chosen) if row.table != "materials"]
    expected = []
    for region in SEVEN:
        for theme in themes:
            own = [(row, day(row, line)) for row, line in rows if region in row.regions and theme in row.themes]
            counts = {name: sum(row.count for row, _ in own if row.table == name) for name in ("events", "stories")}
            last = max((at for _, at in own), default="") or None
            expected.append({"region": region, "theme": theme, **counts, "last": last})
    section = gaps(published(path), chosen, FI, TODAY)
    assert sorted(rows_of(section, "recency"), key=str) == sorted(expected, key=str)
    assert len(expected) == 35
    rate = gaps(published(path), chosen, FI, TODAY, "rate").rows[0].table
    shown = [code for code in SEVEN if code in (chosen.regions or SEVEN)]
    for code, record in zip(shown, rate.to_dict("records"), strict=True):
        for theme in (theme for theme in themes if theme in (chosen.themes or themes)):
            cell = next(each for each in expected if (each["region"], each["theme"]) == (code, theme))
            per = (cell["events"] + cell["stories"]) * 100_000 / populations(path)[code]
            assert abs(record[theme] - per) < 0.051
        assert record["population"] == populations(path)[code]


@each_case
def test_each_gap_has_the_rows_that_lack_it(path, number):
    chosen = selections(path)[number]
    rows = left(path, chosen)
    by_table = {name: [(row, line) for row, line in rows if row.table == name] for name in counting.SHEETS}
    told = {theme for row, _ in by_table["stories"] for theme in row.themes}
    begun = [(row, line) for row, line in by_table["events"] if day(row, line) <= TODAY]
    heard = {theme for row, line in begun if line["Tallenne"] for theme in row.themes}
    heard |= {theme for row, line in by_table["materials"] if line["Laji"] == "tallenne" for theme in row.themes}
    themes = set(chosen.themes or theme_ids(path))
    materials = by_table["materials"]
    guided = {theme for row, line in materials if line["Laji"] == "opas" for theme in row.themes}
    languages = {(theme, line["Kieli"]) for row, line in materials for theme in row.themes}
    bare = {theme for theme in themes if {(theme, "fi"), (theme, "en"), (theme, "sv")} - languages}
    bound = [
        line
        for row, line in materials
        if line["Laji"] == "tallenne"
        and line["Tekstitys"] != "kyllä"
        and not surely_before(day(row, line), CAPTIONS_SINCE)
    ]
    expected = {
        "participants": [line for row, line in begun if row.participants is None],
        "recordings": [line for row, line in begun if row.themes & (themes - heard) and not line["Tallenne"]],
        "untold": [line for row, line in by_table["materials"] if row.themes and not row.themes & told],
        "old_stories": [line for row, line in by_table["stories"] if surely_before(day(row, line), LONG_AGO)],
        "links": [line for _, line in rows if not line["Linkki"]],
        "themes": [line for row, line in rows if not row.themes],
        "guides": [],
        "old_materials": [line for row, line in materials if surely_before(day(row, line), LONGER_AGO)],
        "languages": [line for row, line in materials if row.themes & bare and not line["Kieli"]],
        "captions": bound,
    }
    numbers = {"recordings": len(themes - heard), "guides": len(themes - guided), "languages": len(bare)}
    missing = next(each for each in gaps(published(path), chosen, FI, TODAY).lists if each.key == "missing")
    shown = {item.row[1]: item.meta for item in missing.items}
    for key, lines in expected.items():
        found = gap_rows(published(path), chosen, FI, TODAY, key).rows[0].table
        assert sorted(found["id"]) == sorted(str(line["Tunnus"]) for line in lines), key
        wanted = numbers.get(key, len(lines))
        assert (key in shown) == bool(wanted)
        assert not wanted or f" {wanted} / " in shown[key]


@each_case
def test_each_row_with_a_link_that_leads_nowhere_is_told_with_the_link_and_its_day(path, number):
    chosen = selections(path)[number]
    every = [(row.table, line) for row, line in left(path, chosen)]
    shown = set(map(id, directory(path, chosen)))
    lines = zip(clusters(path), sheet(path, "Klusterit"), strict=True)
    every += [("clusters", line) for row, line in lines if id(row) in shown]
    links = sorted({link for _, line in every for link in web_links(line)})
    dead = frozenset(links[::3])
    answers = LinkAnswers("2026-11-20", tuple((link, "2026-11-19") for link in sorted(dead)))
    section = gap_rows(published(path), chosen, FI, TODAY, "dead_links", answers)
    table = section.rows[0].table
    expected = {str(line["Tunnus"]): dead & set(web_links(line)) for _, line in every if dead & set(web_links(line))}
    assert sorted(table["id"]) == sorted(expected)
    for record in table.to_dict("records"):
        assert {part.split(" ")[0] for part in record["remark"].split("; ")} == expected[record["id"]]
        assert record["remark"].endswith("(tarkistettu 19.11.2026)")
    if expected:
        base = sum(bool(web_links(line)) for _, line in every)
        assert f": {len(expected)} / {base} riviä" in section.subtitle and "20.11.2026" in section.subtitle


def web_links(line: Cells) -> list[str]:
    """The web addresses in the cells of a row."""
    texts = [str(line.get(column) or "").split("; ") for column in WEB_CELLS]
    return [text for parts in texts for text in parts if text.startswith("http")]


def surely_before(known: str, limit: str) -> bool:
    """Whether the last day that a day, month or year may mean is before a day."""
    last = known + {4: "-12-31", 7: "-31", 10: ""}.get(len(known), "")
    return bool(known) and last < limit


@each_case
def test_joint_events_pairs_and_shares_are_the_numbers_of_the_cells(path, number):
    chosen = selections(path)[number]
    rows = counting.left(plain(path), chosen)
    section = cooperation(published(path), chosen, FI, TODAY)
    events = [row for row in rows if row.table == "events"]
    for record in rows_of(section, "joint"):
        every = [row for row in events if row.year == record["year"]]
        joint = sum(row.count for row in every if len(row.regions) > 1)
        total = sum(row.count for row in every)
        assert (record["joint"], record["all"]) == (joint, total)
        assert record["share"] == (round(joint / total, 4) if total else None)
    tables = {"events": events, "stories": [row for row in rows if row.table == "stories"]}
    tables["clusters"] = directory(path, chosen)
    expected = [
        {"a": a, "b": b}
        | {name: sum(row.count for row in own if {a, b} <= row.regions) for name, own in tables.items()}
        for a, b in combinations(SEVEN, 2)
    ]
    assert rows_of(section, "pairs") == expected
    assert len(expected) == 21


@each_case
def test_targets_stand_beside_what_the_cells_add_up_to(path, number):
    chosen = selections(path)[number]
    known = counting.codes(load_workbook(path, data_only=True)["Maakunnat"], "Koodi")
    themes = counting.codes(load_workbook(path, data_only=True)["Teemat"], "Tunnus") | counting.SHORT
    expected = []
    for line in sheet(path, "Tavoitteet"):
        region = known[str(line["Maakunta"]).lower()] if line["Maakunta"] else None
        theme = themes[str(line["Teema"]).lower()] if line["Teema"] else None
        scope = {"year": line["Vuosi"], "measure": MEASURES[line["Mittari"]], "region": region, "theme": theme}
        if chosen.years and not chosen.years[0] <= line["Vuosi"] <= chosen.years[1]:
            continue
        if (chosen.regions and region not in chosen.regions) or (chosen.themes and theme not in chosen.themes):
            continue
        expected.append({**scope, "target": line["Tavoite"], "actual": actual(plain(path), **scope)})
    assert rows_of(targets(published(path), chosen, FI, TODAY), "progress") == expected


def actual(rows: list[counting.Row], year: int, measure: str, region: str | None, theme: str | None) -> int | None:
    """What the rows of a target's year, region and theme add up to."""
    if measure == "materials" and region:
        return None
    table = "events" if measure == "participants" else measure
    own = [row for row in rows if row.table == table and row.year == year and not row.cancelled]
    own = [row for row in own if (not region or region in row.regions) and (not theme or theme in row.themes)]
    return counting.reported(own) if measure == "participants" else counting.total(own, table)
