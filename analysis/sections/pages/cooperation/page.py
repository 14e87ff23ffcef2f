"""Co-operation over the borders of regions: joint events a year, which regions meet, who bridges them."""

from dataclasses import replace

import pandas as pd

from analysis.charts import Chart, CountedRows, Field
from analysis.measures.cooperation import bridging_organisers, joint_by_year
from analysis.measures.counts import joint_events, total, total_without_value, year_span, years_in_selection
from analysis.measures.records import Records
from analysis.schema import Tables
from analysis.sections.charts.chart_in_words import data_rows, in_words, is_worth_a_picture
from analysis.sections.charts.yearly_columns import YearlyCounts, column_chart
from analysis.sections.context import code_labels
from analysis.sections.context.owner_texts import owner_text
from analysis.sections.context.section_context import SectionContext, no_data, nothing_to_show, rows, section_context
from analysis.sections.filters.filter_summary import filter_summary
from analysis.sections.metrics.metrics import with_definitions, yearly_metric
from analysis.sections.model.model import Item, ItemList, Section
from analysis.sections.pages.cooperation.pairs import pair_charts, pair_lists
from analysis.sections.records.list_items import TEN
from analysis.selection import Selection
from analysis.words import Translator

TABLES = ("events", "stories", "clusters")
SMALL = 5
"""Of fewer events no percentage is given."""


def cooperation(tables: Tables, selection: Selection, words: Translator, today: str | None = None) -> Section:
    """The section of the co-operation of a ``selection`` of ``tables``, in the language of ``words``.

    ``today``: an ISO day, without which every year counts as over.
    """
    context, coverage = section_context(tables, selection, words, today), owner_text(tables, "coverage", words)
    return Section(
        key="cooperation",
        title=words("cooperation.title"),
        filter_summary=filter_summary(context, TABLES, ("events",)),
        metrics=with_definitions((yearly_metric(context, "joint"), yearly_metric(context, "events")), words),
        sentences=_sentences(context),
        charts=(_joint_chart(context), *pair_charts(context)),
        lists=(*pair_lists(context), _organisers(context)),
        coverage=coverage.text,
        coverage_language=coverage.language,
    )


def _sentences(context: SectionContext) -> tuple[str, ...]:
    """How many of the events are joint; the share in percent only if there are at least five events."""
    words, events = context.words, context.filtered["events"]
    every, joint = total(events), total(joint_events(events))
    if not every:
        is_empty = not any(len(rows(context, each)) for each in TABLES)
        return nothing_to_show(context) if is_empty else (words("cooperation.no_events"),)
    if not joint:
        return (words("cooperation.none", base=words.number(every)),)
    numbers = {"n": words.number(joint), "base": words.number(every), "percent": words.number(100 * joint / every)}
    return (words("cooperation.sentence" if every >= SMALL else "cooperation.sentence_small", **numbers),)


def _empty_text(context: SectionContext, events: Records) -> str:
    """What stands in place of the joint events by year: that there are none, that none has a year, or no events."""
    if not total(events):
        return no_data(context)
    if total(joint_events(events)):
        return context.words("cooperation.joint_years_none")
    return context.words("cooperation.none", base=context.words.number(total(events)))


def _joint_chart(context: SectionContext) -> Chart:
    """Joint events by year, with all events and their share in the table."""
    words, events = context.words, context.filtered["events"]
    years = years_in_selection(year_span(context.counted["events"]), context.selection)
    shares = joint_by_year(events, years)
    percent = (shares["share"] * 100).round().where(shares["all"] >= SMALL).astype("Int64")
    fields = (
        Field("year", words("charts.year"), "year"),
        Field("joint", words("cooperation.joint_events"), "number"),
        Field("all", words("cooperation.all_events"), "number"),
        Field("percent", words("cooperation.percent"), "number"),
    )
    yearly = YearlyCounts(
        key="joint",
        table=shares[["year", "joint", "all"]].assign(percent=percent),
        value="joint",
        fields=fields,
        empty=_empty_text(context, events),
        rule=_rule(context),
        filters="years",
        counted_rows=CountedRows(("events",), ("regions", "year"), minimum=2),
        texts="cooperation.joint",
    )
    labels = {field.name: field.label for field in fields[:3]} | {"share": words("cooperation.share")}
    kinds = {"year": "year", **dict.fromkeys(("joint", "all", "share"), "number")}
    chart = replace(column_chart(yearly, words), data=data_rows(shares, labels, **kinds))
    if chart.empty or is_worth_a_picture(shares["joint"]):
        return chart
    names = words.listing([str(year) for year in shares.loc[shares["joint"] > 0, "year"]])
    return in_words(chart, words("cooperation.joint_ones", years=names))


def _rule(context: SectionContext) -> str:
    """What a joint event is, that small years have no percentage, and what has no year."""
    words = context.words
    rules = [words("cooperation.rule_joint")]
    if undated := total_without_value(joint_events(context.filtered["events"]), "year"):
        rules.append(words.plural("themes.rule_undated", undated))
    if (context.filtered["events"]["year"] == context.running_year).any():
        rules.append(words("charts.rule_running", year=context.running_year))
    return " ".join(rules)


def _organisers(context: SectionContext) -> ItemList:
    """The organisers whose events cover several regions, ten at most, with what they cover."""
    words, events = context.words, context.filtered["events"]
    organisers = bridging_organisers(events)
    items = []
    for row in organisers.head(TEN).to_dict("records"):
        regions = code_labels.region_names(row["regions"], context.regions, words)
        counted = words.plural("sections.events_n", row["events"])
        text = words.plural("cooperation.organiser", row["joint"], regions=regions, events=counted)
        items.append(Item(None, row["name"], text))
    without, every = total_without_value(events, "organisers"), total(events)
    nobody = words("cooperation.organisers_unknown" if without == every else "cooperation.organisers_none")
    empty = nobody if every else no_data(context)
    numbers = {"n": words.number(without), "base": words.number(every)}
    note = words("cooperation.organisers_without", **numbers) if without and items else ""
    title = words("cooperation.organisers")
    return ItemList("organisers", title, tuple(items), empty, note=note, total=len(pd.Index(organisers["name"])))
