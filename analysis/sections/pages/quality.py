"""The quality of the data: which cells are filled, what is missing where, how precise days are, how it went."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pandas as pd

from analysis.charts import Bars, Chart, Field
from analysis.measures.quality import (
    PRECISIONS,
    MissingValue,
    day_precision,
    filled_cells,
    missing_by_region,
    missing_values,
    past_records,
    rows_in_selection,
)
from analysis.schema import TABLES, Tables
from analysis.sections.charts.heat_and_panels import MatrixChart, MatrixColumn, heat_map, matrix_rows
from analysis.sections.charts.ranked_bars import named_count
from analysis.sections.context.filled_shares import TABLES as SHARED
from analysis.sections.context.filled_shares import RevisionShare
from analysis.sections.context.owner_texts import owner_text
from analysis.sections.context.section_context import SectionContext, no_data, nothing_to_show, rows, section_context
from analysis.sections.filters.filter_summary import filter_summary
from analysis.sections.metrics.metrics import note_metric
from analysis.sections.model.model import Item, ItemList, Metric, Section
from analysis.sections.records.freshness_list import freshness_list
from analysis.selection import Selection
from analysis.words import Translator

WORK = (
    *(("events", "participants"), ("events", "recording"), ("events", "link"), ("events", "themes")),
    *(("stories", "published"), ("stories", "themes"), ("stories", "link"), ("stories", "cluster")),
    *(("materials", "themes"), ("materials", "link"), ("materials", "published")),
    *(("clusters", "founded"), ("clusters", "website")),
)
"""The columns whose empty cells are worth somebody's work, by table."""
BY_REGION = ("participants", "recording")
"""Columns of events that are counted by region."""
LEAST = 3
"""So many of the least filled columns, or of the regions where most is missing, are named."""
PERCENT = 100
SMALL = 5
"""Of fewer cells no percentage is given."""


def quality(
    tables: Tables,
    selection: Selection,
    words: Translator,
    today: str | None = None,
    history: Sequence[RevisionShare] = (),
) -> Section:
    """The section of the quality of the data.

    ``tables``, ``selection``: what is looked at; ``words``: the language; ``today``: an ISO day, events after it lack
    nothing yet; ``history``: the share of filled cells of the last revisions, the oldest first.
    """
    context = section_context(tables, selection, words, today)
    every = {name: rows(context, name) for name in SHARED}
    looked_at = every | {"events": past_records(every["events"], today)}
    missing, coverage = missing_values(tables, looked_at, WORK), owner_text(tables, "coverage", words)
    filled = filled_cells(rows_in_selection(tables, context.all_rows, selection))
    return Section(
        key="quality",
        title=words("quality.page"),
        filter_summary=filter_summary(context, SHARED),
        metrics=_metrics(context, missing, filled),
        sentences=_sentences(context, missing),
        charts=(
            _missing_by_region(context, missing),
            _precision(context),
            _over_revisions(context, history),
            _filled(context, filled),
        ),
        lists=(_missing_list(context, missing), freshness_list(context)),
        coverage=coverage.text,
        coverage_language=coverage.language,
    )


def _metrics(context: SectionContext, missing: Sequence[MissingValue], filled: pd.DataFrame) -> tuple[Metric, ...]:
    """The share of filled cells of what is shown, and the events without participants and without recording."""
    words, shown = context.words, filled[filled["table"].isin(SHARED)]
    some, cells = int(shown["filled"].sum()), int(shown["rows"].sum())
    of = words("quality.cells", some=words.number(some), cells=words.number(cells))
    share = note_metric("share", words("quality.share"), _percent(some, cells), of)
    numbers = [replace(share, rule=words("quality.rule_share"))]
    for each in (each for each in missing if each.table == "events" and each.column in BY_REGION):
        note, label = words("quality.of_rows", n=words.number(each.of)), words(f"quality.without_{each.column}")
        metric = note_metric(each.column, label, len(each.rows), note)
        numbers.append(replace(metric, rule=words("quality.rule_missing_rows")))
    return tuple(numbers)


