"""Bar charts that several pages share: events by region, by type and by format, contents by theme."""

import pandas as pd

from analysis.charts import Chart, CountedRows, Field
from analysis.measures.counts import by_values, joint_events, total, total_without_value, values_in_use
from analysis.sections.charts.ranked_bars import RankedBars, rank, ranked_bar_chart, value_table
from analysis.sections.context import code_labels
from analysis.sections.context.section_context import SectionContext, no_data, without_filter

TABLES_WITH_THEMES = ("events", "stories", "materials")


def events_by_region(context: SectionContext, height: int | None = None) -> Chart:
    """Events by region, ranked, the selected regions standing out. A joint event counts in each of its regions."""
    every, words = without_filter(context, "regions", ("events",)), context.words
    table = rank(region_counts(every), "events")
    bars = RankedBars(
        key="regions",
        table=table,
        fields=(
            Field("name", words("charts.region")),
            Field("events", words("charts.events"), "number"),
            Field("joint", words("charts.joint"), "number"),
        ),
        value="events",
        base=total(every.filtered["events"]),
        empty=no_data(context),
        rule=joint_rule(every, int(table["events"].sum())),
        filters="regions",
        height=height,
        counted_rows=CountedRows(("events",), ("regions",), ("regions",)),
        selected=context.selection.regions,
    )
    return ranked_bar_chart(bars, words)


def region_counts(context: SectionContext) -> pd.DataFrame:
    """``code``, ``name``, ``inline``, ``events``, ``joint``: a row for each region."""
    events, codes = context.filtered["events"], list(context.regions)
    return value_table(
        code_labels.row_names(codes, context.regions),
        events=by_values(events, "regions", codes),
        joint=by_values(joint_events(events), "regions", codes),
    )


def joint_rule(context: SectionContext, summed: int) -> str:
    """How joint events count; ``summed``: the events of all regions added up."""
    words, events = context.words, context.filtered["events"]
    every, joint = total(events), total(joint_events(events))
    if not joint:
        return words("charts.rule_none_joint")
    if summed <= every:
        return words("charts.rule_joint_others", n=words.number(joint), base=words.number(every))
    if every == 1:
        return words("charts.rule_joint_one", sum=words.number(summed))
    counted = words.plural("sections.events_n", every)
    return words.plural("charts.rule_joint", joint, events=counted, sum=words.number(summed))


def events_by_type(context: SectionContext, height: int | None = None) -> Chart:
    """Events by type, ranked, the selected types standing out."""
    every = without_filter(context, "kinds", ("events",))
    bars = RankedBars(
        key="kinds",
        table=_choices(every, "kind"),
        fields=(Field("name", context.words("charts.kind")), Field("events", context.words("charts.events"), "number")),
        value="events",
        base=total(every.filtered["events"]),
        empty=no_data(context),
        filters="kinds",
        height=height,
        counted_rows=CountedRows(("events",), ("kind",), ("kinds",)),
        selected=context.selection.kinds,
    )
    return ranked_bar_chart(bars, context.words)


def events_by_format(context: SectionContext, height: int | None = None) -> Chart:
    """Events by format, ranked; the base is the events with a format."""
    words, events = context.words, context.filtered["events"]
    missing = total_without_value(events, "form")
    bars = RankedBars(
        key="forms",
        table=_choices(context, "form"),
        fields=(Field("name", words("charts.form")), Field("events", words("charts.events"), "number")),
        value="events",
        base=total(events) - missing,
        empty=words("charts.forms_none") if missing and missing == total(events) else no_data(context),
        rule=words.plural("charts.rule_forms", missing) if missing else "",
        height=height,
        counted_rows=CountedRows(("events",), ("form",)),
    )
    return ranked_bar_chart(bars, words)


def contents_by_theme(context: SectionContext, height: int | None = None) -> Chart:
    """Events, stories and materials by theme, ranked by their sum, the selected themes standing out."""
    every_theme, words = without_filter(context, "themes", TABLES_WITH_THEMES), context.words
    contents, table = every_theme.filtered.values(), _themes(every_theme)
    base, summed = sum(total(rows) for rows in contents), int(table["total"].sum())
    missing = sum(total_without_value(rows, "themes") for rows in contents)
    every, rule = words.plural("sections.contents_n", base), ""
    if missing:
        rule = words.plural("charts.rule_themes_bare", missing, contents=every, sum=words.number(summed))
    elif summed != base:
        rule = words("charts.rule_themes", contents=every, sum=words.number(summed))
    fields = (
        Field("name", words("charts.theme"), language="language"),
        *(Field(name, words(f"charts.{name}"), "number") for name in TABLES_WITH_THEMES),
        Field("total", words("charts.total"), "number"),
    )
    empty = words("charts.themes_none") if base and missing == base else no_data(context)
    counted, chosen = CountedRows(TABLES_WITH_THEMES, ("themes",), ("themes",)), context.selection.themes
    bars = RankedBars("themes", table, fields, "total", base, empty, rule, "themes", height, counted, chosen)
    return ranked_bar_chart(bars, words)


def _choices(context: SectionContext, column: str) -> pd.DataFrame:
    """Events by the values of a choice, ranked."""
    labels = code_labels.options("events", column, context.words)
    names = code_labels.row_names(labels, labels)
    return rank(value_table(names, events=by_values(context.filtered["events"], column, list(names))), "events")


def _themes(context: SectionContext) -> pd.DataFrame:
    """All themes, ranked; those that occur in rows but not in the owner's table are the last."""
    rows = context.filtered
    other = {code for each in rows.values() for code in values_in_use(each, "themes")} - set(context.themes)
    codes = (*context.themes, *sorted(other))
    by_table = {name: by_values(rows[name], "themes", codes) for name in TABLES_WITH_THEMES}
    table = value_table(code_labels.row_names(codes, context.themes), **by_table)
    return rank(table.assign(total=table[list(TABLES_WITH_THEMES)].sum(axis="columns")), "total")
