"""Each number that regions and themes are compared by, against a plain count over the workbook's cells."""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from openpyxl import load_workbook

from analysis.schema.aliases import SEVEN
from analysis.sections import Section, by_region, by_theme, region_comparison, region_profile, term_profile
from analysis.sections.pages.regions.measures import MEASURES
from analysis.sections.pages.themes.groups import term_group as group_of
from analysis.sections.pages.themes.groups import term_groups
from analysis.selection import Selection
from tests.sections import counting
from tests.sections.counting import Row
from tests.sections.pages.test_recount import FI, TODAY, compared, each_case, plain, published, selections

KINDS = {
    **{"tallenne": "recording", "esitys": "slides", "opas": "guide"},
    **{"artikkeli": "article", "työkalu": "tool"},
}
Cells = dict[tuple[str, str], int]


@cache
def clusters(path: Path) -> list[Row]:
    """The clusters as rows that count one each."""
    book = load_workbook(path, data_only=True)
    regions, priorities = counting.codes(book["Maakunnat"], "Koodi"), counting.codes(book["Painopisteet"], "Tunnus")
    found = [
        Row(
            "clusters",
            1,
            None,
            counting.listed(cells["Maakunnat"], regions),
            frozenset(),
            counting.listed(cells.get("Painopisteet"), priorities),
        )
        for cells in counting.lines(book["Klusterit"])
    ]
    book.close()
    return found


@cache
def populations(path: Path) -> dict[str, int]:
    book = load_workbook(path, data_only=True)
    found = {str(cells["Koodi"]): cells["Väkiluku"] for cells in counting.lines(book["Maakunnat"])}
    book.close()
    return found


@cache
def material_kinds(path: Path) -> list[str]:
    book = load_workbook(path, data_only=True)
    found = [KINDS[cells["Laji"]] for cells in counting.lines(book["Aineistot"])]
    book.close()
    return found


@cache
def regional(path: Path, chosen: Selection, measure: str) -> Section:
    return by_region(published(path), chosen, FI, TODAY, measure)


@cache
def thematic(path: Path, chosen: Selection, key: str) -> Section:
    return by_theme(published(path), chosen, FI, group_of(published(path), FI, key), TODAY)


def directory(path: Path, chosen: Selection) -> list[Row]:
    """The clusters that a selection leaves."""
    return [
        row
        for row in clusters(path)
        if (not chosen.regions or row.regions & set(chosen.regions))
        and (not chosen.priorities or row.priorities & set(chosen.priorities))
    ]


def table(section: Section, key: str) -> pd.DataFrame:
    return next(each.table for each in section.charts if each.key == key)


def cells(frame: pd.DataFrame, by: str = "code") -> dict[tuple[str, str], int | None]:
    """The filled cells of a grid, by row's code and column's name."""
    names = [name for name in frame.columns if name not in ("code", "name", "inline", "language")]
    rows = frame.to_dict("records")
    return {(row[by], name): int(row[name]) for row in rows for name in names if not pd.isna(row[name])}


def counted(rows: list[Row], down: list[str], across: list[Any], has: Callable[[Row, str, Any], bool]) -> Cells:
    return {
        (one, str(other)): sum(row.count for row in rows if has(row, one, other)) for one in down for other in across
    }


def some(found: dict[Any, int | None]) -> dict[Any, int | None]:
    """Without what is nought, which a chart without anything leaves out."""
    return {key: value for key, value in found.items() if value}


def measured(path: Path, rows: list[Row], measure: str, code: str, chosen: Selection) -> int | None:
    """A measure of one region; None where it is not known."""
    if measure == "clusters":
        return sum(row.count for row in directory(path, chosen) if code in row.regions)
    ours = [row for row in rows if code in row.regions]
    if measure in ("events", "stories"):
        return counting.total(ours, measure)
    told = counting.reported([row for row in ours if row.table == "events"])
    if measure == "participants" or told is None:
        return told
    return int(told * 100_000 / populations(path)[code] + 0.5)


