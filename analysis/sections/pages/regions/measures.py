"""What regions are compared by: each measure with its table, its base and how it is counted."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.charts import Field
from analysis.charts.chart import whole_number
from analysis.measures.counts import by_values, crosstab, known_sum, total, total_without_value, years_with_records
from analysis.measures.participants import (
    Inhabitants,
    inhabitants,
    participants_by_region,
    participants_by_region_and_year,
    rate,
)
from analysis.sections.charts.bar_charts import joint_rule, region_counts
from analysis.sections.context.section_context import SectionContext, rows
from analysis.words import Translator

MEASURES = ("events", "participants", "rate", "stories", "clusters")
"""Materials have no region."""
TABLE = {"events": "events", "participants": "events", "rate": "events", "stories": "stories", "clusters": "clusters"}
"""By measure: its table."""
PARTICIPANT_MEASURES = ("participants", "rate")
"""Measures of the events that have reported their participants."""


COLUMNS = {
    "events": ("events", "joint"),
    "participants": ("participants",),
    "rate": ("rate", "participants", "population", "population_year"),
    "stories": ("stories",),
    "clusters": ("clusters",),
}
"""By measure: the columns of its table."""
LABELS = {name: f"charts.{name}" for name in ("events", "joint", "stories")}
"""By column: the key of its label if that is not "regions.<column>"."""


@dataclass(frozen=True)
class RegionMeasure:
    """A measure by region: ``table`` has ``code``, ``name``, ``inline``, a column named ``key`` and others, with a row
    for each region in the official order; ``base`` is the number that values are compared with, 0 if there is none."""

    key: str
    table: pd.DataFrame
    fields: tuple[Field, ...]
    base: int
    rule: str


def region_measure(context: SectionContext, key: str) -> RegionMeasure:
    """A measure by region; ``context`` has no filter of regions. KeyError if there is no such measure."""
    words, columns = context.words, COLUMNS[key]
    names = [str(label) for label in context.regions.values()]
    regions = pd.DataFrame({"code": list(context.regions), "name": names, "inline": names}, dtype="str")
    if key == "events":
        table, base = region_counts(context), total(context.filtered["events"])
        rule = joint_rule(context, int(table["events"].sum()))
    elif key in PARTICIPANT_MEASURES:
        rates = region_rates(context)[list(columns)].reset_index(drop=True)
        table, base = pd.concat([regions, rates], axis="columns"), 0
        population = [_population_rule(words, table)] if key == "rate" else []
        rule = " ".join((*population, *_participants_rule(context, table)))
    else:
        records = rows(context, key)
        values, base = by_values(records, "regions", list(context.regions)), total(records)
        table = regions.assign(**{key: values.to_numpy()})
        number = words.plural(f"regions.{key}_n", base)
        rule = words(f"regions.rule_{key}", counted=number, sum=words.number(int(values.sum())))
        if values.sum() == base:
            rule = words("regions.rule_single", counted=number)
    fields = (
        Field(name, words(LABELS.get(name, f"regions.{name}")), "year" if name == "population_year" else "number")
        for name in columns
    )
    return RegionMeasure(key, table, (Field("name", words("charts.region")), *fields), base, rule)


def yearly_measure(context: SectionContext, key: str, years: range) -> pd.DataFrame:
    """A measure by region and year: codes in rows, years in columns, Int64.

    Missing: years in which the whole table has no rows, and participants that nobody has reported.
    """
    codes, records = list(context.regions), context.filtered[TABLE[key]]
    if key in ("events", "stories"):
        values = crosstab(records, "regions", codes, "year", years).astype("Int64")
        years_with_rows = years_with_records(context.counted[TABLE[key]])
        return values.where(np.tile([year in years_with_rows for year in years], (len(codes), 1)))
    numbers = participants_by_region_and_year(records, codes, years)
    if key == "participants":
        return numbers
    populations = inhabitants(context.tables["regions"])
    of_region = [populations.get(code, Inhabitants()) for code in codes]
    rates = {year: list(map(rate, map(whole_number, numbers[year]), of_region)) for year in years}
    return pd.DataFrame(rates, index=codes, dtype="Int64")


def region_rates(context: SectionContext) -> pd.DataFrame:
    """By region: reported ``participants``, ``population``, ``population_year``, and as ``rate`` the participants per
    100,000 inhabitants; Int64, index the codes."""
    numbers = participants_by_region(context.filtered["events"], list(context.regions))
    populations = inhabitants(context.tables["regions"])
    of_region = [populations.get(code, Inhabitants()) for code in context.regions]
    columns = {
        "participants": numbers.tolist(),
        "population": [each.number for each in of_region],
        "population_year": [each.year for each in of_region],
        "rate": list(map(rate, map(whole_number, numbers), of_region)),
    }
    return pd.DataFrame(columns, index=list(context.regions), dtype="Int64")


def _participants_rule(context: SectionContext, table: pd.DataFrame) -> Iterator[str]:
    """How many events have reported participants, what the regions add up to, and which of them are unknown."""
    words, events = context.words, context.filtered["events"]
    reporting, sum_of_regions, every = (
        total(events) - total_without_value(events, "participants"),
        int(table["participants"].sum()),
        known_sum(events, "participants"),
    )
    yield words("regions.rule_reported", n=words.number(reporting), base=words.number(total(events)))
    if every is not None and sum_of_regions != every:
        yield words("regions.rule_participants", sum=words.number(sum_of_regions), total=words.number(every))
    if missing := table.loc[table["participants"].isna(), "name"].tolist():
        yield words("regions.rule_unknown", names=words.listing(missing))


def _population_rule(words: Translator, table: pd.DataFrame) -> str:
    """From which years the inhabitants are, and of which regions they are missing."""
    populations = table[table["population"].notna()]
    years = populations["population_year"].dropna().astype(int)
    if not len(populations):
        return words("regions.rule_no_population")
    if len(years) < len(populations):
        text = words("regions.rule_population")
    else:
        text = words("regions.rule_population_year", years=words.listing([str(year) for year in sorted(set(years))]))
    missing = table.loc[table["population"].isna(), "name"].tolist()
    return f"{text} {words('regions.rule_population_missing', names=words.listing(missing))}" if missing else text
