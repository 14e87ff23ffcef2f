"""Charts of columns over years: the finding, the sentence and the alt text of a count by year."""

from dataclasses import dataclass

import pandas as pd

from analysis.charts import Chart, Columns, Counted, Field
from analysis.sections.finding import FEW, leaders
from analysis.words import Words


@dataclass(frozen=True)
class Yearly:
    """A count by year that becomes columns: what is counted (``key``), its table with the columns ``year`` and
    ``value``, its fields, the sentence of a chart without data, and the rows behind it. Texts stand under
    "charts.<key>_…"."""

    key: str
    table: pd.DataFrame
    value: str
    fields: tuple[Field, ...]
    empty: str
    rule: str = ""
    filters: str | None = None
    height: int | None = None
    counted: Counted | None = None


def columns(given: Yearly, words: Words) -> Chart:
    """The chart of a count by year; without anything to count the sentence that says so."""
    subtitle = words(f"charts.{given.key}_subtitle")
    if not given.table[given.value].sum():
        mark = Columns("year", given.value)
        return Chart(given.key, subtitle, "", "", given.empty, given.table[:0], given.fields, mark, empty=given.empty)
    counts = dict(zip(given.table["year"].tolist(), given.table[given.value].tolist(), strict=True))
    first = [list(counts)[place] for place in leaders(list(counts.values()))]
    told = words.listing([f"{year}: {words.number(count)}" for year, count in counts.items()])
    return Chart(
        key=given.key,
        title=_title(given.key, first, counts, words),
        subtitle=subtitle,
        sentence=_sentence(given.key, counts, words),
        alt=words("charts.alt_columns", subtitle=subtitle, values=told),
        table=given.table,
        fields=given.fields,
        mark=Columns("year", given.value, tuple(first) if len(first) <= FEW else (), (), given.filters),
        rule=given.rule,
        height=given.height,
        counted=given.counted,
    )


def _title(key: str, first: list[int], counts: dict[int, int], words: Words) -> str:
    n = words.number(counts[first[0]])
    if len(counts) == 1:
        return words(f"charts.{key}_one", year=first[0], n=n)
    if len(first) <= FEW:
        years = words.listing([str(year) for year in first])
        return words(f"charts.{key}_title" if len(first) == 1 else f"charts.{key}_titles", years=years, n=n)
    return words(f"charts.{key}_even", n=n)


def _sentence(key: str, counts: dict[int, int], words: Words) -> str:
    years, every = list(counts), words.number(sum(counts.values()))
    if len(years) == 1:
        return words(f"charts.{key}_one_sentence", year=years[0], total=every)
    return words(f"charts.{key}_sentence", first=years[0], last=years[-1], total=every)