@each_case
@pytest.mark.parametrize("measure", MEASURES)
def test_regions_are_compared_by_the_numbers_of_the_cells(path, number, measure):
    chosen = selections(path)[number]
    free = chosen.without("regions")
    left = counting.left(plain(path), free)
    section = regional(path, chosen, measure)
    expected = some({code: measured(path, left, measure, code, free) for code in SEVEN})
    for key in ("map", "ranked"):
        frame = table(section, key)
        found = {code: value for code, value in zip(frame["code"], frame[measure], strict=True) if not pd.isna(value)}
        assert some(found) == expected
        assert len(frame) in (0, 7)


@each_case
@pytest.mark.parametrize("measure", ["events", "stories", "participants"])
def test_regions_by_year_are_the_numbers_of_the_cells_and_gaps_are_years_without_any(path, number, measure):
    chosen = selections(path)[number]
    free = chosen.without("regions")
    left = counting.left(plain(path), free)
    name = "stories" if measure == "stories" else "events"
    held = {row.year for row in counting.left(plain(path), Selection()) if row.table == name and row.year}
    frame = table(regional(path, chosen, measure), "years")
    found = cells(frame)
    first, last = chosen.years or (0, 9999)
    expected = {
        (code, str(year)): measured(path, [row for row in left if row.year == year], measure, code, free)
        for code in SEVEN
        for year in range(max(first, min(held)), min(last, max(held)) + 1)
        if year in held
    }
    expected = {key: value for key, value in expected.items() if value is not None}
    assert found == (expected if any(expected.values()) else {})


@each_case
def test_the_comparison_holds_every_measure_and_the_mean_of_the_seven(path, number):
    chosen = selections(path)[number]
    free = chosen.without("regions")
    left = counting.left(plain(path), free)
    section = region_comparison(published(path), chosen, FI, TODAY)
    if len(chosen.regions) == 1:
        assert section is None
        return
    frame = section.rows[0].table
    codes = [code for code in SEVEN if not chosen.regions or code in chosen.regions]
    assert "rate" not in frame
    for measure in MEASURES:
        every = {code: measured(path, left, measure, code, free) for code in SEVEN}
        known = [value for value in every.values() if value is not None]
        mean = sum(known) / len(known) if known else None
        mean = mean and (round(mean, 1) if mean < 10 else int(mean + 0.5))
        found = [None if pd.isna(value) else value for value in frame[measure]]
        assert found == [*(every[code] for code in codes), mean], measure
    assert bool(section.charts) == bool(chosen.regions)
    for lined in (each for each in section.charts if len(each.table)):
        means = [
            None
            if year not in {row.year for row in counting.left(plain(path), Selection()) if row.table == "events"}
            else round(
                sum(measured(path, [row for row in left if row.year == year], "events", code, free) for code in SEVEN)
                / 7,
                1,
            )
            for year in lined.mark.years
        ]
        assert list(lined.mark.line) == means


@each_case
def test_the_profile_of_a_region_tells_the_numbers_of_the_cells(path, number):
    chosen = Selection(selections(path)[number].years, (list(SEVEN)[number % 7],), selections(path)[number].themes)
    left = counting.left(plain(path), chosen)
    held = [row for row in left if row.table == "events"]
    section = region_profile(published(path), chosen, FI, TODAY)
    shown = {each.key: each.value for each in section.metrics}
    assert shown == {
        "events": counting.total(held, "events"),
        "joint": sum(row.count for row in held if len(row.regions) > 1),
        "participants": counting.reported(held),
        "stories": counting.total(left, "stories"),
        "clusters": len(directory(path, chosen)),
    }
    themes = table(section, "themes")
    placed = compared(path, chosen, "themes", "events", "stories")
    assert some(dict(zip(themes["code"], themes["total"], strict=True))) == some(
        {code: sum(row.count for row in placed if code in row.themes) for code in all_themes(path)}
    )


def all_themes(path: Path) -> list[str]:
    return list(term_groups(published(path), FI)[0].labels)


def digits(text: str) -> int | None:
    found = re.sub(r"\D", "", text)
    return int(found) if found else None


def bearing(path: Path, chosen: Selection, column: str) -> list[Row]:
    """What is sorted by themes, or by priorities: clusters bear these too."""
    left = counting.left(plain(path), chosen)
    if column == "themes":
        return left
    return [row for row in left if row.table == "events"] + directory(path, chosen)


