"""Each number beside that of another period, against a plain count over the workbook's cells."""

import random
import re
from dataclasses import replace

import pandas as pd
import pytest

from analysis.schema.aliases import SEVEN
from analysis.sections import (
    by_theme,
    clusters,
    cooperation,
    events,
    gaps,
    overview,
    region_profile,
    stories,
    targets,
    term_profile,
    yearsheet,
)
from analysis.sections.filters.filter_options import filter_options
from analysis.sections.model.model import Metric
from analysis.sections.pages.themes.groups import term_group
from analysis.selection import Selection, read_years
from tests.sections import counting
from tests.sections.pages.test_recount import CASES, FI, QUICK, TODAY, plain, published, selections
from tests.sections.pages.test_recount_contents import left as rows_left
from tests.sections.pages.test_recount_review import actual, day, left, rows_of, sheet, theme_ids

each_case = pytest.mark.parametrize(
    ("path", "number"),
    [pytest.param(*case, marks=() if case in QUICK else pytest.mark.full) for case in CASES],
    ids=lambda value: getattr(value, "stem", value),
)


def periods(path) -> dict[str, tuple[int, int]]:
    """The first and the last year of each phase of the workbook, and of each year of its rows."""
    years = [row.year for row in plain(path) if row.year and not row.cancelled]
    spans = {str(year): (year, year) for year in years}
    for line in sheet(path, "Vaiheet"):
        first, last = (re.search(r"\d{4}", str(line[name]) if line[name] else "") for name in ("Alkaa", "Päättyy"))
        spans[str(line["Tunnus"])] = (int(first[0]), int(last[0]) if last else max(years))
    return spans


def plain_value(rows: list[counting.Row], key: str) -> int | None:
    if key == "participants":
        return counting.reported(rows)
    if key == "joint":
        return sum(row.count for row in rows if row.table == "events" and len(row.regions) > 1)
    return counting.total(rows, key)


def parts(metric: Metric) -> list[str]:
    """The strong parts of the comparison, and its percentage if it has one."""
    percent = re.findall(r"\(([+±−]?[\d\s]+)\s%\)", metric.change)
    return [each.text for each in metric.change_spans if each.strong] + percent


def expected_parts(now: int | None, before: int | None) -> list[str]:
    if before is None:
        return []
    if now is None or now == before:
        return [FI.number(before)]
    texts = [FI.number(before), FI.change(now - before)]
    if before >= 5:
        size = int(abs(now - before) / before * 100 + 0.5 + 1e-9)
        texts.append(FI.change(size if now > before else -size))
    return texts


@each_case
def test_a_number_stands_beside_that_of_the_compared_period(path, number):
    chance, spans = random.Random(number), periods(path)
    data, checked = published(path), 0
    for name in chance.sample(sorted(spans), 3):
        selection = replace(selections(path)[number], compare=name)
        now, before = (
            counting.left(plain(path), selection),
            counting.left(plain(path), replace(selection, years=spans[name])),
        )
        shown = [make(data, selection, FI, TODAY) for make in (overview, events, stories, cooperation)]
        region = replace(selection, regions=(chance.choice([*SEVEN]),))
        for section in shown:
            for metric in section.metrics:
                if metric.period:
                    value, earlier = plain_value(now, metric.key), plain_value(before, metric.key)
                    assert (metric.value, metric.earlier) == (value, earlier)
                    assert parts(metric) == expected_parts(value, earlier), metric.change
                    checked += 1
        own = [counting.left(plain(path), each) for each in (region, replace(region, years=spans[name]))]
        profile = region_profile(data, region, FI, TODAY)
        for metric in (each for each in profile.metrics if each.key != "clusters"):
            assert (metric.value, metric.earlier) == tuple(plain_value(rows, metric.key) for rows in own)
    assert checked >= 3 * 9


@each_case
def test_a_year_sheet_and_a_theme_are_compared_alike(path, number):
    chance, spans, data = random.Random(number), periods(path), published(path)
    name, (first, last) = chance.choice(sorted(spans)), filter_options(data, FI)["years"]
    year = chance.randint(first, last)
    selection = replace(selections(path)[number], years=(year, year), compare=name)
    now, before = (counting.left(plain(path), replace(selection, years=each)) for each in ((year, year), spans[name]))
    ever = counting.left(plain(path), replace(selection, years=None))
    for metric in yearsheet(data, selection, FI, TODAY).metrics:
        table = metric.key if metric.key in counting.SHEETS else "events"
        if not metric.period:
            # Of rows without any year nobody knows of which period they are.
            assert metric.change and not any(row.year for row in ever if row.table == table)
            continue
        value, earlier = plain_value(now, metric.key), plain_value(before, metric.key)
        assert (metric.value, metric.earlier) == (value, earlier)
        assert parts(metric) == expected_parts(value, earlier)
    theme = replace(selection, themes=("rahoitus",))
    rows = counting.left(plain(path), replace(theme, years=spans[name]))
    for metric in term_profile(data, theme, FI, term_group(data, FI, ""), TODAY).metrics:
        assert metric.earlier == plain_value(rows, metric.key)
    assert by_theme(data, theme, FI, term_group(data, FI, ""), TODAY).filter_text


