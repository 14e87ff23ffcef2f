"""The chart of events by region: a joint event counts in each of its regions, and the rule says so."""

import pandas as pd

from analysis.charts import Chart, Field
from analysis.measures.totals import by_value, joint, total
from analysis.sections.finding import Split, bars, ranked
from analysis.sections.view import View, nothing


def regions(view: View, height: int | None = None) -> Chart:
    """Events by region, ranked; where regions are chosen, those alone."""
    words, events = view.words, view.shown["events"]
    table = ranked(_table(view), "events")
    fields = (
        Field("name", words("charts.region")),
        Field("events", words("charts.events"), "number"),
        Field("joint", words("charts.joint"), "number"),
    )
    rule = _rule(view, int(table["events"].sum()))
    split = Split("regions", table, fields, "events", total(events), nothing(view), rule, "regions", height)
    return bars(split, words)


def _table(view: View) -> pd.DataFrame:
    events, chosen = view.shown["events"], view.selection.regions
    codes = [code for code in view.regions if not chosen or code in chosen]
    names = pd.Series([str(view.regions[code]) for code in codes], dtype="str")
    counts = by_value(events, "regions", codes)
    return pd.DataFrame(
        {
            "code": counts["value"],
            "name": names,
            "inline": names,
            "events": counts["count"],
            "joint": by_value(joint(events), "regions", codes)["count"],
        }
    )


def _rule(view: View, summed: int) -> str:
    words, events = view.words, view.shown["events"]
    every, shared = total(events), total(joint(events))
    if not shared:
        return words("charts.rule_none_joint")
    if summed <= every:
        return words("charts.rule_joint_others", n=words.number(shared), base=words.number(every))
    if every == 1:
        return words("charts.rule_joint_one", sum=words.number(summed))
    counted = words.plural("sections.events_n", every)
    return words.plural("charts.rule_joint", shared, events=counted, sum=words.number(summed))
