"""The clusters: which there are, since when, how large, and what labels they bear."""

import pandas as pd

from analysis.charts import Chart, Counted, Field
from analysis.charts.bars import ROW
from analysis.measures import clusters as measured
from analysis.measures.records import Records
from analysis.measures.totals import by_value, by_year, joint, total, undated, without
from analysis.measures.years import span
from analysis.schema import Tables
from analysis.sections import labels, numbers
from analysis.sections.chosen import chosen
from analysis.sections.cluster_rows import cluster_rows
from analysis.sections.counted_numbers import ruled
from analysis.sections.finding import Split, bars, ranked, value_table
from analysis.sections.said import said
from analysis.sections.section import Number, Section
from analysis.sections.view import View, no_data, nothing, view
from analysis.sections.yearly import Yearly, columns
from analysis.selection import Selection
from analysis.words import Words

BESIDE = 7 * ROW


def clusters(tables: Tables, selection: Selection, words: Words, today: str | None = None) -> Section:
    """The section of the clusters; its rows are the first hundred of the directory; `cluster_rows` gives others."""
    context = view(tables, selection, words, today)
    whole = measured.weighed(tables["clusters"])
    shown, coverage = measured.chosen(whole, selection), said(tables, "coverage", words)
    return Section(
        key="clusters",
        title=words("clusters.title"),
        choice=chosen(context, ("clusters",)),
        numbers=ruled(_numbers(context, shown), words),
        sentences=_sentences(context, shown),
        charts=(_founded(context, shown), _regions(context, shown), _labels(context, shown)),
        coverage=coverage.text,
        rows=(cluster_rows(tables, selection, words, today),),
        coverage_language=coverage.language,
    )


def _numbers(context: View, shown: Records) -> tuple[Number, ...]:
    words, members, years = context.words, measured.members(shown), span(shown)
    youngest = words("clusters.youngest", year=years[-1]) if years else ""
    known = words.plural("clusters.known", measured.telling(shown, "members")) if members else ""
    valid = sum(measured.holding(shown, label, context.today) for label in measured.HOLDS)
    with_label = total(shown) - without(shown, "label")
    return (
        numbers.noted("clusters", words("clusters.number"), total(shown), youngest),
        numbers.noted("members", words("clusters.members_told"), members, known),
        numbers.noted("labels", words("clusters.labels_told"), with_label, words.plural("clusters.valid", valid)),
    )


def _sentences(context: View, shown: Records) -> tuple[str, ...]:
    words = context.words
    if not len(shown):
        return nothing(context)
    known = words(
        "clusters.sentence_known",
        members=words.plural("clusters.of_clusters", measured.telling(shown, "members")),
        founded=words.plural("clusters.of_clusters", measured.telling(shown, "year")),
    )
    return words("clusters.sentence", clusters=words.plural("clusters.clusters_n", len(shown))), known


def _founded(context: View, shown: Records) -> Chart:
    words, bare = context.words, undated(shown)
    yearly = Yearly(
        key="founded",
        table=by_year(shown, span(shown)).rename(columns={"count": "clusters"}),
        value="clusters",
        fields=(
            Field("year", words("clusters.founded"), "year"),
            Field("clusters", words("clusters.number"), "number"),
        ),
        empty=words("charts.founded_none") if len(shown) else no_data(context),
        rule=words.plural("charts.rule_founded", bare) if bare else "",
        counted=Counted(("clusters",), ("year",)),
    )
    return columns(yearly, words)


def _regions(context: View, shown: Records) -> Chart:
    words, wanted = context.words, context.selection.regions
    names = {code: name for code, name in context.regions.items() if not wanted or code in wanted}
    table = value_table(labels.plain_names(names), clusters=by_value(shown, "regions", list(names))["count"])
    shared, summed = total(joint(shown)), int(table["clusters"].sum())
    split = Split(
        key="cluster_regions",
        table=ranked(table, "clusters"),
        fields=(Field("name", words("charts.region")), Field("clusters", words("clusters.number"), "number")),
        value="clusters",
        base=total(shown),
        empty=no_data(context),
        rule=words.plural("charts.rule_cluster_regions", shared, sum=words.number(summed)) if shared else "",
        filters="regions",
        height=BESIDE,
        counted=Counted(("clusters",), ("regions",)),
    )
    return bars(split, words)


def _labels(context: View, shown: Records) -> Chart:
    """The quality labels by grade, and how many of them are valid today."""
    words, today = context.words, context.today
    names = labels.choice_names(labels.options("clusters", "label", words))
    dated = [label if label in measured.HOLDS and today else None for label in names]
    valid = [None if label is None else measured.holding(shown, label, today) for label in dated]
    table = value_table(names, clusters=by_value(shown, "label", list(names))["count"])
    split = Split(
        key="labels",
        table=ranked(table.assign(valid=pd.Series(valid, dtype="Int64")), "clusters"),
        fields=(
            Field("name", words("clusters.label")),
            Field("clusters", words("clusters.number"), "number"),
            Field("valid", words("clusters.is_valid"), "number"),
        ),
        value="clusters",
        base=total(shown) - without(shown, "label"),
        empty=words("charts.labels_none") if len(shown) else no_data(context),
        rule=words("charts.rule_labels"),
        height=BESIDE,
        counted=Counted(("clusters",), ("label",)),
    )
    return bars(split, words)
