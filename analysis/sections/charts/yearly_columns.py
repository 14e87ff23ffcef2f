"""Column charts over years: builds title, sentence and alt text from a count by year."""

from dataclasses import dataclass

import pandas as pd

from analysis.charts import Chart, Columns, CountedRows, Field, Phase
from analysis.sections.charts.ranked_bars import MOST_NAMED, leaders
from analysis.words import Translator


@dataclass(frozen=True)
class YearlyCounts:
    """A count by year that becomes columns: its ``key``, its table with the columns ``year`` and ``value`` and its
    fields, the sentence of a chart without data (``empty``), the rule and the rows it counts.

    Its texts are the catalogue's "<texts>_subtitle", "…_title" and so on ("charts.<key>" without ``texts``);
    ``phases`` are drawn behind the columns, ``subtitle`` names the chart if they are.
    """

    key: str
    table: pd.DataFrame
    value: str
    fields: tuple[Field, ...]
    empty: str
    rule: str = ""
    filters: str | None = None
    height: int | None = None
    counted: CountedRows | None = None
    texts: str = ""
    phases: tuple[Phase, ...] = ()
    subtitle: str = ""


def column_chart(yearly: YearlyCounts, words: Translator) -> Chart:
    """The chart of a count by year; without anything to count it has no rows and says so."""
    texts = yearly.texts or f"charts.{yearly.key}"
    plain = words(f"{texts}_subtitle")
    subtitle = yearly.subtitle or plain
    if not yearly.table[yearly.value].sum():
        mark = Columns("year", yearly.value)
        return Chart(yearly.key, plain, "", "", yearly.empty, yearly.table[:0], yearly.fields, mark, empty=yearly.empty)
    counts = dict(zip(yearly.table["year"].tolist(), yearly.table[yearly.value].tolist(), strict=True))
    first = [list(counts)[place] for place in leaders(list(counts.values()))]
    highlight = tuple(first) if len(first) <= MOST_NAMED else ()
    return Chart(
        key=yearly.key,
        title=_title(texts, first, counts, words),
        subtitle=subtitle,
        sentence=_sentence(texts, counts, words),
        alt=_alt(subtitle, counts, yearly.phases, words),
        table=yearly.table,
        fields=yearly.fields,
        mark=Columns("year", yearly.value, highlight, yearly.phases, yearly.filters),
        rule=yearly.rule,
        height=yearly.height,
        counted_rows=yearly.counted,
    )


def _title(texts: str, first: list[int], counts: dict[int, int], words: Translator) -> str:
    """The years with the greatest count, as long as they are few; ``first`` are all that share it."""
    n, years = words.number(counts[first[0]]), words.listing([str(year) for year in first])
    if len(first) > MOST_NAMED:
        return words(f"{texts}_even", n=n)
    name = "one" if len(counts) == 1 else "title" if len(first) == 1 else "titles"
    return words(f"{texts}_{name}", year=first[0], years=years, n=n)


def _sentence(texts: str, counts: dict[int, int], words: Translator) -> str:
    """First and last year, the sum over all and the count of the last one."""
    years, total = list(counts), words.number(sum(counts.values()))
    if len(years) == 1:
        return words(f"{texts}_one_sentence", year=years[0], total=total)
    last = words.number(counts[years[-1]])
    return words(f"{texts}_sentence", first=years[0], last=years[-1], total=total, n=last)


def _alt(subtitle: str, counts: dict[int, int], phases: tuple[Phase, ...], words: Translator) -> str:
    values = words.listing([f"{year}: {words.number(count)}" for year, count in counts.items()])
    alt = words("charts.alt_columns", subtitle=subtitle, values=values)
    if not phases:
        return alt
    names = words.listing([f"{phase.name} {phase.span}" for phase in phases])
    return f"{alt} {words('charts.alt_phases', phases=names)}"
