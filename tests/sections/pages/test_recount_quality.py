"""Each number of the quality of the data, against a plain count over the workbook's cells."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from analysis.measures.quality import PRECISIONS
from analysis.schema import TABLES
from analysis.schema.aliases import SEVEN
from analysis.sections import Section, quality
from analysis.sections.context.filled_shares import RevisionShare, revision_share
from analysis.sections.pages.quality import WORK
from analysis.selection import Selection
from analysis.words import translator
from tests.sections import counting
from tests.sections.pages.test_recount import FI, TODAY, WORKBOOKS, each_case, published, selections

BLANK = (None, "", "-")
DEFAULTS = (("events", "status"), ("priorities", "kind"))
"""Columns of choices whose empty cell means a value, so that it is none that anybody is to fill in."""
ACTIVITY = {"events": "Alkaa", "stories": "Julkaistu", "materials": "Julkaistu"}
SHEETS = {name: table.headers.fi for name, table in TABLES.items()}


@cache
def cells(path: Path) -> dict[str, list[dict[str, Any]]]:
    """The rows of every sheet, by internal name, cells by header."""
    book = load_workbook(path, data_only=True)
    rows = {name: list(counting.lines(book[sheet])) for name, sheet in SHEETS.items() if sheet in book.sheetnames}
    book.close()
    return rows


@cache
def known(path: Path) -> dict[str, dict[str, str]]:
    book = load_workbook(path, data_only=True)
    words = {
        name: counting.codes(book[SHEETS[name]], key) for name, key in (("regions", "Koodi"), ("themes", "Tunnus"))
    }
    words["themes"] |= counting.SHORT
    words["priorities"] = counting.codes(book[SHEETS["priorities"]], "Tunnus")
    book.close()
    return words


def bears(path: Path, table: str, row: dict[str, Any], chosen: Selection) -> bool:
    """Whether a row of a sheet is of the selection, read from its cells alone."""
    words = known(path)

    def any_of(header: str, name: str, wanted: tuple[str, ...]) -> bool:
        return not wanted or not counting.listed(row.get(header), words[name]).isdisjoint(wanted)

    if table in ACTIVITY and chosen.years:
        year = counting._year(row[ACTIVITY[table]])
        if year is None or not chosen.years[0] <= year <= chosen.years[1]:
            return False
    if table in ("events", "stories", "clusters") and not any_of("Maakunnat", "regions", chosen.regions):
        return False
    if table in ACTIVITY and not any_of("Teemat", "themes", chosen.themes):
        return False
    if table in ("events", "clusters") and not any_of("Painopisteet", "priorities", chosen.priorities):
        return False
    return table != "events" or not chosen.kinds or counting.KINDS[row["Tyyppi"]] in chosen.kinds


def chosen_rows(path: Path, table: str, chosen: Selection) -> list[dict[str, Any]]:
    return [row for row in cells(path).get(table, []) if bears(path, table, row, chosen)]


def counted_rows(path: Path, table: str, chosen: Selection) -> list[dict[str, Any]]:
    rows = chosen_rows(path, table, chosen)
    return [row for row in rows if row.get("Tila") not in ("peruttu", "siirretty")]


def over(row: dict[str, Any], header: str) -> bool:
    """Whether the day of a row is over, as far as it is known."""
    return row[header] is None or iso(row[header]) <= TODAY


def iso(cell: Any) -> str:
    if isinstance(cell, datetime | date):
        return cell.strftime("%Y-%m-%d")
    month, _, year = str(cell).rpartition("/")
    return f"{year}-{int(month):02}" if month else year


def section(path: Path, number: int) -> tuple[Section, Selection]:
    chosen = selections(path)[number]
    return quality(published(path), chosen, FI, TODAY), chosen


def records(shown: Section, key: str) -> Iterator[dict[str, Any]]:
    chart = next(each for each in shown.charts if each.key == key)
    return iter(chart.table.to_dict("records"))


@each_case
def test_every_declared_column_has_its_filled_cells(path: Path, number: int):
    shown, chosen = section(path, number)
    lines = {(row["table"], row["column"]): (row["filled"], row["rows"]) for row in records(shown, "filled")}
    assert list(lines) == [(name, column.name) for name, table in TABLES.items() for column in table.columns]
    for name, table in TABLES.items():
        rows = chosen_rows(path, name, chosen)
        for column in table.columns:
            filled = sum(row.get(column.headers.fi) not in BLANK for row in rows)
            filled = len(rows) if (name, column.name) in DEFAULTS else filled
            assert lines[name, column.name] == (filled, len(rows)), (name, column.name)
    sentence = next(each.sentence for each in shown.charts if each.key == "filled")
    named = [tuple(map(int, each)) for each in re.findall(r"(\d+)\s/\s(\d+)", sentence)]
    assert all(0 < some < every for some, every in named)


@each_case
def test_what_is_missing_is_counted_in_each_region_of_an_event(path: Path, number: int):
    shown, chosen = section(path, number)
    rows = [row for row in counted_rows(path, "events", chosen) if over(row, "Alkaa")]
    regions = [(counting.listed(row["Maakunnat"], known(path)["regions"]), row) for row in rows]
    for name, header in (("participants", "Osallistujat"), ("recording", "Tallenne")):
        metric = next(each for each in shown.metrics if each.key == name)
        assert metric.value == sum(row[header] is None for row in rows)
        counts = {code: sum(code in codes and row[header] is None for codes, row in regions) for code in SEVEN}
        lines = {row["code"]: row[name] for row in records(shown, "missing")}
        assert lines == counts or (
            not lines and all(row[each] for row in rows for each in ("Osallistujat", "Tallenne"))
        )


@each_case
def test_days_are_counted_by_their_precision(path: Path, number: int):
    shown, chosen = section(path, number)
    lines = {row["code"]: row for row in records(shown, "precision")}
    for table, header in ACTIVITY.items():
        days = [row[header] for row in counted_rows(path, table, chosen)]
        counts = Counter("none" if day is None else len(iso(day)) for day in days)
        if lines:
            assert [lines[table][name] for name in (*PRECISIONS, "none")] == [
                counts[each] for each in (*PRECISIONS.values(), "none")
            ]
        else:
            assert not days


@each_case
def test_each_line_of_what_is_missing_is_the_empty_cells_of_its_column(path: Path, number: int):
    shown, chosen = section(path, number)
    wanted = []
    for table, column in WORK:
        rows = counted_rows(path, table, chosen)
        rows = [row for row in rows if over(row, "Alkaa")] if table == "events" else rows
        empty = sum(row.get(TABLES[table].column(column).headers.fi) in BLANK for row in rows)
        wanted += [f"{empty} / {len(rows)} riviä"] if empty else []
    (lines,) = (each.items for each in shown.lists if each.key == "missing")
    assert [each.meta.split(";")[0] for each in lines] == wanted


@pytest.mark.parametrize("path", WORKBOOKS, ids=lambda path: path.stem)
def test_the_share_of_a_revision_is_that_of_its_cells(path: Path):
    share = revision_share("3", "2026-11-24", published(path))
    tables = ("events", "stories", "materials", "clusters")
    every = [
        "vahvistettu" if (name, column.name) in DEFAULTS else row.get(column.headers.fi)
        for name in tables
        for row in cells(path)[name]
        for column in TABLES[name].columns
    ]
    assert (share.values, share.cells) == (sum(each not in BLANK for each in every), len(every))
    metric = quality(published(path), Selection(), FI, TODAY).metrics[0]
    assert metric.value == round(100 * share.values / share.cells)


def test_the_last_revisions_are_shown_from_the_oldest_on_and_one_alone_is_a_sentence():
    history = (RevisionShare("1", "2026-01-02", 50, 100), RevisionShare("3", "2026-02-02", 999, 1000))
    for language in ("fi", "sv", "en"):
        shown = quality(published(WORKBOOKS[0]), Selection(), translator(language), TODAY, history)
        chart = next(each for each in shown.charts if each.key == "revisions")
        assert chart.table[["revision", "share"]].to_numpy().tolist() == [["1", 50], ["3", 99]] and chart.sentence
    alone = quality(published(WORKBOOKS[0]), Selection(), FI, TODAY, history[:1])
    assert not next(each for each in alone.charts if each.key == "revisions").picture
    few = quality(published(WORKBOOKS[0]), Selection(), FI, TODAY, (RevisionShare("1", "2026-01-02", 1, 4),))
    assert next(each for each in few.charts if each.key == "revisions").table.empty
