"""The chart of events by region: a joint event counts in each of its regions, and the rule says so."""

import pandas as pd

from analysis.charts import Chart, CountedRows, Field
from analysis.measures.counts import by_values, joint_events, total
from analysis.sections.charts.ranked_bars import RankedBars, ranked, ranked_bar_chart, value_table
from analysis.sections.context import code_labels
from analysis.sections.context.section_context import SectionContext, no_data


def events_by_region(context: SectionContext, height: int | None = None) -> Chart:
    """Events by region, ranked; where regions are chosen, those alone."""
    words, events = context.words, context.filtered["events"]
    table = ranked(counts(context), "events")
    fields = (
        Field("name", words("charts.region")),
        Field("events", words("charts.events"), "number"),
        Field("joint", words("charts.joint"), "number"),
    )
    rule = joint_rule(context, int(table["events"].sum()))
    counted = CountedRows(("events",), ("regions",))
    split = RankedBars(
        "regions", table, fields, "events", total(events), no_data(context), rule, "regions", height, counted
    )
    return ranked_bar_chart(split, words)


def counts(context: SectionContext) -> pd.DataFrame:
    """``code``, ``name``, ``inline``, ``events``, ``joint``: a row a region, of the chosen ones where any are."""
    events, chosen = context.filtered["events"], context.selection.regions
    codes = [code for code in context.regions if not chosen or code in chosen]
    return value_table(
        code_labels.plain_names({code: context.regions[code] for code in codes}),
        events=by_values(events, "regions", codes),
        joint=by_values(joint_events(events), "regions", codes),
    )


def joint_rule(context: SectionContext, summed: int) -> str:
    """How joint events add up over the regions, whose sum is given."""
    words, events = context.words, context.filtered["events"]
    every, shared = total(events), total(joint_events(events))
    if not shared:
        return words("charts.rule_none_joint")
    if summed <= every:
        return words("charts.rule_joint_others", n=words.number(shared), base=words.number(every))
    if every == 1:
        return words("charts.rule_joint_one", sum=words.number(summed))
    counted = words.plural("sections.events_n", every)
    return words.plural("charts.rule_joint", shared, events=counted, sum=words.number(summed))
