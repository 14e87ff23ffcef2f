"""Each number that the overview and the events show, against a plain count over the workbook's cells."""

import random
import re
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pandas as pd
import pytest

from analysis.intake import Limits, Upload, read
from analysis.schema import TABLES, Tables, all_tables
from analysis.schema.aliases import SEVEN
from analysis.sections import Section, event_table, events, overview
from analysis.sections.filters.filter_options import filter_options
from analysis.selection import Selection
from analysis.words import translator
from tests.sections import counting

WORKBOOKS = sorted((Path(__file__).parents[3] / "data").glob("*_activity.xlsx"))
FI = translator("fi")
TODAY = "2026-11-24"
ACTIVITY = ("events", "stories", "materials")


@cache
def published(path: Path) -> Tables:
    checked = read([Upload(path.name, path.read_bytes())], all_tables({}, TABLES), Limits(), datetime.now(UTC))
    return all_tables({name: each.frame for name, each in checked.tables.items()}, TABLES)


@cache
def plain(path: Path) -> list[counting.Row]:
    return counting.rows(path)


def selections(path: Path) -> list[Selection]:
    """All, and twenty random choices, the same in every run."""
    chance, offered = random.Random(2026), filter_options(published(path), FI)
    first, last = offered["years"]
    made = [Selection()]
    for _ in range(20):
        years = tuple(sorted(chance.choices(range(first, last + 1), k=2))) if chance.random() < 0.5 else None
        lists = {}
        for name in ("regions", "themes", "priorities", "kinds"):
            codes = [code for code, _ in offered[name]]
            wanted = chance.random() < (0.6 if name in ("regions", "themes") else 0.2)
            lists[name] = tuple(chance.sample(codes, min(len(codes), chance.randint(1, 3)))) if wanted else ()
        made.append(Selection(years, **lists))
    return made


CASES = [(path, number) for path in WORKBOOKS for number in range(21)]
QUICK = [(path, number) for path, number in CASES if not number or path.name.startswith("sample")]
"""All selections on the sample workbook, and everything of the shipped one; its random ones are tried at leisure."""
each_case = pytest.mark.parametrize(
    ("path", "number"),
    [pytest.param(*case, marks=() if case in QUICK else pytest.mark.full) for case in CASES],
    ids=lambda value: getattr(value, "stem", value),
)


def digits(text: str) -> int | None:
    found = re.sub(r"\D", "", text)
    return int(found) if found else None


def chart(section: Section, key: str) -> pd.DataFrame:
    return next(each.table for each in section.charts if each.key == key)


def column(section: Section, key: str, value: str, by: str = "code") -> dict[str, int]:
    table = chart(section, key)
    return {code: count for code, count in zip(table[by].tolist(), table[value].tolist(), strict=True) if count}


def by(rows: list[counting.Row], codes: list[str], bears) -> dict[str, int]:
    sums = {code: sum(row.count for row in rows if code in bears(row)) for code in codes}
    return {code: count for code, count in sums.items() if count}


@each_case
def test_the_numbers_at_a_glance_are_those_of_the_cells(path, number):
    chosen = selections(path)[number]
    left = counting.left(plain(path), chosen)
    shown = {each.key: each.value for each in overview(published(path), chosen, FI, TODAY).metrics}
    assert shown == {name: counting.total(left, name) for name in ACTIVITY} | {"participants": counting.reported(left)}


@each_case
def test_the_columns_beside_the_numbers_and_the_change_are_those_of_the_cells(path, number):
    chosen = selections(path)[number]
    ever = counting.left(plain(path), chosen.without("years"))
    offered = filter_options(published(path), FI)["years"]
    first, last = chosen.years or offered
    years = list(range(max(first, offered[0]), min(last, offered[1]) + 1))
    over = [row.year for row in counting.left(plain(path), Selection(years=(first, min(last, 2025))))]
    for each in overview(published(path), chosen, FI, TODAY).metrics:
        counts = {year: value(ever, each.key, year) for year in (*years, years[0] - 1)}
        dated = [row.year for row in ever if row.table == ("events" if each.key == "participants" else each.key)]
        assert list(each.spark) == ([] if dated and not any(dated) else [counts[year] for year in years[-8:]])
        if each.mark is not None and over:
            year = max(over)
            assert years[-8:][each.mark] == year
            told = [digits(part.text) for part in each.change_spans if part.strong]
            assert told == change(counts[year], value(ever, each.key, year - 1), compared=year > offered[0])


