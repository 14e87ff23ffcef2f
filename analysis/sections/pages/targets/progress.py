"""Targets beside actuals: a chart of one year, and all of them as tables: of the whole area, of regions, of themes."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd

from analysis.charts import Bars, Chart, Field
from analysis.charts.bars import BAR_ROW
from analysis.schema.frames import text_or_none
from analysis.sections.charts.chart_in_words import data_rows, in_words, is_worth_a_picture
from analysis.sections.context import code_labels
from analysis.sections.context.section_context import SectionContext
from analysis.sections.model.model import RecordTable
from analysis.words import Translator

STATES = ("reached", "on_pace", "at_risk", "missed", "unknown", "ahead")
"""The states of targets in the order in which they are counted."""
SMALL = 5
"""Of a smaller target no percentage is given."""
MOST_IN_WORDS = 7
DATA = {"year": "year", "measure": "text", "region": "text", "theme": "text", "target": "number", "actual": "number"}
"""The columns that programs get, with their kinds."""


def progress_chart(context: SectionContext, rows: pd.DataFrame) -> Chart:
    """How far the targets of the latest year under way or over are reached, in percent; for programs all ``rows``.

    A target without percentage has no bar: it is in the tables.
    """
    words, labels = context.words, {name: context.words(f"targets.column.{name}") for name in DATA}
    data = data_rows(rows, labels, **DATA)
    fields = (
        Field("name", words("targets.column.scope")),
        Field("target", words("targets.column.target"), "number"),
        Field("actual", words("targets.column.actual"), "number"),
        Field("percent", words("targets.column.percent"), "number"),
    )
    year = _shown_year(context, rows)
    own = rows[rows["year"] == year] if year else rows[:0]
    own = own.assign(name=[_name_with_numbers(context, row) for row in own.to_dict("records")], percent=percents(own))
    table = own.loc[own["percent"].notna(), ["name", "target", "actual", "percent"]]
    table = table.astype({"name": "str"}).reset_index(drop=True)
    reached = int((own["status"] == "reached").sum())
    chart = Chart(
        key="progress",
        title=words("targets.chart_title", n=words.number(reached), base=words.number(len(own)), year=year),
        subtitle=words("targets.chart_subtitle", year=year) if year else words("targets.chart_subtitle_none"),
        sentence=_sentence(context, own),
        alt="",
        table=table,
        fields=fields,
        mark=Bars("name", "percent"),
        rule=progress_rule(context, rows),
        height=max(len(table), 1) * BAR_ROW,
        data=data,
    )
    if own.empty:
        empty = "targets.chart_none" if context.tables["targets"].empty else "targets.none_chosen"
        return in_words(chart, words(empty))
    if not is_worth_a_picture(table["percent"]):
        return in_words(chart, f"{_values_in_words(context, own['name'].tolist())}.")
    values = _values_in_words(context, table["name"].tolist())
    return replace(chart, alt=words("charts.alt_bars", subtitle=chart.subtitle, values=values))


def target_tables(context: SectionContext, rows: pd.DataFrame) -> tuple[RecordTable, ...]:
    """The targets of the whole area, of regions and of themes, each as a table with the latest year first."""
    has_region, has_theme = rows["region"].notna(), rows["theme"].notna()
    groups = {"whole": ~has_region & ~has_theme, "regions": has_region, "themes": has_theme & ~has_region}
    tables: list[RecordTable] = []
    for key, mask in groups.items():
        if mask.any():
            rule = "" if tables else progress_rule(context, rows)
            tables.append(_target_table(context, key, rows[mask], rule))
    return tuple(tables)


def percents(rows: pd.DataFrame) -> pd.Series:
    """The actual in percent of the target, Int64; missing if it is not known or the target is small."""
    values = []
    for target, actual in zip(rows["target"].tolist(), rows["actual"].tolist(), strict=True):
        known = not pd.isna(actual) and target >= SMALL
        values.append((200 * int(actual) + int(target)) // (2 * int(target)) if known else None)
    return pd.Series(values, index=rows.index, dtype="Int64")


def scope_name(context: SectionContext, row: Mapping[Any, Any]) -> str:
    """What a target is for, without its year: "Tapahtumat, Lappi, rahoitus"."""
    words, region, theme = context.words, text_or_none(row["region"]), text_or_none(row["theme"])
    where = str(context.regions.get(region, region)) if region else "" if theme else words("sections.whole_area")
    label = context.themes.get(theme) if theme else None
    what = code_labels.inline(theme, label) if theme and label else theme or ""
    measure = str(code_labels.options("targets", "measure", words)[row["measure"]])
    return ", ".join(filter(None, (code_labels.capital(measure), where, what)))


def actual_text(row: Mapping[Any, Any], words: Translator) -> str:
    """Actual and target: "3 / 6", or that the actual is not known."""
    target = words.number(int(row["target"]))
    if pd.isna(row["actual"]):
        return words("targets.actual_unknown", target=target)
    return f"{words.number(int(row['actual']))} / {target}"


def progress_rule(context: SectionContext, rows: pd.DataFrame) -> str:
    """How actuals count, and how the pace is reckoned if the running year has targets."""
    words, rules = context.words, [context.words("targets.rule")]
    if context.today and (rows["year"] == context.running_year).any():
        day = date.fromisoformat(context.today)
        passed, days = day.timetuple().tm_yday, date(day.year, 12, 31).timetuple().tm_yday
        rules.append(words("targets.rule_pace", year=day.year, day=words.day(context.today), passed=passed, days=days))
    if context.period:
        rules.append(words("targets.rule_compared", period=context.period.name))
    return " ".join(rules)


def _target_table(context: SectionContext, key: str, rows: pd.DataFrame, rule: str) -> RecordTable:
    words = context.words
    measures = code_labels.options("targets", "measure", words)
    order = {name: place for place, name in enumerate(measures)}
    own = rows.assign(place=[order[name] for name in rows["measure"]]).sort_values(
        ["year", "place"], ascending=[False, True], kind="stable"
    )
    records = own.to_dict("records")
    table = pd.DataFrame(
        {
            "name": pd.Series([scope_name(context, row) for row in records], dtype="str"),
            **{name: own[name].reset_index(drop=True) for name in ("year", "target", "actual")},
            "percent": percents(own).reset_index(drop=True),
            **{name: own[name].reset_index(drop=True) for name in ("landing", "earlier") if name in own},
            "status": pd.Series([words(f"targets.status.{row['status']}") for row in records], dtype="str"),
        }
    )
    kinds = {"name": "text", "year": "year", "status": "text"}
    names = [name for name in table.columns if name not in ("landing", "percent") or table[name].notna().any()]
    labels = {"name": words("targets.column.scope"), "earlier": context.period.name if context.period else ""}
    fields = tuple(
        Field(name, labels.get(name) or words(f"targets.column.{name}"), kinds.get(name, "number"))  # type: ignore[arg-type]
        for name in names
    )
    return RecordTable(
        key=key,
        title=words(f"targets.table.{key}"),
        table=table,
        fields=fields,
        total=len(table),
        rule=rule,
    )


def _shown_year(context: SectionContext, rows: pd.DataFrame) -> int | None:
    """The latest year of targets that has begun; the first one if none has; None without targets."""
    years = sorted(int(year) for year in rows["year"].unique())
    begun = [year for year in years if context.running_year is None or year <= context.running_year]
    return begun[-1] if begun else years[0] if years else None


def _name_with_numbers(context: SectionContext, row: Mapping[Any, Any]) -> str:
    """What a target is for, with actual and target; the whole area is not named."""
    name = scope_name(context, row).removesuffix(f", {context.words('sections.whole_area')}")
    return f"{name}: {actual_text(row, context.words)}"


def _sentence(context: SectionContext, own: pd.DataFrame) -> str:
    """Which targets of the running year are at risk; empty if none is."""
    risky = [scope_name(context, row) for row in own[own["status"] == "at_risk"].to_dict("records")]
    return context.words("targets.chart_risk", names=_values_in_words(context, risky)) if risky else ""


def _values_in_words(context: SectionContext, names: list[str]) -> str:
    """The first targets, and how many more there are."""
    text = "; ".join(names[:MOST_IN_WORDS])
    rest = len(names) - MOST_IN_WORDS
    return context.words.plural("targets.more", rest, values=text) if rest > 0 else text
