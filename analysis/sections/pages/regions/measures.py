"""What regions are compared by: each measure with its table, its base and how it is counted."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.charts import Field
from analysis.measures.counts import by_values, crosstab, known_sum, total, total_without_value, years_with_records
from analysis.measures.participants import participants_by_region, participants_by_region_and_year
from analysis.sections.charts.bar_charts import joint_rule, region_counts
from analysis.sections.context.section_context import SectionContext, rows
from analysis.words import Translator

MEASURES = ("events", "participants", "stories", "clusters")
"""Materials have no region. No rate: participants are no inhabitants of the region, and those of a joint event count in
each of its regions."""
TABLE = {"events": "events", "participants": "events", "stories": "stories", "clusters": "clusters"}
"""By measure: its table."""
COLUMNS = {
    "events": ("events", "joint"),
    "participants": ("participants",),
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
    elif key == "participants":
        numbers = participants_by_region(context.filtered["events"], list(context.regions))
        table, base = regions.assign(participants=numbers.array), 0
        rule = " ".join(_participants_rule(context, table))
    else:
        records = rows(context, key)
        values, base = by_values(records, "regions", list(context.regions)), total(records)
        table = regions.assign(**{key: values.to_numpy()})
        number = words.plural(f"regions.{key}_n", base)
        rule = words(f"regions.rule_{key}", counted=number, sum=words.number(int(values.sum())))
        if values.sum() == base:
            rule = words("regions.rule_single", counted=number)
    fields = (Field(name, words(LABELS.get(name, f"regions.{name}")), "number") for name in columns)
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
    return participants_by_region_and_year(records, codes, years)


def _participants_rule(context: SectionContext, table: pd.DataFrame) -> Iterator[str]:
    """How many events have reported participants, what the regions add up to, and which of them have none."""
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


def population_rule(words: Translator, table: pd.DataFrame) -> str:
    """From which years the inhabitants are, and of which regions they are missing.

    ``table`` has ``name``, ``population`` and ``population_year`` of each region.
    """
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
