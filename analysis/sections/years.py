"""The chart of events by year, with the phases of the work behind."""

from analysis.charts import Chart, Columns, Counted, Field, Phase
from analysis.measures.chosen import chosen, uncounted
from analysis.measures.totals import by_year, total
from analysis.measures.years import covered, span
from analysis.sections import labels
from analysis.sections.cells import text
from analysis.sections.finding import FEW, leaders
from analysis.sections.view import View, no_data
from analysis.words import Words
from analysis.words.formats import DASH

KEY = "years"


def years(view: View) -> Chart:
    """Events by year, over the years that events of the data cover as far as they are chosen."""
    words = view.words
    spanned = covered(span(view.whole["events"]), view.selection)
    table = by_year(view.shown["events"], spanned).rename(columns={"count": "events"})
    fields = (Field("year", words("charts.year"), "year"), Field("events", words("charts.events"), "number"))
    if not table["events"].sum():
        empty = no_data(view)
        title = words("charts.years_subtitle")
        return Chart(KEY, title, "", "", empty, table[:0], fields, Columns("year", "events"), empty=empty)
    phases = _phases(view, spanned)
    first = [spanned[place] for place in leaders(table["events"].tolist())]
    subtitle = words("charts.years_phases" if phases else "charts.years_subtitle")
    counts = dict(zip(table["year"].tolist(), table["events"].tolist(), strict=True))
    return Chart(
        key=KEY,
        title=_title(first, counts, words),
        subtitle=subtitle,
        sentence=_sentence(counts, words),
        alt=_alt(subtitle, counts, phases, words),
        table=table,
        fields=fields,
        mark=Columns("year", "events", tuple(first) if len(first) <= FEW else (), phases, "years"),
        rule=_rule(view),
        counted=Counted(("events",), ("year",)),
    )


def _title(first: list[int], counts: dict[int, int], words: Words) -> str:
    n = words.number(counts[first[0]])
    if len(counts) == 1:
        return words("charts.years_one", year=first[0], n=n)
    if len(first) == 1:
        return words("charts.years_title", year=first[0], n=n)
    if len(first) <= FEW:
        return words("charts.years_titles", years=words.listing([str(year) for year in first]), n=n)
    return words("charts.years_even", n=n)


def _sentence(counts: dict[int, int], words: Words) -> str:
    years, every = list(counts), words.number(sum(counts.values()))
    if len(years) == 1:
        return words("charts.years_one_sentence", year=years[0], total=every)
    last = words.number(counts[years[-1]])
    return words("charts.years_sentence", first=years[0], last=years[-1], total=every, n=last)


def _alt(subtitle: str, counts: dict[int, int], phases: tuple[Phase, ...], words: Words) -> str:
    told = words.listing([f"{year}: {words.number(count)}" for year, count in counts.items()])
    seen = words("charts.alt_columns", subtitle=subtitle, values=told)
    if not phases:
        return seen
    named = words.listing([f"{phase.name} {phase.span}" for phase in phases])
    return seen + " " + words("charts.alt_phases", phases=named)


def _phases(view: View, spanned: range) -> tuple[Phase, ...]:
    named = labels.phases(view.tables, view.words)
    rows = view.tables["phases"].itertuples(index=False)
    every = [_phase(str(named[str(row.id)]), str(row.starts), text(row.ends), view.words) for row in rows]
    return tuple(
        phase
        for phase in every
        if int(phase.starts[:4]) < spanned.stop and (phase.ends is None or int(phase.ends[:4]) >= spanned.start)
    )


def _phase(name: str, starts: str, ends: str | None, words: Words) -> Phase:
    first = words.day(starts[:7])
    return Phase(name, starts, ends, words.days(starts[:7], ends[:7]) if ends else first + DASH)


def _rule(view: View) -> str:
    words, events = view.words, view.shown["events"]
    told = []
    if len(events) != total(events):
        rows = words.plural("sections.rows_n", len(events))
        told.append(words("charts.rule_series", rows=rows, events=words.plural("sections.events_n", total(events))))
    left_out = chosen(view.activity, "events", view.selection)
    if number := total(left_out.where(uncounted(left_out))):
        told.append(words("charts.rule_uncounted", n=words.number(number)))
    if (events["year"] == view.running).any():
        told.append(words("charts.rule_running", year=view.running))
    return " ".join(told)