@each_case
def test_the_chart_by_year_has_all_years_and_marks_both_periods(path, number):
    data, spans = published(path), periods(path)
    name = random.Random(number).choice(sorted(spans))
    selection = replace(selections(path)[number], compare=name)
    chart = overview(data, selection, FI, TODAY).charts[0]
    rows = counting.left(plain(path), replace(selection, years=None))
    for year, count in zip(chart.table["year"].tolist(), chart.table["events"].tolist(), strict=True):
        assert count == sum(row.count for row in rows if row.table == "events" and row.year == year)
    marked = {(int(each.starts[:4]), int(each.ends[:4])) for each in chart.mark.phases}
    apart = selection.years and (selection.years[1] < spans[name][0] or selection.years[0] > spans[name][1])
    assert not len(chart.table) or marked == {spans[name], *([selection.years] if apart else [])}


@each_case
def test_gaps_targets_and_clusters_stand_beside_the_compared_period(path, number):
    data, spans, themes = published(path), periods(path), theme_ids(path)
    name = random.Random(number).choice(sorted(spans))
    selection = replace(selections(path)[number], compare=name)
    pairs = []
    for years in (selection.years, spans[name]):
        rows = counting.left(plain(path), replace(selection, years=years))
        own = [row for row in rows if row.table != "materials"]
        pairs.append({(region, theme) for row in own for region in row.regions for theme in row.themes})
    shown = {(region, theme) for region in (selection.regions or SEVEN) for theme in (selection.themes or themes)}
    section = gaps(data, selection, FI, TODAY)
    if len(section.sentences) > 1 and pairs[0]:
        assert f" {len(shown - pairs[1])} / {len(shown)}." in section.sentences[1]
    compared = next(each for each in section.lists if each.key == "compared")
    differing = {region for region, _ in (pairs[0] ^ pairs[1]) & shown}
    assert len(compared.items) == len(differing)
    late = sum(row.participants is None for row in begun(path, replace(selection, years=spans[name])))
    every = len(begun(path, replace(selection, years=spans[name])))
    missing = {each.row[1]: each.meta for each in next(each for each in section.lists if each.key == "missing").items}
    assert "participants" not in missing or missing["participants"].endswith(f": {late} / {every}.")
    founded = [each.row.year for each in rows_left(path, "clusters", selection)]
    both = [
        sum(bool(year) and first <= year <= last for year in founded)
        for first, last in (selection.years or (1, 9999), spans[name])
    ]
    text = clusters(data, selection, FI, TODAY).sentence
    assert not founded or re.search(rf": {both[0]} \(.*; .*: {both[1]}\.$", text)


def begun(path, chosen: Selection) -> list[counting.Row]:
    return [row for row, line in left(path, chosen) if row.table == "events" and day(row, line) <= TODAY]


@each_case
def test_each_target_stands_beside_what_its_scope_reached_in_the_compared_period(path, number):
    data, spans = published(path), periods(path)
    name = random.Random(number).choice(sorted(spans))
    selection = replace(selections(path)[number], compare=name)
    section, expected = targets(data, selection, FI, TODAY), []
    for each in rows_of(section, "progress"):
        scope = {key: each[key] for key in ("measure", "region", "theme")}
        first, last = spans[name]
        known = [actual(plain(path), year, **scope) for year in range(first, last + 1)]
        expected.append(sum(n for n in known if n is not None) if any(n is not None for n in known) else None)
    earlier = [None if pd.isna(value) else value for rows in section.rows for value in rows.table["earlier"]]
    assert sorted(map(str, earlier)) == sorted(map(str, expected))
    labels = {each.label for rows in section.rows for each in rows.fields if each.name == "earlier"}
    assert labels <= {overview(data, selection, FI, TODAY).metrics[0].period}


def test_years_in_an_address_are_a_period_if_the_data_has_rows_then():
    assert read_years("2021-2019") == (2019, 2021)
    data = published(QUICK[0][0])
    first, last = filter_options(data, FI)["years"]
    for text, told in {f"{first - 3}-{last + 3}": True, f"{first - 3}": False, "x": False, "": False}.items():
        metric = overview(data, Selection(compare=text), FI, TODAY).metrics[0]
        assert bool(metric.period) == told
        assert (metric.earlier is None) == (not told)
