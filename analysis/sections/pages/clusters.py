"""The clusters: how many, since when, how large, with what labels, and each of them."""

from collections.abc import Iterator

import pandas as pd

from analysis.charts import Chart, CountedRows, Field
from analysis.charts.bars import BAR_ROW
from analysis.measures import clusters as directory
from analysis.measures.counts import by_values, by_year, joint_events, known_sum, total, total_without_value, year_span
from analysis.measures.records import UNKNOWN, Records
from analysis.schema import Tables
from analysis.sections.charts.ranked_bars import RankedBars, rank, ranked_bar_chart, value_table
from analysis.sections.charts.yearly_columns import YearlyCounts, column_chart, period_bands
from analysis.sections.context import code_labels
from analysis.sections.context.owner_texts import owner_text
from analysis.sections.context.section_context import (
    SectionContext,
    no_data,
    nothing_to_show,
    rows,
    section_context,
    without_filter,
)
from analysis.sections.filters.filter_summary import filter_summary
from analysis.sections.metrics import metrics
from analysis.sections.model.model import Metric, Section
from analysis.sections.records.record_tables import cluster_table
from analysis.selection import Selection
from analysis.words import Translator
from analysis.words.language import DASH

HALF_HEIGHT = 7 * BAR_ROW
"""Height of the charts that are beside each other, by the seven regions."""


def clusters(tables: Tables, selection: Selection, words: Translator, today: str | None = None) -> Section:
    """The section of the clusters; its rows are the first hundred of the directory (`cluster_table` gives others)."""
    context = section_context(tables, selection, words, today)
    records, coverage = rows(context, "clusters"), owner_text(tables, "coverage", words)
    return Section(
        key="clusters",
        title=words("clusters.title"),
        filter_summary=filter_summary(context, ("clusters",)),
        metrics=metrics.with_definitions(_metrics(context, records), words),
        sentences=_sentences(context, records),
        charts=(_by_year(context, records), _by_region(context), _by_label(context, records)),
        coverage=coverage.text,
        rows=(cluster_table(tables, selection, words, today),),
        coverage_language=coverage.language,
    )


def _metrics(context: SectionContext, records: Records) -> tuple[Metric, ...]:
    words, members, years = context.words, known_sum(records, "members"), year_span(records)
    youngest = words("clusters.youngest", year=years[-1]) if years else ""
    with_members = total(records) - total_without_value(records, "members")
    reporting = words.plural("clusters.known", with_members) if members else ""
    valid = sum(directory.number_with_valid_label(records, label, context.today) for label in directory.LABEL_YEARS)
    with_label = total(records) - total_without_value(records, "label")
    return (
        metrics.note_metric("clusters", words("clusters.number"), total(records), youngest),
        metrics.note_metric("members", words("clusters.members_told"), members, reporting),
        metrics.note_metric(
            "labels",
            words("clusters.labels_told"),
            with_label,
            words.plural("clusters.valid", valid) if valid else words("clusters.valid_none"),
        ),
    )


def _sentences(context: SectionContext, records: Records) -> tuple[str, ...]:
    words = context.words
    if not len(records):
        return nothing_to_show(context)
    of_clusters = words(
        "clusters.sentence_known",
        members=words.plural("clusters.of_clusters", total(records) - total_without_value(records, "members")),
        founded=words.plural("clusters.of_clusters", total(records) - total_without_value(records, "year")),
    )
    sentence = words("clusters.sentence", clusters=words.plural("clusters.clusters_n", len(records)))
    return sentence, of_clusters, *_founded_in_periods(context, records)


def _founded_in_periods(context: SectionContext, records: Records) -> Iterator[str]:
    """How many clusters were founded in the selected years, or in all, and in the period that is compared if one is."""
    words, period, selected = context.words, context.period, context.selection.years
    if period is None:
        return
    years = records["year"]
    dated = records.where(years != UNKNOWN)
    of_selection = dated.where((dated["year"] >= selected[0]) & (dated["year"] <= selected[1])) if selected else dated
    of_period = records.where((years >= period.first) & (years <= period.last))
    name = DASH.join(dict.fromkeys(map(str, selected))) if selected else words("sections.all_years")
    numbers = {"n": words.number(len(of_selection)), "earlier": words.number(len(of_period))}
    yield words("clusters.founded_compared", selected=name, period=period.name, **numbers)


def _by_year(context: SectionContext, records: Records) -> Chart:
    words, without_year = context.words, total_without_value(records, "year")
    yearly = YearlyCounts(
        key="founded",
        table=by_year(records, year_span(records)).rename(columns={"count": "clusters"}),
        value="clusters",
        fields=(
            Field("year", words("clusters.founded"), "year"),
            Field("clusters", words("clusters.number"), "number"),
        ),
        empty=words("charts.founded_none") if len(records) else no_data(context),
        rule=words.plural("charts.rule_founded", without_year) if without_year else "",
        counted_rows=CountedRows(("clusters",), ("year",)),
        phases=period_bands(context),
        subtitle=words("charts.founded_periods") if context.period else "",
    )
    return column_chart(yearly, words)


def _by_region(context: SectionContext) -> Chart:
    words, names = context.words, context.regions
    records = rows(without_filter(context, "regions", ("clusters",)), "clusters")
    table = value_table(code_labels.row_names(names, names), clusters=by_values(records, "regions", list(names)))
    joint, sum_of_rows = total(joint_events(records)), int(table["clusters"].sum())
    bars = RankedBars(
        key="cluster_regions",
        table=rank(table, "clusters"),
        fields=(Field("name", words("charts.region")), Field("clusters", words("clusters.number"), "number")),
        value="clusters",
        base=total(records),
        empty=no_data(context),
        rule=words.plural("charts.rule_cluster_regions", joint, sum=words.number(sum_of_rows)) if joint else "",
        filters="regions",
        height=HALF_HEIGHT,
        counted_rows=CountedRows(("clusters",), ("regions",), ("regions",)),
        selected=context.selection.regions,
    )
    return ranked_bar_chart(bars, words)


def _by_label(context: SectionContext, records: Records) -> Chart:
    """The quality labels by grade, and how many of them are valid today."""
    words, today = context.words, context.today
    labels = code_labels.options("clusters", "label", words)
    names = code_labels.row_names(labels, labels)
    with_term = [label if label in directory.LABEL_YEARS and today else None for label in names]
    valid = [None if label is None else directory.number_with_valid_label(records, label, today) for label in with_term]
    table = value_table(names, clusters=by_values(records, "label", list(names)))
    bars = RankedBars(
        key="labels",
        table=rank(table.assign(valid=pd.Series(valid, dtype="Int64")), "clusters"),
        fields=(
            Field("name", words("clusters.label")),
            Field("clusters", words("clusters.number"), "number"),
            Field("valid", words("clusters.is_valid"), "number"),
        ),
        value="clusters",
        base=total(records) - total_without_value(records, "label"),
        empty=words("charts.labels_none") if len(records) else no_data(context),
        rule=words("charts.rule_labels"),
        height=HALF_HEIGHT,
        counted_rows=CountedRows(("clusters",), ("label",)),
    )
    return ranked_bar_chart(bars, words)
