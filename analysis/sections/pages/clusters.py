"""The clusters: which there are, since when, how large, and what labels they bear."""

import pandas as pd

from analysis.charts import Chart, CountedRows, Field
from analysis.charts.bars import BAR_ROW
from analysis.measures import clusters as measured
from analysis.measures.counts import by_value, by_year, joint_events, total, total_undated, total_without_value
from analysis.measures.records import Records
from analysis.measures.years import year_span
from analysis.schema import Tables
from analysis.sections.charts.ranked_bars import RankedBars, ranked, ranked_bar_chart, value_table
from analysis.sections.charts.yearly_columns import YearlyCounts, column_chart
from analysis.sections.context import code_labels
from analysis.sections.context.owner_texts import owner_text
from analysis.sections.context.section_context import SectionContext, no_data, nothing_to_show, section_context
from analysis.sections.filters.filter_summary import filter_summary
from analysis.sections.metrics import metrics
from analysis.sections.metrics.metrics import with_definitions
from analysis.sections.model.model import Metric, Section
from analysis.sections.records.record_tables import cluster_table
from analysis.selection import Selection
from analysis.words import Translator

BESIDE = 7 * BAR_ROW


def clusters(tables: Tables, selection: Selection, words: Translator, today: str | None = None) -> Section:
    """The section of the clusters; its rows are the first hundred of the directory; `cluster_rows` gives others."""
    context = section_context(tables, selection, words, today)
    whole = measured.cluster_records(tables["clusters"])
    shown, coverage = measured.matching_clusters(whole, selection), owner_text(tables, "coverage", words)
    return Section(
        key="clusters",
        title=words("clusters.title"),
        filter_summary=filter_summary(context, ("clusters",)),
        metrics=with_definitions(_numbers(context, shown), words),
        sentences=_sentences(context, shown),
        charts=(_founded(context, shown), _regions(context, shown), _labels(context, shown)),
        coverage=coverage.text,
        rows=(cluster_table(tables, selection, words, today),),
        coverage_language=coverage.language,
    )


def _numbers(context: SectionContext, shown: Records) -> tuple[Metric, ...]:
    words, members, years = context.words, measured.total_members(shown), year_span(shown)
    youngest = words("clusters.youngest", year=years[-1]) if years else ""
    known = words.plural("clusters.known", measured.number_known(shown, "members")) if members else ""
    valid = sum(measured.number_with_valid_label(shown, label, context.today) for label in measured.LABEL_YEARS)
    with_label = total(shown) - total_without_value(shown, "label")
    return (
        metrics.noted("clusters", words("clusters.number"), total(shown), youngest),
        metrics.noted("members", words("clusters.members_told"), members, known),
        metrics.noted("labels", words("clusters.labels_told"), with_label, words.plural("clusters.valid", valid)),
    )


def _sentences(context: SectionContext, shown: Records) -> tuple[str, ...]:
    words = context.words
    if not len(shown):
        return nothing_to_show(context)
    known = words(
        "clusters.sentence_known",
        members=words.plural("clusters.of_clusters", measured.number_known(shown, "members")),
        founded=words.plural("clusters.of_clusters", measured.number_known(shown, "year")),
    )
    return words("clusters.sentence", clusters=words.plural("clusters.clusters_n", len(shown))), known


def _founded(context: SectionContext, shown: Records) -> Chart:
    words, bare = context.words, total_undated(shown)
    yearly = YearlyCounts(
        key="founded",
        table=by_year(shown, year_span(shown)).rename(columns={"count": "clusters"}),
        value="clusters",
        fields=(
            Field("year", words("clusters.founded"), "year"),
            Field("clusters", words("clusters.number"), "number"),
        ),
        empty=words("charts.founded_none") if len(shown) else no_data(context),
        rule=words.plural("charts.rule_founded", bare) if bare else "",
        counted=CountedRows(("clusters",), ("year",)),
    )
    return column_chart(yearly, words)


def _regions(context: SectionContext, shown: Records) -> Chart:
    words, wanted = context.words, context.selection.regions
    names = {code: name for code, name in context.regions.items() if not wanted or code in wanted}
    table = value_table(code_labels.plain_names(names), clusters=by_value(shown, "regions", list(names))["count"])
    shared, summed = total(joint_events(shown)), int(table["clusters"].sum())
    split = RankedBars(
        key="cluster_regions",
        table=ranked(table, "clusters"),
        fields=(Field("name", words("charts.region")), Field("clusters", words("clusters.number"), "number")),
        value="clusters",
        base=total(shown),
        empty=no_data(context),
        rule=words.plural("charts.rule_cluster_regions", shared, sum=words.number(summed)) if shared else "",
        filters="regions",
        height=BESIDE,
        counted=CountedRows(("clusters",), ("regions",)),
    )
    return ranked_bar_chart(split, words)


def _labels(context: SectionContext, shown: Records) -> Chart:
    """The quality labels by grade, and how many of them are valid today."""
    words, today = context.words, context.today
    names = code_labels.choice_names(code_labels.options("clusters", "label", words))
    dated = [label if label in measured.LABEL_YEARS and today else None for label in names]
    valid = [None if label is None else measured.number_with_valid_label(shown, label, today) for label in dated]
    table = value_table(names, clusters=by_value(shown, "label", list(names))["count"])
    split = RankedBars(
        key="labels",
        table=ranked(table.assign(valid=pd.Series(valid, dtype="Int64")), "clusters"),
        fields=(
            Field("name", words("clusters.label")),
            Field("clusters", words("clusters.number"), "number"),
            Field("valid", words("clusters.is_valid"), "number"),
        ),
        value="clusters",
        base=total(shown) - total_without_value(shown, "label"),
        empty=words("charts.labels_none") if len(shown) else no_data(context),
        rule=words("charts.rule_labels"),
        height=BESIDE,
        counted=CountedRows(("clusters",), ("label",)),
    )
    return ranked_bar_chart(split, words)