def _sentences(context: SectionContext, missing: Sequence[MissingValue]) -> tuple[str, ...]:
    words, first = context.words, missing[0]
    if not any(each.of for each in missing):
        return nothing_to_show(context)
    if not first.of:
        return (words("quality.no_events"),)
    return (words("quality.sentence", n=words.number(len(first.rows)), of=words.number(first.of)),)


def _missing_by_region(context: SectionContext, missing: Sequence[MissingValue]) -> Chart:
    """The events that lack participants or a recording, by region; a joint event is in each of its regions."""
    words, codes = context.words, list(context.regions)
    lists = context.tables["events"]["regions"]
    counts = {
        each.column: list(missing_by_region(each, lists, codes).values())
        for each in missing
        if each.table == "events" and each.column in BY_REGION
    }
    names = [str(context.regions[code]) for code in codes]
    columns = tuple(
        MatrixColumn(name, words(f"quality.column_{name}"), words(f"quality.column_{name}").lower(), "")
        for name in BY_REGION
    )
    matrix = MatrixChart(
        key="missing",
        texts="quality.missing",
        table=matrix_rows(codes, names, names, pd.DataFrame(counts)),
        columns=columns,
        first=words("charts.region"),
        empty=words("quality.none_missing") if missing[0].of else no_data(context),
        rule=words("quality.rule_missing"),
        filters=("regions",),
    )
    return heat_map(matrix, words)


def _precision(context: SectionContext) -> Chart:
    """How precisely the day of events, stories and materials is known."""
    words = context.words
    counts = pd.DataFrame([day_precision(records) for records in context.filtered.values()])
    names = [words(f"sections.{name}") for name in context.filtered]
    columns = tuple(
        MatrixColumn(name, words(f"quality.precision.{name}"), words(f"quality.precision.{name}").lower(), "")
        for name in (*PRECISIONS, "none")
    )
    matrix = MatrixChart(
        key="precision",
        texts="quality.precision",
        table=matrix_rows(list(context.filtered), names, [name.lower() for name in names], counts),
        columns=columns,
        first=words("quality.sheet"),
        empty=no_data(context),
        rule=words("quality.rule_precision"),
    )
    return heat_map(matrix, words)


def _over_revisions(context: SectionContext, history: Sequence[RevisionShare]) -> Chart:
    """The share of filled cells in the last revisions, whatever is selected."""
    words, subtitle = context.words, context.words("quality.revisions_subtitle")
    known = [each for each in history if each.cells >= SMALL]
    names = [words("quality.revision", revision=each.revision, day=words.day(each.published)) for each in known]
    shares = [_percent(each.values, each.cells) for each in known]
    table = pd.DataFrame(
        {
            **{"revision": pd.Series([each.revision for each in known], dtype="str")},
            **{"name": pd.Series(names, dtype="str"), "share": pd.Series(shares, dtype="Int64")},
            **{"filled": pd.Series([each.values for each in known], dtype="Int64")},
            **{"cells": pd.Series([each.cells for each in known], dtype="Int64")},
        }
    )
    fields = (
        Field("name", words("quality.revision_name")),
        *(Field(name, words(f"quality.{name}_label"), "number") for name in ("share", "filled", "cells")),
    )
    mark, empty = Bars("name", "share", highlight=tuple(names[-1:])), words("quality.revisions_none")
    if not known:
        return Chart("revisions", subtitle, "", "", empty, table, fields, mark, empty=empty)
    first, last = known[0], known[-1]
    values = words.listing(
        [f"{name} {words('yearsheet.percent', n=share)}" for name, share in zip(names, shares, strict=True)]
    )
    compared = {"first": first.revision, "before": shares[0], "last": last.revision, "n": shares[-1]}
    return Chart(
        key="revisions",
        title=words("quality.revisions_title", **compared),
        subtitle=subtitle,
        sentence=words("quality.revisions_change" if len(known) > 1 else "quality.revisions_first", **compared),
        alt=words("charts.alt_bars", subtitle=subtitle, values=values),
        table=table,
        fields=fields,
        mark=mark,
        rule=words("quality.rule_share"),
    )


