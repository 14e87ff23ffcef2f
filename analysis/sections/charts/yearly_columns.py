"""Column charts over years: events by year with the phases of the work, and the shape that other pages use."""

from dataclasses import dataclass

import pandas as pd

from analysis.charts import Chart, Columns, CountedRows, Field, Phase
from analysis.measures.counts import by_year, total, year_span, years_in_selection
from analysis.measures.records import matching_records, uncounted_mask
from analysis.sections.charts.ranked_bars import MOST_NAMED
from analysis.sections.context import code_labels
from analysis.sections.context.section_context import SectionContext, no_data
from analysis.words import Translator
from analysis.words.language import DASH


@dataclass(frozen=True)
class YearlyCounts:
    """A count by year that becomes columns.

    - ``table``: has ``year`` and the column that ``value`` names.
    - ``empty``: the sentence of a chart without data.
    - ``texts``: the beginning of its keys in the catalogue ("<texts>_title" …), "charts.<key>" if empty.
    - ``phases``: drawn behind the columns; ``subtitle`` then names the chart.
    """

    key: str
    table: pd.DataFrame
    value: str
    fields: tuple[Field, ...]
    empty: str
    rule: str = ""
    filters: str | None = None
    height: int | None = None
    counted_rows: CountedRows | None = None
    texts: str = ""
    phases: tuple[Phase, ...] = ()
    subtitle: str = ""


def events_by_year(context: SectionContext) -> Chart:
    """Events by year, over the years that events of the data cover, limited by the year filter.

    If a period is compared it has all years, and both periods are marked.
    """
    words = context.words
    years = year_span(context.counted["events"])
    events, phases, subtitle = context.in_all_years["events"], period_bands(context), ""
    ignored: tuple[str, ...] = ("years",)
    if context.period is None:
        years = years_in_selection(years, context.selection)
        events, phases, ignored = context.filtered["events"], _phases(context, years), ()
    if phases:
        subtitle = words("charts.years_periods" if context.period else "charts.years_phases")
    yearly = YearlyCounts(
        key="years",
        table=by_year(events, years).rename(columns={"count": "events"}),
        value="events",
        fields=(Field("year", words("charts.year"), "year"), Field("events", words("charts.events"), "number")),
        empty=no_data(context),
        rule=events_rule(context),
        filters="years",
        counted_rows=CountedRows(("events",), ("year",), ignored),
        phases=phases,
        subtitle=subtitle,
    )
    return column_chart(yearly, words)


def column_chart(yearly: YearlyCounts, words: Translator) -> Chart:
    """The chart of a count by year; if nothing is counted it has no rows and the sentence that says so."""
    texts = yearly.texts or f"charts.{yearly.key}"
    plain = words(f"{texts}_subtitle")
    subtitle = yearly.subtitle or plain
    if not yearly.table[yearly.value].sum():
        mark = Columns("year", yearly.value)
        return Chart(yearly.key, plain, "", "", yearly.empty, yearly.table[:0], yearly.fields, mark, empty=yearly.empty)
    counts = dict(zip(yearly.table["year"].tolist(), yearly.table[yearly.value].tolist(), strict=True))
    leading = [year for year, count in counts.items() if count == max(counts.values())]
    highlight = tuple(leading) if len(leading) <= MOST_NAMED else ()
    return Chart(
        key=yearly.key,
        title=_title(texts, leading, counts, words),
        subtitle=subtitle,
        sentence=_sentence(texts, counts, words),
        alt=_alt(subtitle, counts, yearly.phases, words),
        table=yearly.table,
        fields=yearly.fields,
        mark=Columns("year", yearly.value, highlight, yearly.phases, yearly.filters),
        rule=yearly.rule,
        height=yearly.height,
        counted_rows=yearly.counted_rows,
    )


def _title(texts: str, leading: list[int], counts: dict[int, int], words: Translator) -> str:
    """The years that share the greatest count (``leading``), if they are few."""
    n, years = words.number(counts[leading[0]]), words.listing([str(year) for year in leading])
    if len(leading) > MOST_NAMED:
        return words(f"{texts}_even", n=n)
    name = "one" if len(counts) == 1 else "title" if len(leading) == 1 else "titles"
    return words(f"{texts}_{name}", year=leading[0], years=years, n=n)


def _sentence(texts: str, counts: dict[int, int], words: Translator) -> str:
    """First and last year, the sum over all and the count of the last one."""
    years, summed = list(counts), words.number(sum(counts.values()))
    if len(years) == 1:
        return words(f"{texts}_one_sentence", year=years[0], total=summed)
    last = words.number(counts[years[-1]])
    return words(f"{texts}_sentence", first=years[0], last=years[-1], total=summed, n=last)


def _alt(subtitle: str, counts: dict[int, int], phases: tuple[Phase, ...], words: Translator) -> str:
    values = words.listing([f"{year}: {words.number(count)}" for year, count in counts.items()])
    alt = words("charts.alt_columns", subtitle=subtitle, values=values)
    if not phases:
        return alt
    names = words.listing([f"{phase.name} {phase.span}".strip() for phase in phases])
    return f"{alt} {words('charts.alt_phases' if phases[0].span else 'charts.alt_periods', phases=names)}"


def _phases(context: SectionContext, years: range) -> tuple[Phase, ...]:
    """The phases that overlap the years."""
    words, frame, phases = context.words, context.tables["phases"], []
    names = code_labels.table_labels(frame, "id", words)
    for row in frame.to_dict("records"):
        starts, ends = row["starts"], row["ends"] if isinstance(row["ends"], str) else None
        if int(starts[:4]) < years.stop and (ends is None or int(ends[:4]) >= years.start):
            span = words.days(starts[:7], ends[:7]) if ends else words.day(starts[:7]) + DASH
            phases.append(Phase(str(names[row["id"]]), starts, ends, span))
    return tuple(phases)


def period_bands(context: SectionContext) -> tuple[Phase, ...]:
    """The selected years, if they are, and the period that is compared; the latter alone if they overlap."""
    period, years = context.period, context.selection.years
    if period is None:
        return ()
    spans = [(period.years, context.words("choosing.compare", period=period.name))]
    if years and (years[1] < period.first or years[0] > period.last):
        name = DASH.join(dict.fromkeys(map(str, years)))
        spans.append((years, context.words("charts.period_selected", name=name)))
    return tuple(Phase(name, f"{first}-01-01", f"{last}-12-31") for (first, last), name in sorted(spans))


def events_rule(context: SectionContext) -> str:
    """How series count, what is left out, and that the running year is not over."""
    words, events, rules = context.words, context.filtered["events"], []
    if len(events) != total(events):
        rows = words.plural("sections.rows_n", len(events))
        rules.append(words("charts.rule_series", rows=rows, events=words.plural("sections.events_n", total(events))))
    every = matching_records(context.all_rows, "events", context.selection)
    if uncounted := total(every.where(uncounted_mask(every))):
        rules.append(words("charts.rule_uncounted", n=words.number(uncounted)))
    if (events["year"] == context.running_year).any():
        rules.append(words("charts.rule_running", year=context.running_year))
    return " ".join(rules)