@each_case
def test_themes_and_priorities_are_compared_by_the_numbers_of_the_cells(path, number):
    for group in term_groups(published(path), FI):
        chosen = selections(path)[number]
        rows = bearing(path, chosen.without(group.column), group.column)
        section = thematic(path, chosen, group.key)
        codes = list(group.labels)
        has = lambda row, code, column=group.column: code in getattr(row, column)  # noqa: E731
        ranked = table(section, "ranked")
        for name in group.tables:
            ours = [row for row in rows if row.table == name]
            expected = {code: sum(row.count for row in ours if has(row, code)) for code in codes}
            assert some(dict(zip(ranked["code"], ranked[name], strict=True))) == some(expected)
        placed = counted(
            [row for row in rows if row.table != "materials"],
            codes,
            list(SEVEN),
            lambda row, code, region, has=has: has(row, code) and region in row.regions,
        )
        assert some(cells(table(section, "regions"))) == some(placed)
        years = sorted({row.year for row in rows if row.year})
        yearly = counted(rows, codes, years, lambda row, code, year, has=has: has(row, code) and row.year == year)
        assert some(cells(table(section, "years"))) == some(yearly)


@each_case
def test_kinds_of_content_are_the_numbers_of_the_cells(path, number):
    chosen = selections(path)[number]
    free = chosen.without("themes")
    themes, *others = term_groups(published(path), FI)
    left = counting.left(plain(path), free)
    materials = [row for row in plain(path) if row.table == "materials"]
    kinds = dict(zip(map(id, materials), material_kinds(path), strict=True))
    kind = lambda row: kinds[id(row)] if row.table == "materials" else row.table  # noqa: E731
    found = cells(table(thematic(path, chosen, themes.key), "kinds"))
    names = {"events": "events", "stories": "stories"} | {each: each for each in KINDS.values()}
    expected = counted(
        left, list(themes.labels), list(names), lambda row, code, name: code in row.themes and kind(row) == name
    )
    assert some(found) == some(expected)
    for group in others:
        free = chosen.without("priorities")
        held = [row for row in counting.left(plain(path), free) if row.table == "events"]
        found = cells(table(thematic(path, chosen, group.key), "kinds"))
        names = [*counting.KINDS.values(), "clusters"]
        expected = counted(
            held + directory(path, free),
            list(group.labels),
            names,
            lambda row, code, name: code in row.priorities and (row.kind or "clusters") == name,
        )
        assert some(found) == some(expected)


@each_case
def test_themes_beside_priorities_are_the_numbers_of_the_cells(path, number):
    chosen = selections(path)[number]
    free = chosen.without("themes").without("priorities")
    held = [row for row in counting.left(plain(path), free) if row.table == "events"]
    themes, *others = term_groups(published(path), FI)
    both = lambda row, priority, theme: priority in row.priorities and theme in row.themes  # noqa: E731
    for group in (themes, *others):
        codes = [code for each in (others if group is themes else [group]) for code in each.labels]
        found = cells(table(thematic(path, chosen, group.key), "crossed"))
        assert some(found) == some(counted(held, codes, list(themes.labels), both))


@each_case
def test_the_profile_of_a_theme_or_priority_tells_the_numbers_of_the_cells(path, number):
    for group in term_groups(published(path), FI):
        code = list(group.labels)[number % len(group.labels)]
        chosen = Selection(selections(path)[number].years, selections(path)[number].regions, **{group.column: (code,)})
        rows = bearing(path, chosen, group.column)
        section = term_profile(published(path), chosen, FI, group, TODAY)
        shown = {each.key: each.value for each in section.metrics}
        assert shown == {name: sum(row.count for row in rows if row.table == name) for name in group.tables}
        yearly = table(section, "years")
        found = some(dict(zip(yearly["year"].tolist(), yearly["contents"].tolist(), strict=True)))
        assert found == some({year: sum(row.count for row in rows if row.year == year) for year in range(2000, 2031)})
        located = table(section, "regions")
        free = bearing(path, chosen.without("regions"), group.column)
        placed = [row for row in free if row.table != "materials"] if any(r.table != "materials" for r in rows) else []
        assert some(dict(zip(located["code"], located["total"], strict=True))) == some(
            {region: sum(row.count for row in placed if region in row.regions) for region in SEVEN}
        )
