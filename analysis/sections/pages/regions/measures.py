"""What regions are compared by: each measure with its table, its base and how it is counted."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.charts import Field
from analysis.measures.clusters import clusters_in_selection
from analysis.measures.counts import by_values, crosstab, known_sum, total, total_without_value, years_with_records
from analysis.measures.participants import (
    Inhabitants,
    inhabitants,
    participants_by_region,
    participants_by_region_and_year,
    rate,
)
from analysis.measures.records import Records
from analysis.sections.charts.bar_charts import counts, joint_rule
from analysis.sections.context.section_context import SectionContext

MEASURES = ("events", "participants", "rate", "stories", "clusters")
"""Materials are of no region."""
TABLE = {"events": "events", "participants": "events", "rate": "events", "stories": "stories"}
"""The table of activity that a measure is counted from; clusters are no activity."""
REPORTED = ("participants", "rate")
"""Measures of those events that have told their participants."""


@dataclass(frozen=True)
class RegionMeasure:
    """A measure by region: ``table`` has ``code``, ``name``, ``inline`` and the measure's own column ``key``, a row a
    region in the official order; ``base`` is what a value is told against (0: nothing)."""

    key: str
    table: pd.DataFrame
    fields: tuple[Field, ...]
    base: int
    rule: str


def region_measure(context: SectionContext, key: str) -> RegionMeasure:
    """A measure by region; ``context`` has no regions chosen."""
    made = {
        "events": _events,
        "participants": _participants,
        "rate": _rate,
        "stories": _stories,
        "clusters": _clusters,
    }
    return made[key](context)


def by_year(context: SectionContext, key: str, years: range) -> pd.DataFrame:
    """The same by year: codes in rows, years in columns, Int64. Missing: years in which the whole table has no rows,
    and participants that nobody has reported."""
    codes, rows = list(context.regions), context.filtered[TABLE[key]]
    if key in ("events", "stories"):
        return recorded(crosstab(rows, "regions", codes, "year", years), context.counted[TABLE[key]])
    found = participants_by_region_and_year(rows, codes, years)
    if key == "participants":
        return found
    living = inhabitants(context.tables["regions"])
    return pd.DataFrame(
        {
            year: pd.array(
                [_rated(found.at[code, year], living.get(code, Inhabitants())) for code in codes], dtype="Int64"
            )
            for year in years
        },
        index=codes,
    )


def recorded(values: pd.DataFrame, whole: Records) -> pd.DataFrame:
    """Values by year, Int64, missing in the years in which the whole table has no rows."""
    held = years_with_records(whole)
    return values.astype("Int64").where(np.tile([year in held for year in values.columns], (len(values), 1)))


def rates(context: SectionContext, events: Records) -> dict[str, tuple[int | None, Inhabitants, int | None]]:
    """By region: reported participants, inhabitants, and participants per 100,000 of them."""
    living = inhabitants(context.tables["regions"])
    found = {}
    for code, number in participants_by_region(events, list(context.regions)).items():
        told, there = None if pd.isna(number) else int(number), living.get(str(code), Inhabitants())
        found[str(code)] = (told, there, rate(told, there))
    return found


def _events(context: SectionContext) -> RegionMeasure:
    words, table = context.words, counts(context)
    fields = (Field("events", words("charts.events"), "number"), Field("joint", words("charts.joint"), "number"))
    rule = joint_rule(context, int(table["events"].sum()))
    return RegionMeasure("events", table, _named(context, *fields), total(context.filtered["events"]), rule)


def _participants(context: SectionContext) -> RegionMeasure:
    found = rates(context, context.filtered["events"])
    table = _table(context).assign(participants=_whole([told for told, _, _ in found.values()]))
    fields = (Field("participants", context.words("regions.participants"), "number"),)
    rule = " ".join(_reported(context, table))
    return RegionMeasure("participants", table, _named(context, *fields), 0, rule)


def _rate(context: SectionContext) -> RegionMeasure:
    words, found = context.words, rates(context, context.filtered["events"]).values()
    table = _table(context).assign(
        rate=_whole([each for _, _, each in found]),
        participants=_whole([told for told, _, _ in found]),
        population=_whole([living.number for _, living, _ in found]),
        population_year=_whole([living.year for _, living, _ in found]),
    )
    fields = (
        Field("rate", words("regions.rate"), "number"),
        Field("participants", words("regions.participants"), "number"),
        Field("population", words("regions.population"), "number"),
        Field("population_year", words("regions.population_year"), "year"),
    )
    rule = " ".join((_denominator(context, table), *_reported(context, table)))
    return RegionMeasure("rate", table, _named(context, *fields), 0, rule)


def _stories(context: SectionContext) -> RegionMeasure:
    stories = context.filtered["stories"]
    table = _table(context).assign(stories=by_values(stories, "regions", list(context.regions)).to_numpy())
    fields = (Field("stories", context.words("charts.stories"), "number"),)
    rule = _several(context, "stories", total(stories), int(table["stories"].sum()))
    return RegionMeasure("stories", table, _named(context, *fields), total(stories), rule)


def _clusters(context: SectionContext) -> RegionMeasure:
    clusters = clusters_in_selection(context.tables, context.selection)
    table = _table(context).assign(clusters=by_values(clusters, "regions", list(context.regions)).to_numpy())
    fields = (Field("clusters", context.words("regions.clusters"), "number"),)
    rule = _several(context, "clusters", len(clusters), int(table["clusters"].sum()))
    return RegionMeasure("clusters", table, _named(context, *fields), len(clusters), rule)


def _table(context: SectionContext) -> pd.DataFrame:
    names = [str(label) for label in context.regions.values()]
    return pd.DataFrame({"code": list(context.regions), "name": names, "inline": names}, dtype="str")


def _named(context: SectionContext, *fields: Field) -> tuple[Field, ...]:
    return (Field("name", context.words("charts.region")), *fields)


def _whole(values: list[int | None]) -> pd.Series:
    return pd.Series(values, dtype="Int64")


def _rated(number: object, living: Inhabitants) -> int | None:
    return None if pd.isna(number) else rate(int(number), living)  # type: ignore[call-overload]


def _several(context: SectionContext, name: str, every: int, summed: int) -> str:
    counted = context.words.plural(f"regions.{name}_n", every)
    if summed == every:
        return context.words("regions.rule_single", counted=counted)
    return context.words(f"regions.rule_{name}", counted=counted, sum=context.words.number(summed))


def _reported(context: SectionContext, table: pd.DataFrame) -> Iterator[str]:
    words, events = context.words, context.filtered["events"]
    told, every = total(events) - total_without_value(events, "participants"), known_sum(events, "participants")
    summed = int(table["participants"].sum())
    yield words("regions.rule_reported", n=words.number(told), base=words.number(total(events)))
    if every is not None and summed != every:
        yield words("regions.rule_participants", sum=words.number(summed), total=words.number(every))
    if missing := table.loc[table["participants"].isna(), "name"].tolist():
        yield words("regions.rule_unknown", names=words.listing(missing))


def _denominator(context: SectionContext, table: pd.DataFrame) -> str:
    words = context.words
    counted = table[table["population"].notna()]
    years = sorted(set(counted["population_year"].dropna().astype(int)))
    if not len(counted):
        return words("regions.rule_no_population")
    if len(counted["population_year"].dropna()) < len(counted):
        text = words("regions.rule_population")
    else:
        text = words("regions.rule_population_year", years=words.listing([str(year) for year in years]))
    missing = table.loc[table["population"].isna(), "name"].tolist()
    return f"{text} {words('regions.rule_population_missing', names=words.listing(missing))}" if missing else text