def _filled(context: SectionContext, filled: pd.DataFrame) -> Chart:
    """The filled cells of every declared column. Its finding is a sentence: the table is what editors read."""
    words = context.words
    columns = [
        (TABLES[table], TABLES[table].column(column)) for table, column in filled[["table", "column"]].to_numpy()
    ]
    pairs = zip(filled["filled"].tolist(), filled["rows"].tolist(), strict=True)
    table = filled.assign(
        sheet=pd.Series([words.name(table.headers) for table, _ in columns], dtype="str"),
        header=pd.Series([words.name(column.headers) for _, column in columns], dtype="str"),
        share=pd.Series([_percent(some, cells) for some, cells in pairs], dtype="Int64"),
    )
    numbers = [Field(name, words(f"quality.{name}_label"), "number") for name in ("filled", "rows", "share")]
    keys = [Field(name, words(f"quality.{name}_key")) for name in ("table", "column")]
    fields = (Field("header", words("quality.header")), Field("sheet", words("quality.sheet")), *numbers, *keys)
    some, cells = int(filled["filled"].sum()), int(filled["rows"].sum())
    full = words("quality.all_filled") if (table["rows"] > 0).any() else no_data(context)
    return Chart(
        key="filled",
        title=words("quality.filled_title", some=words.number(some), cells=words.number(cells)),
        subtitle=words("quality.filled_subtitle"),
        sentence=" ".join(_unfilled_columns(table, words)) or full,
        alt=words("quality.filled_subtitle"),
        table=table,
        fields=fields,
        mark=Bars("header", "filled"),
        rule=words("quality.rule_filled"),
        picture=False,
    )


def _unfilled_columns(table: pd.DataFrame, words: Translator) -> Iterator[str]:
    """The least filled columns, or how many are filled in part if too many are alike, and how many are empty."""
    used = table[table["rows"] > 0]
    partly = used[(used["filled"] > 0) & (used["filled"] < used["rows"])]
    ranked = partly.assign(part=partly["filled"] / partly["rows"]).sort_values("part", kind="stable")
    named = ranked[: named_count(ranked["part"].tolist(), LEAST)].to_dict("records")
    names = [f"{row['sheet']}: {row['header']} {row['filled']} / {row['rows']}" for row in named]
    if names:
        yield words("quality.least", columns=words.listing(names))
    elif len(partly):
        yield words("quality.partly_filled", n=words.number(len(partly)))
    if empty := int((used["filled"] == 0).sum()):
        yield words.plural("quality.empty_columns", empty)


def _missing_list(context: SectionContext, missing: Sequence[MissingValue]) -> ItemList:
    """What is missing, how much, and where most of it is: a line for each of `WORK` of which anything is missing."""
    words = context.words
    lines = tuple(
        Item(None, words(f"quality.work.{each.table}_{each.column}"), _place_text(context, each))
        for each in missing
        if len(each.rows)
    )
    empty = words("quality.work_none") if any(each.of for each in missing) else no_data(context)
    return ItemList("missing", words("quality.work"), lines, empty, note=words("quality.work_note"))


def _place_text(context: SectionContext, missing: MissingValue) -> str:
    """How many rows of all, and the regions with most of them where the table has regions and few have most."""
    words, frame = context.words, context.tables[missing.table]
    count = words("quality.count", n=words.number(len(missing.rows)), of=words.number(missing.of))
    if "regions" not in frame:
        return count
    counts = missing_by_region(missing, frame["regions"], list(context.regions))
    ranked = sorted((code for code in counts if counts[code]), key=lambda code: -counts[code])
    most = ranked[: named_count([counts[code] for code in ranked], LEAST)]
    where = words.listing([f"{context.regions[code]} {words.number(counts[code])}" for code in most])
    return words("quality.count_where", count=count, where=where) if where else count


def _percent(some: int, cells: int) -> int | None:
    """A share in whole percent; None of fewer than `SMALL`. Not all is never 100, and not nothing never 0."""
    if cells < SMALL:
        return None
    percent = round(PERCENT * some / cells)
    return min(max(percent, int(some > 0)), PERCENT - int(some < cells))
