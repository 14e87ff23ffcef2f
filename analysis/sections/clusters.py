"""The clusters: which there are, since when, how large, and what labels they bear."""

from dataclasses import replace

import pandas as pd

from analysis.charts import Chart, Counted, Field
from analysis.charts.bars import ROW
from analysis.measures import clusters as measured
from analysis.measures.records import Records
from analysis.measures.totals import by_value, by_year, joint, total, undated, without
from analysis.measures.years import span
from analysis.schema import Tables
from analysis.sections import labels
from analysis.sections.chosen import chosen
from analysis.sections.cluster_rows import cluster_rows
from analysis.sections.counted_numbers import ruled
from analysis.sections.finding import Split, bars, ranked
from analysis.sections.parts import parts
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
    words, found = context.words, measured.members(shown)
    known = words.plural("clusters.known", measured.telling(shown, "members"))
    bearing = total(shown) - without(shown, "label")
    valid = sum(measured.holding(shown, label, context.today) for label in measured.HOLDS)
    return (
        _number("clusters", words("clusters.number"), total(shown), _youngest(context, shown)),
        _number("members", words("clusters.members_told"), found, known if found else ""),
        _number("labels", words("clusters.labels_told"), bearing, words.plural("clusters.valid", valid)),
    )


def _number(key: str, label: str, value: int | None, told: str) -> Number:
    return Number(key, label, value, told, change_parts=parts(told))


def _youngest(context: View, shown: Records) -> str:
    years = span(shown)
    return context.words("clusters.youngest", year=years[-1]) if years else ""


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
    table = by_year(shown, span(shown)).rename(columns={"count": "clusters"})
    fields = (Field("year", words("clusters.founded"), "year"), _counting(words))
    empty = words("charts.founded_none") if len(shown) else no_data(context)
    rule = words.plural("charts.rule_founded", bare) if bare else ""
    return columns(Yearly("founded", table, "clusters", fields, empty, rule, counted=_behind("year")), words)


def _regions(context: View, shown: Records) -> Chart:
    words, chosen_regions = context.words, context.selection.regions
    codes = [code for code in context.regions if not chosen_regions or code in chosen_regions]
    names = pd.Series([str(context.regions[code]) for code in codes], dtype="str")
    counts = by_value(shown, "regions", codes)["count"]
    table = pd.DataFrame({"code": pd.Series(codes, dtype="str"), "name": names, "inline": names, "clusters": counts})
    fields = (Field("name", words("charts.region")), _counting(words))
    shared, summed = total(joint(shown)), int(counts.sum())
    rule = words.plural("charts.rule_cluster_regions", shared, sum=words.number(summed)) if shared else ""
    split = Split("cluster_regions", ranked(table, "clusters"), fields, "clusters", total(shown), no_data(context))
    return bars(_with(split, rule, "regions", "regions"), words)


def _labels(context: View, shown: Records) -> Chart:
    words, named = context.words, labels.options("clusters", "label", context.words)
    table = pd.DataFrame(
        {
            "code": pd.Series(list(named), dtype="str"),
            "name": pd.Series([labels.capital(str(name)) for name in named.values()], dtype="str"),
            "inline": pd.Series([str(name) for name in named.values()], dtype="str"),
            "clusters": by_value(shown, "label", list(named))["count"],
            "valid": pd.Series([_valid(context, shown, code) for code in named], dtype="Int64"),
        }
    )
    fields = (
        Field("name", words("clusters.label")),
        _counting(words),
        Field("valid", words("clusters.is_valid"), "number"),
    )
    bare = without(shown, "label")
    empty = words("charts.labels_none") if len(shown) else no_data(context)
    split = Split("labels", ranked(table, "clusters"), fields, "clusters", total(shown) - bare, empty)
    return bars(_with(split, words("charts.rule_labels"), "label"), words)


def _valid(context: View, shown: Records, label: str) -> int | None:
    return measured.holding(shown, label, context.today) if label in measured.HOLDS and context.today else None


def _with(split: Split, rule: str, column: str, filters: str | None = None) -> Split:
    return replace(split, rule=rule, filters=filters, height=BESIDE, counted=_behind(column))


def _behind(column: str) -> Counted:
    return Counted(("clusters",), (column,))


def _counting(words: Words) -> Field:
    return Field("clusters", words("clusters.number"), "number")