def change(now: int | None, before: int | None, *, compared: bool) -> list[int]:
    if now is None:
        return []
    return [now] if before is None or not compared or now == before else [now, abs(now - before)]


def value(rows: list[counting.Row], key: str, year: int) -> int | None:
    held = [row for row in rows if row.year == year]
    return counting.reported(held) if key == "participants" else counting.total(held, key)


def compared(path: Path, chosen: Selection, name: str, *tables: str) -> list[counting.Row]:
    """The rows that a chart of these tables compares: its own filter limits it only if it leaves nothing."""
    left = [row for row in counting.left(plain(path), chosen) if row.table in tables]
    free = [row for row in counting.left(plain(path), chosen.without(name)) if row.table in tables]
    return free if left else left


@each_case
def test_the_splits_are_those_of_the_cells(path, number):
    chosen = selections(path)[number]
    left = counting.left(plain(path), chosen)
    held = [row for row in left if row.table == "events"]
    by_region = compared(path, chosen, "regions", "events")
    joint = [row for row in by_region if len(row.regions) > 1]
    section, told = overview(published(path), chosen, FI, TODAY), events(published(path), chosen, FI, TODAY)
    regions, themes = list(SEVEN), [code for code, _ in filter_options(published(path), FI)["themes"]]
    by_theme, by_kind = compared(path, chosen, "themes", *ACTIVITY), compared(path, chosen, "kinds", "events")
    years = sorted({row.year for row in held})
    assert column(section, "years", "events", "year") == by(held, years, lambda row: (row.year,))
    assert column(section, "regions", "events") == by(by_region, regions, lambda row: row.regions)
    assert column(section, "regions", "joint") == by(joint, regions, lambda row: row.regions)
    assert column(section, "themes", "total") == by(by_theme, themes, lambda row: row.themes)
    for name in ACTIVITY:
        ours = [row for row in by_theme if row.table == name]
        assert column(section, "themes", name) == by(ours, themes, lambda row: row.themes)
    assert column(told, "kinds", "events") == by(by_kind, list(counting.KINDS.values()), lambda row: (row.kind,))
    assert column(told, "forms", "events") == by(held, list(counting.FORMS.values()), lambda row: (row.form,))


@each_case
def test_the_sentences_and_rules_tell_the_numbers_of_the_cells(path, number):
    chosen = selections(path)[number]
    left = counting.left(plain(path), chosen)
    held = [row for row in left if row.table == "events"]
    joint = sum(row.count for row in held if len(row.regions) > 1)
    section = overview(published(path), chosen, FI, TODAY)
    if held:
        counts = [counting.total(left, name) for name in ACTIVITY]
        assert numbers(section.sentence.replace("kahden", "")) == [*counts, joint]
        free = compared(path, chosen, "regions", "events")
        every, summed = sum(row.count for row in free), sum(len(row.regions & {*SEVEN}) * row.count for row in free)
        shared = sum(row.count for row in free if len(row.regions) > 1)
        rule = next(each.rule for each in section.charts if each.key == "regions")
        if shared and summed > every > 1:
            assert numbers(rule) == [every, shared, summed]
    every = counting.total(counting.left(plain(path), Selection()), "events")
    some = counting.total(left, "events")
    assert numbers(section.filter_summary.counted) == ([every] if chosen == Selection() else [some, every])


def numbers(text: str) -> list[int]:
    return [int(found.replace("\N{NO-BREAK SPACE}", "")) for found in re.findall("\\d[\\d\N{NO-BREAK SPACE}]*", text)]


@each_case
def test_the_list_of_events_holds_every_row_and_says_which_do_not_count(path, number):
    chosen = selections(path)[number]
    shown = [
        row
        for row in plain(path)
        if row.table == "events" and counting.bears(row, chosen) and counting.in_years(row, chosen)
    ]
    given = event_table(published(path), chosen, FI, 0, 10_000)
    assert (given.total, len(given.table)) == (len(shown), len(shown))
    told = given.table["status"].isin(("peruttu", "siirretty")).sum()
    assert told == sum(row.cancelled for row in shown)


def test_the_shipped_workbook_holds_what_the_facts_say():
    path = next(each for each in WORKBOOKS if each.name == "cluster_activity.xlsx")
    shown = {each.key: each.value for each in overview(published(path), Selection(), FI, TODAY).metrics}
    assert shown == {"events": 38, "participants": 10601, "stories": 59, "materials": 15}
